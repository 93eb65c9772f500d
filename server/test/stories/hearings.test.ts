import { addHearing, changeHearing, listHearings } from '@qorgan/shared/hearings'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import { closeLegalCase, getLegalCase, listLegalCases } from '@qorgan/shared/legal-cases'
import { listAudit } from '@qorgan/shared/audit'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { aBranch, aUser, type TestUser } from '../factories.ts'
import { test as base } from '../harness.ts'
import { aLawyer, aLegalCase, anAssignment } from '../legal-factories.ts'

const test = base
  .extend('branch', { scope: 'file' }, ({ db }) => aBranch(db))
  .extend('officer', { scope: 'file' }, ({ db }) => aUser(db, 'legal_officer'))

const ahead = {
  startsAt: '2026-11-30T10:00:00+05:00',
  court: 'Казыбекбийский районный суд',
  courtCaseNumber: '3512-26-00-2/77',
  judge: 'А. Сагинтаев',
  stage: 'first_instance' as const,
}
const held = { ...ahead, startsAt: '2026-11-10T05:00:00Z', result: 'Отложено' }

describe('a hearing', () => {
  test('is set, stands in the case and its log, and answers what it was given', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const set = await as(officer).call(addHearing, { params: { id }, body: ahead })
    expect(set.status).toBe(201)
    expect(set.body).toMatchObject({
      ...ahead,
      startsAt: '2026-11-30T05:00:00.000Z',
      result: null,
      nextStep: null,
      needsNextStep: false,
      version: 1,
      can: { edit: true },
    })
    expect(set.headers['etag']).toBe('"1"')
    const seen = await as(officer).call(getLegalCase, { params: { id } })
    expect(seen.body).toMatchObject({ version: 1, nextHearing: { court: ahead.court, startsAt: set.body.startsAt } })
    const log = await as(officer).call(listCaseTimeline, { params: { id } })
    expect(log.body.items.at(-1)).toMatchObject({ kind: 'hearing_set', details: { hearingId: set.body.id } })
  })

  test('has its result written down from the version that was seen; two at once, one wins', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const { id } = await aLegalCase(db, branch)
    const { body } = await as(officer).call(addHearing, { params: { id }, body: { ...held, result: null } })
    const params = { id, itemId: body.id }
    expect(
      (await as(officer).send('PATCH', `/legal-cases/${id}/hearings/${body.id}`, { body: { result: 'Отложено' } }))
        .status,
    ).toBe(428)
    const change = { params, version: 1, body: { result: 'Отложено', nextStep: 'Экспертиза' } }
    const both = await Promise.all([
      as(officer).call(changeHearing, change),
      as(officer).call(changeHearing, { ...change, body: { result: 'Иск удовлетворён' } }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const cleared = await as(officer).call(changeHearing, {
      params,
      version: 2,
      body: { judge: null, court: 'Иной суд' },
    })
    expect(cleared.body).toMatchObject({
      judge: null,
      court: 'Иной суд',
      courtCaseNumber: held.courtCaseNumber,
      version: 3,
    })
    const trail = await as(await aUser(db, 'auditor')).call(listAudit, { query: { entityId: body.id } })
    expect(trail.body.items.map(({ action, fields }) => [action, ...fields])).toContainEqual([
      'hearing.changed',
      'court',
      'judge',
    ])
    expect(JSON.stringify(trail.body)).not.toContain('Отложено')
  })

  test('that was held asks for what comes next, until it is said, another is set, or the case ends', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const { id } = await aLegalCase(db, branch)
    const { body } = await as(officer).call(addHearing, { params: { id }, body: held })
    expect(body.needsNextStep).toBe(true)
    const flagged = async () =>
      (
        await as(officer).call(listLegalCases, { query: { attention: ['no_next_step'], branchId: [branch.id] } })
      ).body.items
        .map((one) => one.id)
        .includes(id)
    const needs = async () =>
      (await as(officer).call(listHearings, { params: { id } })).body.items.find((one) => one.id === body.id)
        ?.needsNextStep
    expect([await flagged(), await needs()]).toEqual([true, true])
    await as(officer).call(addHearing, { params: { id }, body: ahead })
    expect([await flagged(), await needs()]).toEqual([false, false])

    const ended = await aLegalCase(db, branch)
    const last = await as(officer).call(addHearing, { params: { id: ended.id }, body: held })
    expect(last.body.needsNextStep).toBe(true)
    await as(officer).call(closeLegalCase, {
      params: { id: ended.id },
      version: 1,
      body: { outcome: 'won', closedOn: '2026-11-20', summary: 'Восстановлена' },
    })
    const list = await as(officer).call(listHearings, { params: { id: ended.id } })
    expect(list.body.items).toMatchObject([{ needsNextStep: false, can: { edit: false } }])
  })

  test('is listed latest first, page by page', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const days = ['2026-04-01', '2026-06-01', '2026-05-01']
    for (const day of days)
      await as(officer).call(addHearing, { params: { id }, body: { ...held, startsAt: `${day}T05:00:00Z` } })
    const first = await as(officer).call(listHearings, { params: { id }, query: { limit: 2 } })
    const second = await as(officer).call(listHearings, {
      params: { id },
      query: { limit: 2, cursor: first.body.nextCursor ?? '' },
    })
    expect([...first.body.items, ...second.body.items].map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      '2026-06-01',
      '2026-05-01',
      '2026-04-01',
    ])
    expect(second.body.nextCursor).toBeNull()
  })

  test('is created once, whatever the connection does', async ({ as, db, branch, officer }) => {
    const { id } = await aLegalCase(db, branch)
    const other = await aLegalCase(db, branch)
    const body = { id: randomUUID(), ...ahead }
    const both = await Promise.all([
      as(officer).call(addHearing, { params: { id }, body }),
      as(officer).call(addHearing, { params: { id }, body }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201])
    for (const [params, again] of [
      [{ id }, { ...body, court: 'Иной' }],
      [{ id: other.id }, body],
    ] as const)
      expect((await as(officer).call(addHearing, { params, body: again })).body.code).toBe('record.idInUse')
  })
})

describe('a wrong hearing', () => {
  test('before the case was opened, with a result ahead of time, or with nonsense in it is refused', async ({
    as,
    db,
    branch,
    officer,
  }) => {
    const { id } = await aLegalCase(db, branch, { openedOn: '2026-11-01' })
    const errorsOf = async (body: object) => {
      const answer = await as(officer).send('POST', `/legal-cases/${id}/hearings`, { body: { ...ahead, ...body } })
      return [
        answer.status,
        ...(answer.body.errors ?? []).map((one: { path: string; code: string }) => `${one.path} ${one.code}`),
      ]
    }
    expect(await errorsOf({ startsAt: '2026-10-31T18:59:00Z' })).toEqual([422, '/startsAt field.beforeOpening'])
    // Nineteen hours by UTC is the next day in Almaty.
    expect(await errorsOf({ startsAt: '2026-10-31T19:01:00Z' })).toEqual([201])
    expect(await errorsOf({ result: 'Удовлетворено' })).toEqual([422, '/result field.inFuture'])
    expect(await errorsOf({ startsAt: '2026-11-30' })).toEqual([422, '/startsAt invalid_format'])
    expect(await errorsOf({ startsAt: '1999-11-30T10:00:00Z' })).toEqual([422, '/startsAt invalid_format'])
    expect(await errorsOf({ stage: 'third', court: ' ', bench: 1 })).toEqual([
      422,
      '/court too_small',
      '/stage invalid_value',
      '/bench field.unknown',
    ])
    const { body } = await as(officer).call(addHearing, { params: { id }, body: held })
    const move = await as(officer).call(changeHearing, {
      params: { id, itemId: body.id },
      version: 1,
      body: { startsAt: '2026-12-30T10:00:00Z' },
    })
    expect(move).toMatchObject({ status: 422, body: { errors: [{ path: '/startsAt', code: 'field.inFuture' }] } })
    const early = await as(officer).call(changeHearing, {
      params: { id, itemId: body.id },
      version: 1,
      body: { startsAt: '2026-10-01T10:00:00Z' },
    })
    expect(early).toMatchObject({ status: 422, body: { errors: [{ path: '/startsAt', code: 'field.beforeOpening' }] } })
  })

  test('in a closed case, or of another case, is refused', async ({ as, db, branch, officer }) => {
    const closed = await aLegalCase(db, branch, { status: 'closed' })
    expect(await as(officer).call(addHearing, { params: { id: closed.id }, body: held })).toMatchObject({
      status: 409,
      body: { code: 'legalCase.wrongStatus' },
    })
    const [one, two] = [await aLegalCase(db, branch), await aLegalCase(db, branch)]
    const { body } = await as(officer).call(addHearing, { params: { id: one.id }, body: ahead })
    for (const params of [
      { id: two.id, itemId: body.id },
      { id: one.id, itemId: randomUUID() },
      { id: one.id, itemId: 'x' },
      { id: randomUUID(), itemId: body.id },
    ])
      expect((await as(officer).call(changeHearing, { params, version: 1, body: { judge: 'Иной' } })).status).toBe(404)
  })
})

describe('who sees and writes hearings', () => {
  test('counsel of the case do, while their contract runs; nobody else’s counsel', async ({ as, db, branch }) => {
    const legalCase = await aLegalCase(db, branch)
    const params = { id: legalCase.id }
    const [user, former, stranger] = [await aUser(db, 'lawyer'), await aUser(db, 'lawyer'), await aUser(db, 'lawyer')]
    await anAssignment(db, legalCase, await aLawyer(db, { user }))
    await anAssignment(db, legalCase, await aLawyer(db, { user: former }), { endedOn: '2026-11-19' })
    await aLawyer(db, { user: stranger })
    const set = await as(user).call(addHearing, { params, body: held })
    expect(set).toMatchObject({ status: 201, body: { can: { edit: true } } })
    const changed = await as(user).call(changeHearing, {
      params: { ...params, itemId: set.body.id },
      version: 1,
      body: { nextStep: 'Апелляция' },
    })
    expect(changed).toMatchObject({ status: 200, body: { needsNextStep: false } })
    expect((await as(user).call(listHearings, { params })).body.items).toHaveLength(1)
    for (const other of [former, stranger]) {
      expect((await as(other).call(listHearings, { params })).status).toBe(404)
      expect((await as(other).call(addHearing, { params, body: held })).status).toBe(404)
    }
  })

  test('of a restricted case its readers alone; the council reads others and writes none', async ({
    as,
    db,
    branch,
  }) => {
    const [opener, reader, officer] = [
      await aUser(db, 'legal_officer'),
      await aUser(db, 'council_head'),
      await aUser(db, 'legal_officer'),
    ]
    const hidden = await aLegalCase(db, branch, { restricted: true, openedBy: opener, readers: [reader] })
    const shown = await aLegalCase(db, branch)
    const params = { id: hidden.id }
    expect((await as(opener).call(addHearing, { params, body: ahead })).status).toBe(201)
    const statusOf = async (user: TestUser, id: string) =>
      (await as(user).call(listHearings, { params: { id } })).status
    const [head, auditor, council] = [
      await aUser(db, 'legal_head'),
      await aUser(db, 'auditor'),
      await aUser(db, 'council_specialist'),
    ]
    for (const user of [head, reader, opener]) expect(await statusOf(user, hidden.id)).toBe(200)
    for (const user of [officer, auditor, council]) {
      expect(await statusOf(user, hidden.id)).toBe(404)
      expect(await statusOf(user, shown.id)).toBe(200)
    }
    expect((await as(officer).call(addHearing, { params, body: ahead })).status).toBe(404)
    for (const role of ['branch_chair', 'accountant', 'administrator'] as const)
      expect(await statusOf(await aUser(db, role, role === 'branch_chair' ? branch : null), shown.id), role).toBe(403)
    expect((await as(reader).call(addHearing, { params, body: ahead })).status).toBe(403)
  })
})
