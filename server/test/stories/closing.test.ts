import { annulAppeal, changeAppeal } from '@qorgan/shared/appeals'
import { listAudit } from '@qorgan/shared/audit'
import {
  acceptBranchReport,
  changeBranchReport,
  closePeriod,
  getBranchReport,
  getBranchReportFigures,
  getReportingPeriod,
  listBranchReportDifferences,
  listBranchReports,
  listPeriodDifferences,
  listReportingPeriods,
  remindBranch,
  reopenPeriod,
  returnBranchReport,
  submitBranchReport,
} from '@qorgan/shared/closing'
import { changeEffect, voidEffect } from '@qorgan/shared/effects'
import { reportAppeals } from '@qorgan/shared/reports'
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { describe, expect } from 'vitest'
import { aClosingWorld, accepted, anAppealOf, closed, handedIn, reportOf } from '../closing-factories.ts'
import { aUser } from '../factories.ts'
import { test as base } from '../harness.ts'

/** It is Friday 2026-11-20: the third quarter is over and late, the fourth has begun. */
const test = base.extend('world', { scope: 'file' }, ({ db, as, clock }) =>
  aClosingWorld(db, as, clock.today(), '2026-01-01'),
)
const KEY = '2026Q3'

describe('a quarter', () => {
  test('is opened with its due date and a report of each unit', async ({ world }) => {
    const { body } = await world.head.call(listReportingPeriods, { query: { limit: 2 } })
    expect(body.items.map(({ key }) => key)).toEqual(['2026Q4', '2026Q3'])
    expect(body.nextCursor).not.toBeNull()
    // Ten working days after 30 September 2026.
    expect(body.items[1]).toMatchObject({
      from: '2026-07-01',
      to: '2026-09-30',
      dueOn: '2026-10-14',
      status: 'open',
      label: { ru: 'III квартал 2026 г.' },
      units: { open: 3, submitted: 0, returned: 0, accepted: 0 },
      can: { close: false, reopen: false },
    })
    const rest = await world.head.call(listReportingPeriods, { query: { cursor: body.nextCursor ?? '' } })
    expect(rest.body.items.map(({ key }) => key)).toEqual(['2026Q2', '2026Q1'])
    expect((await world.head.call(getReportingPeriod, { params: { key: '2026Q5' } })).status).toBe(404)
    expect((await world.units[0].chair.call(getReportingPeriod, { params: { key: KEY } })).body.units.open).toBe(1)
  })

  test('is written, handed in, sent back, handed in again and accepted as it was looked at', async ({ world }) => {
    const [{ chair, specialist, branch }] = world.units
    const appeal = await anAppealOf(chair, { receivedOn: '2026-08-10', amount: 120_000 })
    const open = await reportOf(chair, KEY, branch.id)
    expect(open).toMatchObject({ status: 'open', late: true, total: { count: 1, effect: 120_000 }, sha256: null })
    expect(open.can).toEqual({ edit: true, submit: true, return: false, accept: false, remind: false })
    expect((await reportOf(specialist, KEY, branch.id)).can.edit).toBe(false)
    const on = { params: { id: open.id } }

    expect((await chair.send('PATCH', `/branch-reports/${open.id}`, { body: { analysis: 'А' } })).status).toBe(428)
    const text = {
      analysis: 'Обращались из-за доплат за ночные часы.',
      tensions: null,
      examples: [{ appealId: appeal.id, text: 'Медсестре доплатили за ночные часы.' }],
      signed: { fullName: 'Ахметова А. С.', post: 'Председатель филиала', on: '2026-10-09' },
    }
    const written = await chair.call(changeBranchReport, { ...on, version: 1, body: text })
    expect(written.body).toMatchObject({ ...text, examples: [{ number: appeal.number }], version: 2 })
    expect((await chair.call(changeBranchReport, { ...on, version: 1, body: {} })).status).toBe(412)
    const strange = await chair.call(changeBranchReport, {
      ...on,
      version: 2,
      body: { examples: [{ appealId: open.id, text: 'Чужое' }] },
    })
    expect(strange.body.errors).toMatchObject([{ path: '/examples/0/appealId', code: 'field.absent' }])

    const accept = (version: number, sha256: string) =>
      world.council.call(acceptBranchReport, { ...on, version, body: { sha256 } })
    expect((await accept(2, '0'.repeat(64))).body.code).toBe('branchReport.notSubmitted')
    const submitted = await chair.call(submitBranchReport, { ...on, version: 2, body: {} })
    expect(submitted.body).toMatchObject({ status: 'submitted', late: true, submittedBy: { id: world.users.chair.id } })
    expect(submitted.headers['etag']).toBe('"3"')
    expect((await chair.call(submitBranchReport, { ...on, version: 3, body: {} })).body.code).toBe(
      'branchReport.wrongStatus',
    )
    expect((await chair.call(changeBranchReport, { ...on, version: 3, body: {} })).body.code).toBe(
      'branchReport.wrongStatus',
    )
    expect((await chair.send('GET', `/branch-reports/${open.id}/snapshot`)).status).toBe(404)

    const returned = await world.council.call(returnBranchReport, { ...on, version: 3, body: { comment: 'Уточните' } })
    expect(returned.body).toMatchObject({ status: 'returned', comment: 'Уточните', sha256: null, submittedAt: null })
    const again = await handedIn(chair, KEY, branch.id)
    expect((await accept(again.version, '0'.repeat(64))).body.code).toBe('branchReport.figuresChanged')
    const taken = await accept(again.version, again.sha256 ?? '')
    expect(taken.body).toMatchObject({
      status: 'accepted',
      sha256: again.sha256,
      comment: null,
      acceptedBy: { id: world.users.council.id },
      total: { count: 1, effect: 120_000 },
    })

    const snapshot = await chair.send('GET', `/branch-reports/${open.id}/snapshot`)
    const hash = createHash('sha256')
      .update(JSON.stringify(snapshot.body) && canonicalize(snapshot.body)!)
      .digest()
    expect(hash.toString('hex')).toBe(again.sha256)
    expect(snapshot.headers['repr-digest']).toBe(`sha-256=:${hash.toString('base64')}:`)
    expect(snapshot.body).toMatchObject({
      period: { key: KEY },
      unit: { branchId: branch.id },
      figures: { totals: { count: 1, effect: 120_000, people: 1, unconfirmed: 120_000 } },
      records: {
        appeals: [{ number: appeal.number, category: 'pay', level: 'branch' }],
        effects: [{ id: appeal.effectId, appealNumber: appeal.number, amount: 120_000, confirmed: false }],
      },
      corrections: [],
      text: { analysis: text.analysis },
    })
  })

  test('keeps its figures from whoever accepts what has changed since', async ({ world }) => {
    const [, { chair, branch }] = world.units
    const submitted = await handedIn(chair, KEY, branch.id)
    await anAppealOf(chair, { receivedOn: '2026-09-30' })
    const on = { params: { id: submitted.id }, version: submitted.version }
    const refused = await world.council.call(acceptBranchReport, { ...on, body: { sha256: submitted.sha256 ?? '' } })
    expect(refused.body).toMatchObject({ status: 409, code: 'branchReport.figuresChanged' })
    const { body } = await world.council.call(listBranchReportDifferences, {
      params: { id: submitted.id },
      query: {},
    })
    expect(body).toMatchObject({ items: [{ record: 'appeal', change: 'added' }], totals: { count: 1, effect: 0 } })
    await world.council.call(returnBranchReport, { ...on, body: { comment: 'Появилось новое' } })
    await accepted(world, world.units[1], KEY)
  })

  test('is not handed in before it is over, nor by whoever has no business with it', async ({ as, db, world }) => {
    const [mine, theirs] = world.units
    const now = await reportOf(mine.chair, '2026Q4', mine.branch.id)
    expect(now).toMatchObject({ late: false, can: { edit: true, submit: false } })
    const early = await mine.chair.call(submitBranchReport, { params: { id: now.id }, version: 1, body: {} })
    expect(early.body.code).toBe('branchReport.periodNotOver')
    const foreign = { params: { id: now.id }, version: 1 }
    expect((await theirs.chair.call(submitBranchReport, { ...foreign, body: {} })).status).toBe(404)
    expect((await theirs.chair.call(getBranchReport, { params: foreign.params })).status).toBe(404)
    expect(
      (await theirs.chair.call(listBranchReports, { params: { key: '2026Q4' }, query: {} })).body.items,
    ).toHaveLength(1)
    expect((await mine.specialist.call(submitBranchReport, { ...foreign, body: {} })).status).toBe(403)
    expect((await world.auditor.call(submitBranchReport, { ...foreign, body: {} })).status).toBe(403)
    expect((await world.auditor.call(getBranchReport, { params: foreign.params })).body.can.edit).toBe(false)
    // Another unit's is the head's, with the reason; never a specialist's of the council.
    const q2 = await reportOf(world.head, '2026Q2', mine.branch.id)
    const on = { params: { id: q2.id }, version: 1 }
    expect((await world.council.call(submitBranchReport, { ...on, body: {} })).status).toBe(403)
    expect((await world.head.call(submitBranchReport, { ...on, body: {} })).body.errors).toMatchObject([
      { path: '/reason', code: 'field.required' },
    ])
    const submitted = await world.head.call(submitBranchReport, { ...on, body: { reason: 'Председатель не избран' } })
    expect(submitted.body).toMatchObject({ status: 'submitted', submitReason: 'Председатель не избран' })
    expect((await as(await aUser(db, 'accountant')).call(getBranchReport, { params: on.params })).status).toBe(403)
  })

  test('is asked for when it is late', async ({ world, clock }) => {
    const q2 = await reportOf(world.council, '2026Q2', world.units[1].branch.id)
    expect(q2.can.remind).toBe(true)
    const { body } = await world.council.call(remindBranch, { params: { id: q2.id } })
    expect(body.remindedAt).toBe(clock.now().toISOString())
    expect((await world.council.call(remindBranch, { params: { id: q2.id }, version: 1 })).status).toBe(412)
    const own = await reportOf(world.council, '2026Q2', null)
    expect(own.can.remind).toBe(false)
    expect((await world.council.call(remindBranch, { params: { id: own.id } })).body.code).toBe('auth.forbidden')
    const now = await reportOf(world.council, '2026Q4', world.units[1].branch.id)
    expect((await world.council.call(remindBranch, { params: { id: now.id } })).body.code).toBe(
      'branchReport.periodNotOver',
    )
  })
})

describe('a closed quarter', () => {
  test('is the sum of its units, and says what changes after it', async ({ world, clock }) => {
    const [{ chair, branch }] = world.units
    const missing = await world.head.call(closePeriod, { params: { key: KEY } })
    expect(missing.body).toMatchObject({ status: 409, code: 'period.unitMissing', params: { missing: 1 } })
    expect((await world.council.call(closePeriod, { params: { key: KEY } })).status).toBe(403)
    expect((await world.head.send('GET', `/reporting-periods/${KEY}/snapshot`)).status).toBe(404)
    expect((await world.head.call(listPeriodDifferences, { params: { key: KEY }, query: {} })).status).toBe(404)
    await accepted(world, null, KEY)
    const closing = await world.head.call(closePeriod, { params: { key: KEY }, version: 1 })
    expect(closing.body).toMatchObject({
      status: 'closed',
      closedOn: clock.today(),
      closedBy: { id: world.users.head.id },
      can: { close: false, reopen: true },
    })
    expect((await world.head.call(closePeriod, { params: { key: KEY } })).body.code).toBe('period.closed')
    const stored = await world.head.send('GET', `/reporting-periods/${KEY}/snapshot`)
    expect(stored.body).toMatchObject({
      kind: 'period',
      follows: null,
      figures: { totals: { count: 2, effect: 120_000 } },
    })
    expect(stored.body.units).toHaveLength(3)
    expect((await chair.send('GET', `/reporting-periods/${KEY}/snapshot`)).status).toBe(404)

    const own = await reportOf(world.head, KEY, branch.id)
    const on = { params: { id: own.id }, version: own.version }
    expect(own.can).toEqual({ edit: false, submit: false, return: false, accept: false, remind: false })
    expect((await world.head.call(returnBranchReport, { ...on, body: { comment: 'Поздно' } })).body.code).toBe(
      'period.closed',
    )

    const late = await anAppealOf(chair, { receivedOn: '2026-09-01', category: 'legal', amount: 5000 })
    const [appeal] = (await world.head.send('GET', `/branch-reports/${own.id}/snapshot`)).body.records.appeals
    const [effect] = (await world.head.send('GET', `/branch-reports/${own.id}/snapshot`)).body.records.effects
    const found = await chair.send('GET', `/appeals?q=${appeal.number}`)
    await chair.call(changeEffect, { params: { id: effect.id }, version: 1, body: { amount: 100_000 } })
    const { body: recounted } = await chair.call(changeAppeal, {
      params: { id: found.body.items[0].id },
      version: found.body.items[0].version,
      body: { category: 'legal', topicId: null },
    })
    expect(recounted.category).toBe('legal')
    const differences = await world.head.call(listPeriodDifferences, { params: { key: KEY }, query: { limit: 2 } })
    const rest = await world.head.call(listPeriodDifferences, {
      params: { key: KEY },
      query: { cursor: differences.body.nextCursor ?? '' },
    })
    expect(differences.body.totals).toEqual({ count: 1, effect: -15_000 })
    expect(rest.body.totals).toEqual(differences.body.totals)
    const rows = [...differences.body.items, ...rest.body.items]
    expect(
      rows.map(({ record, change, category, count, effect: sum }) => [record, change, category, count, sum]),
    ).toEqual([
      ['appeal', 'changed', 'legal', 1, 0],
      ['appeal', 'changed', 'pay', -1, 0],
      ['effect', 'changed', 'legal', 0, 100_000],
      ['effect', 'changed', 'pay', 0, -120_000],
      ['appeal', 'added', 'legal', 1, 0],
      ['effect', 'added', 'legal', 0, 5000],
    ])
    expect(rows.map(({ appealId }) => appealId).at(-1)).toBe(late.id)
    const mine = await chair.call(listPeriodDifferences, { params: { key: KEY }, query: {} })
    expect(mine.body.items).toHaveLength(6)
    const foreign = await world.units[1].chair.call(listPeriodDifferences, { params: { key: KEY }, query: {} })
    expect(foreign.body).toMatchObject({ items: [], totals: { count: 0, effect: 0 } })

    const report = async (query: object) =>
      (
        await world.head.call(reportAppeals, {
          query: { from: '2026-01-01', to: '2026-12-31', columns: 'quarter', ...query },
        })
      ).body.corrections
    expect(await report({})).toEqual({ [KEY]: { count: 1, effect: -15_000 } })
    expect(await report({ rows: 'topic', branchId: branch.id })).toEqual({ [KEY]: { count: 1, effect: -15_000 } })
    expect(await report({ branchId: 'council' })).toEqual({ [KEY]: { count: 0, effect: 0 } })
    expect(await report({ levels: 'council,branch' })).toEqual({})
    expect(await report({ columns: 'month' })).toEqual({})
    expect(await report({ to: '2026-09-29' })).toEqual({})

    const figures = await chair.call(getBranchReportFigures, {
      params: { id: (await reportOf(chair, '2026Q4', branch.id)).id },
    })
    expect(figures.body).toMatchObject({
      frozen: false,
      // As it was closed: with its corrections it makes what the year to date counts.
      totals: {
        current: { count: 0 },
        previous: { count: 1, effect: 120_000 },
        yearToDate: { count: 2, effect: 105_000 },
      },
      corrections: [{ periodKey: KEY, count: 1, effect: -15_000 }],
    })
    const frozen = await chair.call(getBranchReportFigures, { params: { id: own.id } })
    expect(frozen.body).toMatchObject({ frozen: true, totals: { current: { count: 1, effect: 120_000 } } })
    expect((await chair.call(getBranchReport, { params: { id: own.id } })).body.total).toEqual({
      count: 1,
      effect: 120_000,
    })
    const same = await world.head.send('GET', `/reporting-periods/${KEY}/snapshot`)
    expect(same.headers['repr-digest']).toBe(stored.headers['repr-digest'])
  })

  test('is opened again with a reason; a second snapshot follows the first, which stays', async ({ world }) => {
    const [{ chair, branch }] = world.units
    const { body: before } = await world.head.call(getReportingPeriod, { params: { key: KEY } })
    const refused = await world.head.call(reopenPeriod, { params: { key: '2026Q1' }, body: { reason: 'Ошибка' } })
    expect(refused.body.code).toBe('period.notClosed')
    const reason = 'Обнаружены пропущенные обращения'
    const opened = await world.head.call(reopenPeriod, { params: { key: KEY }, body: { reason } })
    expect(opened.body).toMatchObject({ status: 'open', sha256: null, reopenReason: reason, can: { close: true } })
    expect((await world.head.send('GET', `/reporting-periods/${KEY}/snapshot`)).status).toBe(404)
    const own = await reportOf(world.head, KEY, branch.id)
    // Which unit to return is seen as long as it is accepted.
    const different = async () =>
      (await world.head.call(listPeriodDifferences, { params: { key: KEY }, query: {} })).body.totals
    expect(await different()).toEqual({ count: 1, effect: -15_000 })
    await world.council.call(returnBranchReport, {
      params: { id: own.id },
      version: own.version,
      body: { comment: 'Пересчитайте' },
    })
    expect(await different()).toEqual({ count: 0, effect: 0 })
    expect((await world.head.call(closePeriod, { params: { key: KEY } })).body.code).toBe('period.unitMissing')
    await accepted(world, world.units[0], KEY)
    const { body: after } = await world.head.call(closePeriod, { params: { key: KEY } })
    expect(after.sha256).not.toBe(before.sha256)
    const second = await world.head.send('GET', `/reporting-periods/${KEY}/snapshot`)
    expect(second.body).toMatchObject({ follows: before.sha256, figures: { totals: { count: 3, effect: 105_000 } } })
    const first = await world.head.send('GET', `/reporting-periods/${KEY}/snapshot?sha256=${before.sha256}`)
    expect(first.body).toMatchObject({ follows: null, figures: { totals: { count: 2, effect: 120_000 } } })
    const old = await chair.send('GET', `/branch-reports/${own.id}/snapshot?sha256=${own.sha256}`)
    expect(old.body.figures.totals.effect).toBe(120_000)
    const { body } = await world.head.call(listPeriodDifferences, { params: { key: KEY }, query: {} })
    expect(body).toMatchObject({ items: [], totals: { count: 0, effect: 0 } })
  })

  test('leaves what was done in the trail', async ({ world }) => {
    const own = await reportOf(world.head, KEY, world.units[0].branch.id)
    const actions = async (entityId: string) =>
      (await world.auditor.call(listAudit, { query: { entityId, limit: 200 } })).body.items
        .map(({ action }) => action)
        .toReversed()
    expect(await actions(KEY)).toEqual(['period.closed', 'period.reopened', 'period.closed'])
    expect((await actions(own.id)).map((action) => action.split('.')[1])).toEqual([
      'changed',
      'submitted',
      'returned',
      'submitted',
      'accepted',
      'returned',
      'submitted',
      'accepted',
    ])
  })
})

test('a quarter without a single appeal is handed in by one action', async ({ world }) => {
  await closed(world, '2026Q1')
  const report = await reportOf(world.units[1].chair, '2026Q1', world.units[1].branch.id)
  expect(report).toMatchObject({ status: 'accepted', total: { count: 0, effect: 0 }, analysis: null })
  // Entered late and annulled, an appeal leaves nothing; voided, an entry of the ledger neither.
  const { chair } = world.units[1]
  const late = await anAppealOf(chair, { receivedOn: '2026-02-02', amount: 700 })
  const differences = async () =>
    (await world.head.call(listPeriodDifferences, { params: { key: '2026Q1' }, query: {} })).body.totals
  expect(await differences()).toEqual({ count: 1, effect: 700 })
  await chair.call(voidEffect, { params: { id: late.effectId ?? '' }, version: 1, body: { reason: 'Ошибка' } })
  expect(await differences()).toEqual({ count: 1, effect: 0 })
  await chair.call(annulAppeal, { params: { id: late.id }, version: 1, body: { reason: 'Ошибка' } })
  expect(await differences()).toEqual({ count: 0, effect: 0 })
})
