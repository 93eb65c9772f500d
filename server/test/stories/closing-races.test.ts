import {
  acceptBranchReport,
  closePeriod,
  getBranchReport,
  getBranchReportFigures,
  listBranchReportDifferences,
  listPeriodDifferences,
  reopenPeriod,
  returnBranchReport,
  submitBranchReport,
} from '@qorgan/shared/closing'
import { changeEffect } from '@qorgan/shared/effects'
import { reportAppeals } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { expect, inject } from 'vitest'
import type { BranchSnapshot } from '../../src/closing/snapshot.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { openPeriods } from '../../src/closing/periods.ts'
import { aClosingWorld, accepted, anAppealOf, handedIn, reportOf } from '../closing-factories.ts'
import { system, test as base, withDatabase } from '../harness.ts'

const test = base.extend('world', { scope: 'file' }, ({ db, as, clock }) =>
  aClosingWorld(db, as, clock.today(), '2024-10-01'),
)
const many = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)))

test('a report is handed in once, even by several at the same moment', async ({ db, world }) => {
  const [{ chair, branch }] = world.units
  const { id } = await reportOf(chair, '2024Q4', branch.id)
  const answers = await many(6, () => chair.call(submitBranchReport, { params: { id }, version: 1, body: {} }))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412])
  // Whoever names no version in particular is told of the state.
  const blind = await many(3, () =>
    chair.send('POST', `/branch-reports/${id}/submit`, { body: {}, headers: { 'if-match': '*' } }),
  )
  expect(blind.map(({ body }) => body.code)).toEqual(Array.from(blind, () => 'branchReport.wrongStatus'))
  const kept = await system(db, (tx) =>
    tx.selectFrom('snapshots').select('stage').where('branchReportId', '=', id).execute(),
  )
  expect(kept).toEqual([{ stage: 'submitted' }])
})

test('a unit that is at work hands in all the same', { timeout: 30_000 }, async ({ world }) => {
  const [, { chair, specialist, branch }] = world.units
  const { id } = await reportOf(chair, '2024Q4', branch.id)
  const work = many(40, (i) => anAppealOf(i % 2 ? chair : specialist, { receivedOn: '2024-11-11', amount: 100 }))
  const submitted = await chair.call(submitBranchReport, { params: { id }, version: 1, body: {} })
  await work
  expect(submitted.status).toBe(200)
  // Between what was handed in and what lives now there is only what came meanwhile.
  const { body } = await chair.call(listBranchReportDifferences, { params: { id }, query: {} })
  const { total } = (await chair.call(getBranchReport, { params: { id } })).body
  expect(total).toEqual({ count: 40, effect: 4000 })
  expect(body.totals.effect).toBe(body.items.filter(({ record }) => record === 'effect').length * 100)
  expect(body.items.every(({ change }) => change === 'added')).toBe(true)
})

test(
  'what is accepted is what was looked at, whoever changes a record meanwhile',
  { timeout: 30_000 },
  async ({ world }) => {
    const [unit] = world.units
    const outcomes: string[] = []
    for (const key of ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1']) {
      const day = `${key.slice(0, 4)}-${String(Number(key.slice(5)) * 3).padStart(2, '0')}-05`
      const entry = await anAppealOf(unit.chair, { receivedOn: day, amount: 1000 })
      const submitted = await handedIn(unit.chair, key, unit.branch.id)
      const change = () =>
        unit.chair.call(changeEffect, { params: { id: entry.effectId ?? '' }, version: 1, body: { amount: 3000 } })
      const accept = () =>
        world.council.call(acceptBranchReport, {
          params: { id: submitted.id },
          version: submitted.version,
          body: { sha256: submitted.sha256 ?? '' },
        })
      const [answer] = await Promise.all([accept(), change()])
      outcomes.push(String(answer.status))
      if (answer.status === 200) {
        expect(answer.body).toMatchObject({ sha256: submitted.sha256, total: { count: 1, effect: 1000 } })
        const { body } = await unit.chair.call(listBranchReportDifferences, { params: { id: submitted.id }, query: {} })
        expect(body).toMatchObject({ items: [{ change: 'changed', effect: 2000 }], totals: { count: 0, effect: 2000 } })
      } else {
        expect(answer.body.code).toBe('branchReport.figuresChanged')
        expect((await accept()).body.code).toBe('branchReport.figuresChanged')
      }
    }
    expect(outcomes.filter((status) => status !== '200' && status !== '409')).toEqual([])
  },
)

test(
  'a quarter is closed once, and what is written meanwhile is in its snapshot or in its differences',
  {
    timeout: 60_000,
  },
  async ({ world }) => {
    const key = '2026Q2'
    const [{ chair, specialist }, other] = world.units
    await anAppealOf(chair, { receivedOn: '2026-05-05', amount: 500 })
    for (const unit of [...world.units, null]) await accepted(world, unit, key)
    const writing = many(12, (i) =>
      anAppealOf([chair, specialist, other.chair][i % 3]!, { receivedOn: '2026-05-05', amount: 100 }),
    )
    const closings = await many(4, () => world.head.call(closePeriod, { params: { key } }))
    await writing
    expect(closings.map(({ body }) => body.code ?? body.status).toSorted()).toEqual([
      'closed',
      'period.closed',
      'period.closed',
      'period.closed',
    ])
    const { totals } = (await world.head.send('GET', `/reporting-periods/${key}/snapshot`)).body.figures
    const { body } = await world.head.call(listPeriodDifferences, { params: { key }, query: {} })
    const report = await world.head.call(reportAppeals, { query: { from: '2026-04-01', to: '2026-06-30' } })
    expect({ count: totals.count + body.totals.count, effect: totals.effect + body.totals.effect }).toEqual({
      count: 13,
      effect: 1700,
    })
    expect(report.body.totals['total']).toMatchObject({ count: 13, effect: 1700 })
    expect(report.body.corrections['total']).toEqual(body.totals)
  },
)

test('a report is either returned or closed, never both', { timeout: 30_000 }, async ({ world }) => {
  const key = '2026Q2'
  const [{ branch }] = world.units
  for (let n = 0; n < 5; n++) {
    await world.head.call(reopenPeriod, { params: { key }, body: { reason: 'Ещё раз' } })
    const { id, version, status } = await reportOf(world.head, key, branch.id)
    if (status !== 'accepted') await accepted(world, world.units[0], key)
    const on = {
      params: { id },
      version: status === 'accepted' ? version : (await reportOf(world.head, key, branch.id)).version,
    }
    const [returned, closing] = await Promise.all([
      world.council.call(returnBranchReport, { ...on, body: { comment: 'Проверьте' } }),
      world.head.call(closePeriod, { params: { key } }),
    ])
    const codes = [returned.body.code ?? 'returned', closing.body.code ?? 'closed']
    expect([
      ['returned', 'period.unitMissing'],
      ['period.closed', 'closed'],
    ]).toContainEqual(codes)
    const { status: now } = await reportOf(world.head, key, branch.id)
    expect(now).toBe(codes[0] === 'returned' ? 'returned' : 'accepted')
  }
})

test(
  'the hash of a closed quarter survives edits of its records, a recount, and whoever owns the table',
  {
    timeout: 30_000,
  },
  async ({ app, database, db, world }) => {
    const key = '2026Q3'
    const [{ chair }] = world.units
    const entry = await anAppealOf(chair, { receivedOn: '2026-07-07', amount: 4000 })
    const { status } = await reportOf(world.head, key, world.units[1].branch.id)
    for (const unit of [world.units[0], ...(status === 'accepted' ? [] : [world.units[1]]), null])
      await accepted(world, unit, key)
    await world.head.call(closePeriod, { params: { key } })
    const raw = async () => {
      const response = await app.inject({
        url: `/api/v1/reporting-periods/${key}/snapshot`,
        headers: {
          authorization: `Bearer ${app.jwt.sign({ sub: world.users.head.id, sid: world.users.head.sessionId })}`,
        },
      })
      return { bytes: response.rawPayload, digest: response.headers['repr-digest'] }
    }
    const before = await raw()
    expect(before.digest).toBe(`sha-256=:${createHash('sha256').update(before.bytes).digest('base64')}:`)
    await chair.call(changeEffect, {
      params: { id: entry.effectId ?? '' },
      version: 1,
      body: { amount: 1, occurredOn: '2026-11-01' },
    })
    await anAppealOf(chair, { receivedOn: '2026-08-08', amount: 9 })
    const { rows } = await system(db, (tx) => sql`select * from recount()`.execute(tx))
    expect(rows).toEqual([])
    const superuser = connect({
      url: withDatabase(inject('superuserUrl'), new URL(database.url).pathname.slice(1)),
      max: 1,
    })
    for (const change of [
      sql`update snapshots set sha256 = sha256`,
      sql`delete from snapshots`,
      sql`truncate snapshots cascade`,
      sql`update snapshot_figures set count = 0`,
      sql`delete from snapshot_figures`,
    ])
      await expect(change.execute(superuser)).rejects.toThrow('append-only')
    await superuser.destroy()
    const after = await raw()
    expect(after).toEqual(before)
    expect((await world.head.call(listPeriodDifferences, { params: { key }, query: {} })).body.totals).toEqual({
      count: 1,
      effect: -3991,
    })
  },
)

test(
  'two quarters of a unit that are accepted at once do not show the same correction twice',
  {
    timeout: 30_000,
  },
  async ({ db, world, clock }) => {
    clock.set('2027-04-20')
    await system(db, (tx) => openPeriods(tx, clock.today()))
    const { chair, branch } = world.units[1]
    const late = await anAppealOf(chair, { receivedOn: '2026-09-09', amount: 77 })
    const submitted = [await handedIn(chair, '2026Q4', branch.id), await handedIn(chair, '2027Q1', branch.id)]
    const answers = await Promise.all(
      submitted.map(({ id, version, sha256 }) =>
        world.council.call(acceptBranchReport, { params: { id }, version, body: { sha256: sha256 ?? '' } }),
      ),
    )
    expect(answers.map(({ body }) => body.code ?? body.status).toSorted()).toEqual([
      'accepted',
      'branchReport.figuresChanged',
    ])
    const winner = answers.find(({ status }) => status === 200)?.body
    const snapshot = (await world.head.send('GET', `/branch-reports/${winner?.id}/snapshot`)).body as BranchSnapshot
    expect(snapshot.corrections).toMatchObject([
      {
        periodKey: '2026Q3',
        count: 1,
        effect: 77,
        records: { appeals: [{ number: late.number, count: 1 }], effects: [{ id: late.effectId, amount: 77 }] },
      },
    ])
    const other = submitted.find(({ id }) => id !== winner?.id)
    const { body } = await chair.call(getBranchReportFigures, { params: { id: other?.id ?? '' } })
    expect(body.corrections).toEqual([])
  },
)
