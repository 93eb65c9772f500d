import { changeLawyer, createLawyer, getLawyer, type LawyerDraft, listLawyers } from '@qorgan/shared/lawyers'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, anEmployer, aUser } from '../factories.ts'
import { system, test } from '../harness.ts'
import { aLawyer, aLegalCase, anAllotment, anAssignment } from '../legal-factories.ts'

const draft: LawyerDraft = {
  fullName: 'Қасымов Ерлан',
  kind: 'advocate',
  specialisations: ['labour', 'Медицинское право'],
  regions: ['KZ-35'],
  languages: ['ru', 'kk'],
  active: true,
}

describe('the panel', () => {
  test('counsel are entered, changed and found in either spelling', async ({ db, as }) => {
    const head = as(await aUser(db, 'legal_head'))
    const account = await aUser(db, 'lawyer')
    const employer = await anEmployer(db)
    const made = await head.call(createLawyer, {
      body: {
        ...draft,
        licenceNumber: 'АБ-77',
        phone: '8 701 555 44 33',
        email: 'k@example.kz',
        userId: account.id,
        contractUntil: '2026-12-31',
        employerIds: [employer.id],
      },
    })
    expect(made).toMatchObject({
      status: 201,
      body: {
        fullName: 'Қасымов Ерлан',
        phone: '+77015554433',
        userId: account.id,
        employerIds: [employer.id],
        activeCases: 0,
        feesCommitted: 0,
        closedCases: 0,
        wonCases: 0,
        fits: null,
        version: 1,
        can: { edit: true },
      },
    })
    for (const q of ['касымов', 'ерлан қас', 'аб-77'])
      expect((await head.call(listLawyers, { query: { q } })).body.items.map(({ id }) => id)).toContain(made.body.id)
    const filters = [
      { regionCode: ['KZ-35'] },
      { specialisation: ['медицинское ПРАВО'] },
      { language: ['KK'] },
      { kind: ['advocate'] },
      { active: true },
    ] as const
    for (const filter of filters) {
      const query = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]))
      const answer = await head.send('GET', `/lawyers?q=касымов&${new URLSearchParams(query).toString()}`)
      expect(answer.body.items.map(({ id }: { id: string }) => id)).toContain(made.body.id)
    }
    for (const query of ['regionCode=KZ-10', 'specialisation=criminal', 'language=en', 'kind=expert', 'active=false'])
      expect((await head.send('GET', `/lawyers?q=касымов&${query}`)).body.items, query).toEqual([])

    const changed = await head.call(changeLawyer, {
      params: { id: made.body.id },
      version: 1,
      body: { phone: null, userId: null, employerIds: null, active: false },
    })
    expect(changed).toMatchObject({
      status: 200,
      body: { phone: null, userId: null, employerIds: [], active: false, version: 2 },
    })
    expect((await head.call(getLawyer, { params: { id: made.body.id } })).body).toEqual(changed.body)
    const trail = await as(await aUser(db, 'auditor')).send('GET', `/audit?entityId=${made.body.id}`)
    expect(trail.body.items).toMatchObject([
      { action: 'lawyer.changed', fields: ['phone', 'userId', 'active', 'employerIds'] },
      { action: 'lawyer.entered' },
    ])
  })

  test('what it names has to be there, and an account is of one counsel', async ({ db, as }) => {
    const head = as(await aUser(db, 'legal_head'))
    const unknown = randomUUID()
    const employer = await anEmployer(db)
    const chair = await aUser(db, 'branch_chair', await aBranch(db))
    const refused = await head.call(createLawyer, {
      body: { ...draft, regions: ['KZ-35', 'KZ-98'], employerIds: [employer.id, unknown], userId: chair.id },
    })
    expect(refused.status).toBe(422)
    expect(refused.body.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/regions/1 field.absent',
      '/employerIds/1 field.absent',
      '/userId field.absent',
    ])
    const account = await aUser(db, 'lawyer')
    const first = await head.call(createLawyer, { body: { ...draft, userId: account.id } })
    expect((await head.call(createLawyer, { body: { ...draft, userId: account.id } })).body.code).toBe(
      'lawyer.userInUse',
    )
    const other = await head.call(createLawyer, { body: draft })
    const taken = await head.call(changeLawyer, {
      params: { id: other.body.id },
      version: 1,
      body: { userId: account.id },
    })
    expect(taken).toMatchObject({ status: 409, body: { code: 'lawyer.userInUse' } })
    expect(first.status).toBe(201)
    await system(db, (tx) => tx.updateTable('users').set({ active: false }).where('id', '=', account.id).execute())
    expect((await head.call(createLawyer, { body: { ...draft, userId: account.id } })).body.errors).toMatchObject([
      { path: '/userId', code: 'field.absent' },
    ])
  })

  test('creating is idempotent; a change names the version that was seen', async ({ db, as }) => {
    const head = as(await aUser(db, 'legal_head'))
    const officer = as(await aUser(db, 'legal_officer'))
    const id = randomUUID()
    expect((await head.call(createLawyer, { body: { ...draft, id } })).status).toBe(201)
    expect(await head.call(createLawyer, { body: { ...draft, id } })).toMatchObject({ status: 200, body: { id } })
    expect((await head.call(createLawyer, { body: { ...draft, id, active: false } })).body.code).toBe('record.idInUse')
    expect((await officer.call(createLawyer, { body: { ...draft, id } })).body.code).toBe('record.idInUse')
    const without = await head.send('PATCH', `/lawyers/${id}`, { body: { active: false } })
    expect(without.status).toBe(428)
    expect((await head.call(changeLawyer, { params: { id }, version: 7, body: { active: false } })).status).toBe(412)
    expect((await officer.call(changeLawyer, { params: { id }, version: 1, body: { active: false } })).status).toBe(200)
  })

  test('who reads it, and who does not', async ({ db, as }) => {
    const lawyer = await aLawyer(db)
    const branch = await aBranch(db)
    for (const role of ['council_head', 'auditor', 'accountant'] as const) {
      const { body } = await as(await aUser(db, role)).call(getLawyer, { params: { id: lawyer.id } })
      expect(body, role).toMatchObject({ id: lawyer.id, can: { edit: false } })
    }
    for (const role of ['branch_chair', 'lawyer', 'administrator'] as const) {
      const user = await aUser(db, role, role === 'branch_chair' ? branch : null)
      expect((await as(user).send('GET', '/lawyers')).status, role).toBe(403)
    }
  })
})

describe('load and choice', () => {
  test('load is of contracts in force, results of closed cases', async ({ db, as }) => {
    const branch = await aBranch(db)
    const head = as(await aUser(db, 'legal_head'))
    const lawyer = await aLawyer(db)
    const [open, ended, won, lost] = [
      await aLegalCase(db, branch),
      await aLegalCase(db, branch),
      await aLegalCase(db, branch, { status: 'closed', outcome: 'settled' }),
      await aLegalCase(db, branch, { status: 'closed', outcome: 'lost' }),
    ]
    for (const one of [open, ended, won, lost]) await anAllotment(db, one, 500_000)
    await anAssignment(db, open, lawyer, { fee: 300_000 })
    await anAssignment(db, ended, lawyer, { fee: 100_000, endedOn: '2026-05-01' })
    await anAssignment(db, won, lawyer, { fee: 100_000 })
    await anAssignment(db, lost, lawyer, { fee: 100_000 })
    expect((await head.call(getLawyer, { params: { id: lawyer.id } })).body).toMatchObject({
      activeCases: 1,
      feesCommitted: 300_000,
      closedCases: 2,
      wonCases: 1,
    })
    const accountant = as(await aUser(db, 'accountant', await aBranch(db)))
    expect((await accountant.call(getLawyer, { params: { id: lawyer.id } })).body).toMatchObject({
      activeCases: 0,
      feesCommitted: 0,
      closedCases: 0,
    })
  })

  test('for a case: who can be engaged, then who suits, then who is free', async ({ db, as }) => {
    const branch = await aBranch(db)
    const user = await aUser(db, 'legal_head')
    const head = as(user)
    const legalCase = await aLegalCase(db, branch, { kind: 'criminal', openedBy: user })
    await anAllotment(db, legalCase, 1_000_000)
    const mark = `Отбор${branch.prefix}`
    const enter = async (name: string, more: object) =>
      (
        await head.call(createLawyer, {
          body: { ...draft, fullName: `${mark} ${name}`, specialisations: ['criminal'], ...more },
        })
      ).body
    await enter('А неактивный', { active: false })
    await enter('Б просрочен', { contractUntil: '2026-01-01' })
    const blocked = await enter('В конфликт', {})
    const busy = await enter('Г занят', {})
    await enter('Д свободен', { contractUntil: '2026-11-20' })
    await enter('Е чужой регион', { regions: ['KZ-10'] })
    await enter('Ж ни то ни другое', { regions: ['KZ-10'], specialisations: ['civil'] })
    const other = await aLegalCase(db, branch, { openedBy: user })
    await anAllotment(db, other, 100_000)
    await anAssignment(db, other, { id: busy.id, fullName: busy.fullName }, { fee: 50_000 })
    await system(db, (tx) =>
      tx
        .insertInto('conflictChecks')
        .values({
          caseId: legalCase.id,
          lawyerId: blocked.id,
          matches: '[]',
          decision: 'blocked',
          decidedBy: user.id,
          decidedAt: '2026-03-04',
          checkedBy: user.id,
        })
        .execute(),
    )
    const query = { q: mark, forCaseId: legalCase.id }
    const { body } = await head.call(listLawyers, { query })
    expect(body.items.map(({ fullName }) => fullName.slice(mark.length + 1))).toEqual([
      'Д свободен',
      'Г занят',
      'Е чужой регион',
      'Ж ни то ни другое',
      'А неактивный',
      'Б просрочен',
      'В конфликт',
    ])
    expect(body.items[0]?.fits).toEqual({ region: true, specialisation: true, contract: true })
    expect(body.items[3]?.fits).toEqual({ region: false, specialisation: false, contract: true })
    expect(body.items[5]?.fits?.contract).toBe(false)
    const first = await head.call(listLawyers, { query: { ...query, limit: 4 } })
    const rest = await head.call(listLawyers, { query: { ...query, limit: 4, cursor: first.body.nextCursor ?? '' } })
    expect([...first.body.items, ...rest.body.items]).toEqual(body.items)
    expect(rest.body.nextCursor).toBeNull()
    // Beyond the caller's sight, and unknown: nothing.
    const foreign = as(await aUser(db, 'accountant', await aBranch(db)))
    expect((await foreign.call(listLawyers, { query })).body.items).toEqual([])
    expect((await head.call(listLawyers, { query: { forCaseId: randomUUID() } })).body.items).toEqual([])
  })
})
