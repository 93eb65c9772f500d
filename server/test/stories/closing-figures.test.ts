import { annulAppeal, changeAppeal, getAppeal } from '@qorgan/shared/appeals'
import {
  acceptBranchReport,
  closePeriod,
  getBranchReportFigures,
  reopenPeriod,
  returnBranchReport,
} from '@qorgan/shared/closing'
import { changeEffect, confirmEffect, getEffect, voidEffect } from '@qorgan/shared/effects'
import { AppealCategory } from '@qorgan/shared/organisation'
import { reportAppeals } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { quarterOf } from '../../src/closing/quarters.ts'
import type { BranchSnapshot } from '../../src/closing/snapshot.ts'
import {
  aClosingWorld,
  accepted,
  anAppealOf,
  type ClosingUnit,
  type ClosingWorld,
  closed,
  handedIn,
  reportOf,
} from '../closing-factories.ts'
import { chooser, seed } from '../chooser.ts'
import { aUser } from '../factories.ts'
import { system, test } from '../harness.ts'

const days = ['2026-01-05', '2026-03-31', '2026-04-01', '2026-06-15', '2026-07-01', '2026-09-30', '2026-10-20']
const quarters = ['2026Q1', '2026Q2', '2026Q3']

test(
  `a snapshot, what later ones show of it, and what is open now are the living figures (seed ${seed})`,
  { timeout: 120_000 },
  async ({ db, as, clock }) => {
    const { below, one, chance } = chooser(seed)
    const world = await aClosingWorld(db, as, clock.today(), '2026-01-01')
    const confirmer = as(await aUser(db, 'accountant'))
    const entered: { id: string; effectId: string | null; unit: ClosingUnit }[] = []

    /** Somebody enters, moves, recounts, confirms, voids or annuls something: in whatever quarter it falls. */
    const edit = async () => {
      const unit = one(world.units)
      const { chair } = unit
      const own = entered.filter((appeal) => appeal.unit === unit)
      if (own.length < 3 || chance(0.35)) {
        const amount = chance(0.7) ? { amount: below(1_000_000), occurredOn: one(days), people: below(4) } : {}
        const receivedOn = one(days.filter((day) => !('occurredOn' in amount) || day <= (amount.occurredOn ?? '')))
        entered.push({
          ...(await anAppealOf(chair, {
            receivedOn: receivedOn ?? days[0]!,
            category: one(AppealCategory.options),
            ...amount,
          })),
          unit,
        })
        return
      }
      const { id, effectId } = one(own)
      const appeal = (await chair.call(getAppeal, { params: { id } })).body
      const on = { params: { id }, version: appeal.version }
      if (chance(0.4))
        await chair.call(changeAppeal, {
          ...on,
          body: chance(0.5) ? { category: one(AppealCategory.options), topicId: null } : { receivedOn: one(days) },
        })
      else if (chance(0.2)) await chair.call(annulAppeal, { ...on, body: { reason: 'Ошибка' } })
      if (!effectId) return
      const effect = {
        params: { id: effectId },
        version: (await chair.call(getEffect, { params: { id: effectId } })).body.version,
      }
      const act = one(['confirm', 'void', 'change', 'change', 'change', 'nothing'] as const)
      if (act === 'confirm') await confirmer.call(confirmEffect, effect)
      if (act === 'void') await chair.call(voidEffect, { ...effect, body: { reason: 'Ошибка' } })
      if (act === 'change') {
        const body = { amount: below(1_000_000), people: below(4), occurredOn: one(days) }
        await chair.call(changeEffect, { ...effect, body })
      }
    }
    const edits = async (many: number) => {
      for (let n = 0; n < many; n++) await edit()
    }
    const takeAgain = async (key: string, unit: ClosingUnit) => {
      expect((await world.head.call(reopenPeriod, { params: { key }, body: { reason: 'Пропущено' } })).status).toBe(200)
      const { id, version } = await reportOf(world.head, key, unit.branch.id)
      await world.council.call(returnBranchReport, { params: { id }, version, body: { comment: 'Заново' } })
      await edits(3)
      await accepted(world, unit, key)
      expect((await world.head.call(closePeriod, { params: { key } })).status).toBe(200)
    }

    await edits(20)
    await closed(world, '2026Q1')
    await edits(20)
    await addsUp(world)
    await closed(world, '2026Q2')
    await edits(20)
    await addsUp(world)
    // Opened and taken again, a quarter has a new base; what was shown of the old one is taken back where it is open.
    await takeAgain('2026Q1', world.units[0])
    await edits(10)
    await addsUp(world)
    // Whatever was handed in and not accepted shows nothing yet.
    const provisional = await handedIn(world.units[0].chair, '2026Q3', world.units[0].branch.id)
    await addsUp(world)
    await edits(5)
    const { id, version, sha256 } = provisional
    await world.council.call(acceptBranchReport, { params: { id }, version, body: { sha256: sha256 ?? '' } })
    const after = await reportOf(world.head, '2026Q3', world.units[0].branch.id)
    if (after.status === 'submitted')
      await world.council.call(returnBranchReport, {
        params: { id },
        version: after.version,
        body: { comment: 'Изменилось' },
      })
    if (after.status === 'submitted') await accepted(world, world.units[0], '2026Q3')
    await addsUp(world)
    await accepted(world, world.units[1], '2026Q3')
    await accepted(world, null, '2026Q3')
    expect((await world.head.call(closePeriod, { params: { key: '2026Q3' } })).status).toBe(200)
    await addsUp(world)
    await edits(25)
    await addsUp(world)
    await takeAgain('2026Q2', world.units[1])
    await edits(10)
    expect(await addsUp(world)).toBeGreaterThan(3)
    const { rows } = await system(db, (tx) => sql`select * from recount()`.execute(tx))
    expect(rows).toEqual([])
  },
)

interface Sum {
  count: number
  effect: number
}
const plus = (a: Sum, b: Sum | undefined): Sum => ({
  count: a.count + (b?.count ?? 0),
  effect: a.effect + (b?.effect ?? 0),
})

/** For every closed quarter of every unit, from the stored bytes; and the records of a correction make its sums. */
async function addsUp(world: ClosingWorld): Promise<number> {
  let shownInAll = 0
  for (const branchId of [...world.units.map(({ branch }) => branch.id), null]) {
    const snapshots = await acceptedOf(world, branchId)
    for (const { corrections } of snapshots) for (const correction of corrections) isOfItsRecords(correction)
    const now = await reportOf(world.head, '2026Q4', branchId)
    const open = (await world.head.call(getBranchReportFigures, { params: { id: now.id } })).body.corrections
    for (const key of quarters) {
      const base = snapshots.find(({ period }) => period.key === key)
      const status = (await world.head.send('GET', `/reporting-periods/${key}`)).body.status
      if (!base || status !== 'closed') continue
      const shown = snapshots.flatMap(({ corrections }) => corrections.filter(({ periodKey }) => periodKey === key))
      shownInAll += shown.length
      const told = [...shown, ...open.filter(({ periodKey }) => periodKey === key)].reduce(plus, base.figures.totals)
      const { from, to } = quarterOf(`${key.slice(0, 4)}-${String(Number(key.slice(5)) * 3).padStart(2, '0')}-01`)
      const report = await world.head.call(reportAppeals, { query: { from, to, branchId: branchId ?? 'council' } })
      const { count, effect } = report.body.totals['total']!
      expect({ key, branchId, count: told.count, effect: told.effect }).toEqual({ key, branchId, count, effect })
      const { count: baseCount, effect: baseEffect } = base.figures.totals
      expect(report.body.corrections['total']).toEqual({ count: count - baseCount, effect: effect - baseEffect })
    }
  }
  return shownInAll
}

async function acceptedOf(world: ClosingWorld, branchId: string | null): Promise<BranchSnapshot[]> {
  const snapshots: BranchSnapshot[] = []
  for (const key of quarters) {
    const { id, status } = await reportOf(world.head, key, branchId)
    if (status === 'accepted')
      snapshots.push((await world.head.send('GET', `/branch-reports/${id}/snapshot`)).body as BranchSnapshot)
  }
  return snapshots
}

function isOfItsRecords({ categories, records }: BranchSnapshot['corrections'][number]): void {
  const sums = AppealCategory.options.map((category) => ({
    category,
    count: records.appeals.filter((one) => one.category === category).reduce((sum, { count }) => sum + count, 0),
    effect: records.effects.filter((one) => one.category === category).reduce((sum, { amount }) => sum + amount, 0),
    people: records.effects.filter((one) => one.category === category).reduce((sum, { people }) => sum + people, 0),
  }))
  expect(sums.filter(({ count, effect, people }) => count !== 0 || effect !== 0 || people !== 0)).toEqual(categories)
}
