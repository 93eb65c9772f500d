import { listAudit } from '@qorgan/shared/audit'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import {
  addPrivilegedNote,
  changePrivilegedNote,
  listPrivilegedNotes,
  listPrivilegedOpenings,
} from '@qorgan/shared/privileged-notes'
import { search } from '@qorgan/shared/search'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { connect } from '../../src/platform/db/connect.ts'
import { enterScope } from '../../src/platform/db/scope.ts'
import { aBranch, aUser, type TestUser } from '../factories.ts'
import { test as base, withDatabase } from '../harness.ts'
import { aLawyer, aLegalCase, anAssignment } from '../legal-factories.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))
  .extend('head', { scope: 'file' }, ({ db }) => aUser(db, 'legal_head'))

const secret = 'Линия защиты: Жұмабекова не была на смене'

describe('a privileged note', () => {
  test('is written, read by the department and counsel, and every opening is on record', async ({
    as,
    db,
    branch,
    officer,
    head,
  }) => {
    const legalCase = await aLegalCase(db, branch)
    const params = { id: legalCase.id }
    const user = await aUser(db, 'lawyer')
    await anAssignment(db, legalCase, await aLawyer(db, { user }))
    const written = await as(officer).call(addPrivilegedNote, { params, body: { text: secret } })
    expect(written).toMatchObject({
      status: 201,
      body: { kind: 'note', text: secret, writtenBy: { id: officer.id }, version: 1, can: { edit: true } },
    })
    await as(user).call(addPrivilegedNote, { params, body: { kind: 'accusation', text: 'УК РК, ст. 317 ч. 2' } })
    for (const reader of [head, user, officer]) {
      const { status, body } = await as(reader).call(listPrivilegedNotes, { params })
      expect(status).toBe(200)
      expect(body.items.map(({ kind, text, can }) => [kind, text, can.edit])).toEqual([
        ['accusation', 'УК РК, ст. 317 ч. 2', reader === user],
        ['note', secret, reader === officer],
      ])
    }
    const openings = await as(user).call(listPrivilegedOpenings, { params })
    expect(openings.body.items.map(({ by, role }) => [by.id, role])).toEqual([
      [officer.id, 'legal_officer'],
      [user.id, 'lawyer'],
      [head.id, 'legal_head'],
    ])
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: legalCase.id } })
    expect(trail.body.items.map(({ action, count }) => [action, count])).toEqual([
      ['privilegedNote.opened', 2],
      ['privilegedNote.opened', 2],
      ['privilegedNote.opened', 2],
    ])
    const first = await as(officer).call(listPrivilegedOpenings, { params, query: { limit: 2 } })
    const second = await as(officer).call(listPrivilegedOpenings, {
      params,
      query: { limit: 2, cursor: first.body.nextCursor ?? '' },
    })
    expect(second.body.items.map(({ by }) => by.id)).toEqual([head.id])
  })

  test('is changed by whoever wrote it, from the version that was seen', async ({ as, db, branch, officer, head }) => {
    const { id } = await aLegalCase(db, branch)
    const { body } = await as(officer).call(addPrivilegedNote, { params: { id }, body: { text: secret } })
    const params = { id, itemId: body.id }
    const change = (user: TestUser, version: number) =>
      as(user).call(changePrivilegedNote, { params, version, body: { text: 'Иначе' } })
    expect(await change(head, 1)).toMatchObject({ status: 409, body: { code: 'note.notOwn' } })
    const both = await Promise.all([change(officer, 1), change(officer, 1)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect((await as(officer).call(listPrivilegedNotes, { params: { id } })).body.items).toMatchObject([
      { text: 'Иначе', version: 2, writtenAt: body.writtenAt },
    ])
    const missing = await as(officer).send('PATCH', `/legal-cases/${id}/privileged-notes/${body.id}`, {
      body: { text: 'Иначе' },
    })
    expect(missing.status).toBe(428)
    const other = await aLegalCase(db, branch)
    expect(
      (
        await as(officer).call(changePrivilegedNote, {
          params: { id: other.id, itemId: body.id },
          version: 2,
          body: { text: 'Иначе' },
        })
      ).status,
    ).toBe(404)
  })

  test('is created once, whatever the connection does', async ({ as, db, branch, officer, head }) => {
    const { id } = await aLegalCase(db, branch)
    const body = { id: randomUUID(), text: secret }
    const both = await Promise.all([
      as(officer).call(addPrivilegedNote, { params: { id }, body }),
      as(officer).call(addPrivilegedNote, { params: { id }, body }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201])
    for (const [user, again] of [
      [officer, { ...body, text: 'Иное' }],
      [officer, { ...body, kind: 'accusation' as const }],
      [head, body],
    ] as const)
      expect((await as(user).call(addPrivilegedNote, { params: { id }, body: again })).body.code).toBe('record.idInUse')
  })

  test('is refused when empty, endless or unknown in kind, and the text is not repeated', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const { id } = await aLegalCase(db, branch)
    for (const body of [{ text: ' ' }, { text: secret.repeat(2000) }, { text: secret, kind: 'gossip' }, {}]) {
      const answer = await as(officer).send('POST', `/legal-cases/${id}/privileged-notes`, { body })
      expect(answer.status).toBe(422)
      expect(JSON.stringify(answer.body)).not.toContain('Жұмабекова')
    }
  })
})

describe('privileged notes are nobody else’s', () => {
  test('the council, the auditor, the administrator, a branch and an accountant may not ask', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const legalCase = await aLegalCase(db, branch)
    const params = { id: legalCase.id }
    await as(officer).call(addPrivilegedNote, { params, body: { text: secret } })
    const strangers = [
      ...(['council_head', 'council_specialist', 'auditor', 'administrator', 'accountant'] as const).map(
        (role) => [role, null] as const,
      ),
      ['branch_chair', branch] as const,
    ]
    for (const [role, where] of strangers) {
      const user = as(await aUser(db, role, where))
      expect((await user.call(listPrivilegedNotes, { params })).status, role).toBe(403)
      expect((await user.call(listPrivilegedOpenings, { params })).status, role).toBe(403)
      expect((await user.call(addPrivilegedNote, { params, body: { text: 'Нет' } })).status, role).toBe(403)
    }
    const openings = await as(officer).call(listPrivilegedOpenings, { params })
    expect(openings.body.items).toEqual([])
  })

  test('counsel of another case, of yesterday, and officers who are no readers find nothing there', async ({
    as,
    db,
    branch,
    head,
  }) => {
    const opener = await aUser(db, 'legal_officer')
    const legalCase = await aLegalCase(db, branch, { restricted: true, openedBy: opener })
    const params = { id: legalCase.id }
    const [former, stranger, officer] = [
      await aUser(db, 'lawyer'),
      await aUser(db, 'lawyer'),
      await aUser(db, 'legal_officer'),
    ]
    await anAssignment(db, legalCase, await aLawyer(db, { user: former }), { endedOn: '2026-11-19' })
    await aLawyer(db, { user: stranger })
    expect((await as(opener).call(addPrivilegedNote, { params, body: { text: secret } })).status).toBe(201)
    for (const user of [former, stranger, officer]) {
      expect((await as(user).call(listPrivilegedNotes, { params })).status).toBe(404)
      expect((await as(user).call(listPrivilegedOpenings, { params })).status).toBe(404)
      expect((await as(user).call(addPrivilegedNote, { params, body: { text: 'Нет' } })).status).toBe(404)
    }
    expect((await as(head).call(listPrivilegedNotes, { params })).body.items).toHaveLength(1)
  })

  test('row-level security alone keeps them from every other role', async ({ as, db, branch, officer }) => {
    const legalCase = await aLegalCase(db, branch)
    await as(officer).call(addPrivilegedNote, { params: { id: legalCase.id }, body: { text: secret } })
    const seen = async (role: 'auditor' | 'council_head' | 'lawyer' | 'legal_officer' | 'administrator') => {
      const user = await aUser(db, role)
      const actor = { userId: user.id, role, unitId: user.unitId, isCouncil: true, organisationId: null }
      return db
        .transaction()
        .execute(async (tx) => {
          await enterScope(tx, { ...actor, fullName: '', sessionId: '', postId: '', requestId: '' })
          return (await tx.selectFrom('privilegedNotes').select('id').execute()).length
        })
        .catch((error: unknown) => (error as { code?: string }).code)
    }
    expect(await seen('legal_officer')).toBeGreaterThan(0)
    expect(await seen('lawyer')).toBe(0)
    for (const role of ['auditor', 'council_head', 'administrator'] as const)
      expect(await seen(role), role).toBe('42501')
  })

  test('no text stands in the database, in the log, in the trail or in the search', async ({
    as,
    db,
    database,
    branch,
    officer,
  }) => {
    const { id } = await aLegalCase(db, branch)
    const body = { id: randomUUID(), text: secret }
    await as(officer).call(addPrivilegedNote, { params: { id }, body })
    const log = await as(officer).call(listCaseTimeline, { params: { id } })
    expect(log.body.items.at(-1)).toMatchObject({ kind: 'note_written', text: null })
    const found = await as(officer).call(search, { body: { q: 'Жұмабекова' } })
    expect(JSON.stringify([log.body, found.body])).not.toContain('не была на смене')
    const superuser = connect({
      url: withDatabase(inject('superuserUrl'), new URL(database.url).pathname.slice(1)),
      max: 1,
    })
    const tables = await sql<{ name: string }>`select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(superuser)
    const held: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.id(name)} t
        where t::text like ${'%Жұмабекова%'} or t::text like ${`%${Buffer.from(secret).toString('hex')}%`}`.execute(
        superuser,
      )
      if (rows[0]?.n) held.push(name)
    }
    await superuser.destroy()
    expect(held).toEqual([])
  })
})
