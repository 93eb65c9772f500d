import { listAudit, verifyAudit } from '@qorgan/shared/audit'
import { changeBranch, createEmployer, createTopic } from '@qorgan/shared/organisation'
import { changeSettings, getSettings } from '@qorgan/shared/settings'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { connect } from '../../src/platform/db/connect.ts'
import { aBranch, aUser } from '../factories.ts'
import { test, withDatabase } from '../harness.ts'

const name = (ru: string) => ({ ru, kk: ru, en: null })

describe('the trail', () => {
  test('says who did what, newest first, and is filtered', async ({ db, as }) => {
    const auditor = as(await aUser(db, 'auditor'))
    const administrator = await aUser(db, 'administrator')
    const branch = await aBranch(db)
    const employer = await as(administrator).call(createEmployer, { body: { name: name('Роддом') } })
    await as(administrator).call(changeBranch, { params: { id: branch.id }, version: 1, body: { name: name('Иначе') } })
    const { body } = await auditor.call(listAudit, { query: { actorId: [administrator.id] } })
    expect(body.items).toMatchObject([
      { action: 'branch.changed', entity: 'branch', entityId: branch.id, fields: ['name'], unit: branch.id, seq: 1 },
      { action: 'employer.created', entity: 'employer', entityId: employer.body.id, fields: [], unit: 'council' },
    ])
    expect(body.items[0]).toMatchObject({
      actor: { id: administrator.id, fullName: expect.stringContaining('Сотрудник') as string },
      role: 'administrator',
      count: null,
      requestId: expect.any(String) as string,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(JSON.stringify(body)).not.toContain('Иначе')
    const of = async (query: object) =>
      (await auditor.call(listAudit, { query: { actorId: [administrator.id], ...query } })).body.items.map(
        ({ action }) => action,
      )
    expect(await of({ entity: ['employer'] })).toEqual(['employer.created'])
    expect(await of({ action: ['branch.changed', 'branch.created'] })).toEqual(['branch.changed'])
    expect(await of({ entityId: [branch.id, 'none such'] })).toEqual(['branch.changed'])
  })

  test('pages hold every event once, also those of one millisecond', async ({ db, as }) => {
    const auditor = as(await aUser(db, 'auditor'))
    const administrator = await aUser(db, 'administrator')
    const enter = () => as(administrator).call(createTopic, { body: { category: 'pay', name: name('Тема') } })
    await Promise.all(Array.from({ length: 12 }, enter))
    const filter = { actorId: [administrator.id] }
    const whole = (await auditor.call(listAudit, { query: filter })).body.items.map(({ id }) => id)
    expect(whole).toHaveLength(12)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await auditor.call(listAudit, {
        query: { ...filter, limit: 1, ...(cursor && { cursor }) },
      })
      seen.push(...page.body.items.map(({ id }) => id))
      cursor = page.body.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole)
  })

  test('days are the union’s, and both ends belong', async ({ db, as }) => {
    const auditor = as(await aUser(db, 'auditor'))
    const administrator = await aUser(db, 'administrator')
    await as(administrator).call(createTopic, { body: { category: 'pay', name: name('Сегодня') } })
    const { body } = await auditor.call(listAudit, { query: { actorId: [administrator.id] } })
    const at = Date.parse(body.items[0]?.at ?? '')
    const day = (shift: number) => new Date(at + 5 * 3_600_000 + shift * 86_400_000).toISOString().slice(0, 10)
    const count = async (from: string, to: string) =>
      (await auditor.call(listAudit, { query: { actorId: [administrator.id], from, to } })).body.items.length
    expect(await count(day(0), day(0))).toBe(1)
    expect(await count(day(-1), day(-1))).toBe(0)
    expect(await count(day(1), day(1))).toBe(0)
  })

  test('is read by the auditor alone', async ({ db, as }) => {
    for (const role of ['council_specialist', 'administrator', 'accountant', 'legal_head'] as const) {
      expect(await as(await aUser(db, role)).call(listAudit, {})).toMatchObject({ status: 403 })
      expect(await as(await aUser(db, role)).call(verifyAudit, {})).toMatchObject({ status: 403 })
    }
    expect(await as(await aUser(db, 'auditor')).call(listAudit, {})).toMatchObject({ status: 200 })
  })
})

describe('settings', () => {
  test('are read by all and changed by the head, from the version seen', async ({ db, as }) => {
    const head = as(await aUser(db, 'council_head'))
    const chair = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const { body: before } = await chair.call(getSettings, {})
    expect(before).toEqual({
      confirmationThreshold: 500_000,
      yearlyVoucherLimit: 1,
      yearlyAidLimit: 200_000,
      version: 1,
    })
    const body = { confirmationThreshold: 1_000_000 }
    expect(await chair.call(changeSettings, { version: 1, body })).toMatchObject({ status: 403 })
    expect(await head.send('PATCH', '/settings', { body })).toMatchObject({ status: 428 })
    const both = await Promise.all([
      head.call(changeSettings, { version: 1, body }),
      head.call(changeSettings, { version: 1, body }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await chair.call(getSettings, {})).body).toEqual({ ...before, ...body, version: 2 })
    expect(await head.call(changeSettings, { version: 2, body: { yearlyAidLimit: -1 } })).toMatchObject({ status: 422 })
  })
})

describe('the chain', () => {
  test('holds after changes at the same moment, and names the first event that was tampered with', async ({
    database,
    db,
    as,
  }) => {
    const auditor = as(await aUser(db, 'auditor'))
    const administrator = await aUser(db, 'administrator')
    const branch = await aBranch(db)
    for (let version = 1; version <= 3; version++)
      await as(administrator).call(changeBranch, {
        params: { id: branch.id },
        version,
        body: { name: name(`№ ${version}`) },
      })
    const sound = await auditor.call(verifyAudit, {})
    expect(sound.body).toMatchObject({ ok: true, firstBroken: null })
    expect(sound.body.events).toBeGreaterThanOrEqual(3)

    const update = sql`update audit_events set fields = '{}' where unit_id = ${branch.id} and seq = 2`
    await expect(update.execute(db)).rejects.toThrow(/permission denied/)
    const superuser = connect({
      url: withDatabase(inject('superuserUrl'), new URL(database.url).pathname.slice(1)),
      max: 1,
    })
    try {
      await sql`alter table audit_events disable trigger audit_events_append_only`.execute(superuser)
      await update.execute(superuser)
      const broken = await auditor.call(verifyAudit, {})
      expect(broken.body).toMatchObject({ ok: false, firstBroken: { unit: branch.id, seq: 2 } })
      const { body } = await auditor.call(listAudit, { query: { entityId: branch.id } })
      expect(broken.body.firstBroken?.id).toBe(body.items.find(({ seq }) => seq === 2)?.id)

      await sql`delete from audit_events where unit_id = ${branch.id} and seq >= 2`.execute(superuser)
      expect((await auditor.call(verifyAudit, {})).body.firstBroken).toMatchObject({
        unit: branch.id,
        seq: 3,
        id: null,
      })
    } finally {
      await sql`alter table audit_events enable trigger audit_events_append_only`.execute(superuser)
      await superuser.destroy()
    }
  })
})
