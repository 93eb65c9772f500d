import { sql } from 'kysely'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { findUnitFigures, withLevels } from '../reports/service.ts'
import { changeOf, correctionsOf, isChange } from './amounts.ts'
import { findChangedAppeals, findChangedEffects, type Wanted } from './changes.ts'
import { type Quarter, quarterOf, quarterOfKey } from './quarters.ts'
import type { Change, ChangedRecords, Correction } from './snapshot.ts'
import type { AppealCategory } from '@qorgan/shared/organisation'

type CategoryChange = { unitId: string; periodKey: string; category: AppealCategory } & Change

/**
 * What changed in the closed quarters before this one and no accepted report has shown: live figures less the snapshots in force and less
 * the corrections in them. So a quarter's snapshot, what later ones show of it, and what is open now always add up to the living figures.
 */
export async function findCorrections(
  db: Reader,
  quarter: Quarter,
  unitIds: readonly string[],
): Promise<Map<string, Correction[]>> {
  const keys = await findClosedBefore(db, quarter)
  if (keys.length === 0) return new Map()
  const spans = await withLevels(
    db,
    keys.map(({ fromOn }) => quarterOf(fromOn)),
  )
  const living = (await findUnitFigures(db, spans, unitIds))
    .filter(({ counted }) => counted)
    .map(({ row, column, category, count, effect, people }) => ({
      unitId: row,
      periodKey: column,
      category,
      count,
      effect,
      people,
    }))
  const shown = await findShown(db, unitIds, spans)
  const open = [
    ...Map.groupBy([...living, ...shown], ({ unitId, periodKey, category }) => `${unitId} ${periodKey} ${category}`),
  ]
    .map(([, [first, ...rest]]) => ({ ...(first as CategoryChange), ...changeOf([first as CategoryChange, ...rest]) }))
    .filter(isChange)
  const byUnit = Map.groupBy(open, ({ unitId }) => unitId)
  return new Map([...byUnit].map(([unitId, own]) => [unitId, correctionsOf(own)]))
}

const findClosedBefore = (db: Reader, { from }: Quarter) =>
  db
    .selectFrom('reportingPeriods')
    .select('fromOn')
    .where('status', '=', 'closed')
    .where('fromOn', '<', from)
    .orderBy('fromOn')
    .execute()

/** What snapshots in force have said of quarters, with its sign turned. */
async function findShown(
  db: Reader,
  unitIds: readonly string[],
  spans: readonly { key: string }[],
): Promise<CategoryChange[]> {
  const { rows } = await sql<CategoryChange>`
    select f.unit_id, f.period_key, f.category, - sum(f.count)::int8 as count, - sum(f.effect)::int8 as effect, - sum(f.people)::int8 as people
    from branch_reports r join snapshot_figures f on f.snapshot_id = r.snapshot_id
    where r.status = 'accepted' and r.unit_id = ${anyId(unitIds)} and f.period_key = ${anyText(spans.map(({ key }) => key))}
    group by 1, 2, 3`.execute(db)
  return rows
}

/** The records behind open corrections, as what each adds or takes: also those whose changes cancel out in their quarter. */
export async function withRecords(
  db: Reader,
  corrections: ReadonlyMap<string, readonly Correction[]>,
): Promise<Map<string, (Correction & { records: ChangedRecords })[]>> {
  const unitIds = [...corrections.keys()]
  if (unitIds.length === 0) return new Map()
  const keys = [...new Set([...corrections.values()].flat().map(({ periodKey }) => periodKey))]
  const reports = await db
    .selectFrom('branchReports')
    .select(['unitId', 'periodKey', 'snapshotId'])
    .where('status', '=', 'accepted')
    .where('unitId', '=', anyId(unitIds))
    .where('periodKey', '=', anyText(keys))
    .execute()
  const spans = await withLevels(db, keys.map(quarterOfKey))
  const wanted = [...corrections].flatMap(([unitId, own]) =>
    own.flatMap(({ periodKey }): Wanted[] => {
      const span = spans.find(({ key }) => key === periodKey)
      const report = reports.find((one) => one.unitId === unitId && one.periodKey === periodKey)
      return span ? [{ ...span, unitId, snapshotId: report?.snapshotId ?? null }] : []
    }),
  )
  const appeals = await findChangedAppeals(db, wanted, { withShown: true })
  const effects = await findChangedEffects(db, wanted, { withShown: true })
  return new Map(
    [...corrections].map(([unitId, own]) => [
      unitId,
      own.map((correction) => {
        const isIts = (row: { unitId: string; key: string }) =>
          row.unitId === unitId && row.key === correction.periodKey
        return {
          ...correction,
          records: {
            appeals: appeals.filter(isIts).map(({ number, category, count }) => ({ number, category, count })),
            effects: effects.filter(isIts).map(({ id, appealNumber, category, amount, people }) => ({
              id,
              appealNumber,
              category,
              amount,
              people,
            })),
          },
        }
      }),
    ]),
  )
}
