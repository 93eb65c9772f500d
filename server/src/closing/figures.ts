import type { AppealCategory } from '@qorgan/shared/organisation'
import { sql } from 'kysely'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { columnsOf, findUnitFigures, type LevelledColumn, levelled } from '../reports/service.ts'
import { figuresOf } from './amounts.ts'
import { type Quarter, beginningOfYear, quartersAfter } from './quarters.ts'
import type { Figures } from './snapshot.ts'

export type Span = 'current' | 'previous' | 'yearAgo' | 'yearToDate'
export type FiguresOfUnit = Record<Span, Figures>

/**
 * Of each unit the quarter, the one before, the same a year ago, and the year to its end: what /reports/appeals says of those dates. A quarter
 * that is closed is compared with as it was closed: its corrections stand beside it, so whoever adds both counts nothing twice.
 */
export async function findQuarterFigures(
  db: Reader,
  quarter: Quarter,
  unitIds: readonly string[],
): Promise<Map<string, FiguresOfUnit>> {
  const [previous, yearAgo] = [quartersAfter(quarter, -1), quartersAfter(quarter, -4)]
  const spans: Record<Span, { from: string; to: string }> = {
    current: quarter,
    previous,
    yearAgo,
    yearToDate: beginningOfYear(quarter),
  }
  const columns = await levelled(
    db,
    Object.entries(spans).map(([key, { from, to }]) => ({ key, from, to, label: { ru: key, kk: key, en: key } })),
    'counted',
  )
  const kept = Map.groupBy(await findUnitFigures(db, columns, unitIds), ({ column, row }) => `${column} ${row}`)
  const estimated = await findEstimated(db, columns, unitIds)
  const closed = await findClosedFigures(db, [previous.key, yearAgo.key], unitIds)
  const ofUnit = (column: LevelledColumn, unitId: string): Figures => {
    const place = `${column.key} ${unitId}`
    const all = kept.get(place) ?? []
    const parts = all
      .filter(({ counted }) => counted)
      .map(({ category, count, effect, people, unconfirmed }) => ({
        category,
        count,
        effect,
        people,
        unconfirmed,
        estimated: estimated.get(`${place} ${category}`) ?? 0,
      }))
    const notCounted = all.reduce((sum, { counted, count }) => sum + (counted ? 0 : count), 0)
    return figuresOf(parts, { levels: column.levels, footnotes: column.footnotes, notCounted })
  }
  return new Map(
    unitIds.map((unitId) => {
      const living = Object.fromEntries(columns.map((column) => [column.key, ofUnit(column, unitId)])) as FiguresOfUnit
      const asClosed = ({ key }: Quarter) => closed.get(`${unitId} ${key}`)
      return [
        unitId,
        {
          ...living,
          previous: asClosed(previous) ?? living.previous,
          yearAgo: asClosed(yearAgo) ?? living.yearAgo,
        },
      ]
    }),
  )
}

async function findClosedFigures(
  db: Reader,
  periodKeys: readonly string[],
  unitIds: readonly string[],
): Promise<Map<string, Figures>> {
  const { rows } = await sql<{ unitId: string; periodKey: string; figures: Figures }>`
    select r.unit_id, r.period_key, convert_from(s.bytes, 'UTF8')::jsonb -> 'figures' as figures
    from reporting_periods p join branch_reports r on r.period_key = p.key join snapshots s on s.id = r.snapshot_id
    where p.status = 'closed' and r.status = 'accepted' and p.key = ${anyText(periodKeys)} and r.unit_id = ${anyId(unitIds)}`.execute(
    db,
  )
  return new Map(rows.map(({ unitId, periodKey, figures }) => [`${unitId} ${periodKey}`, figures]))
}

interface Estimated {
  column: string
  unitId: string
  category: AppealCategory
  amount: number
}
/** Saved legal fees: no one paid them out, so reports print them apart. By column, unit and category. */
async function findEstimated(
  db: Reader,
  columns: readonly LevelledColumn[],
  unitIds: readonly string[],
): Promise<Map<string, number>> {
  const spans = JSON.stringify(columns.map(({ key, from, to, levels }) => ({ key, from, to, levels })))
  const { rows } = await sql<Estimated>`
    select span.key as "column", e.branch_id as unit_id, e.category, sum(e.amount)::int8 as amount
    from jsonb_to_recordset(${spans}::jsonb) as span(key text, "from" date, "to" date, levels text[])
    join effects e on e.branch_id = ${anyId(unitIds)} and e.occurred_on between span."from" and span."to" and e.level = any(span.levels)
    where e.kind = 'legal_fees_saved' and e.stage = 'received' and e.voided_at is null group by 1, 2, 3`.execute(db)
  return new Map(rows.map(({ column, unitId, category, amount }) => [`${column} ${unitId} ${category}`, amount]))
}

/** One quarter as the report has it, with the levels that count in it. */
export async function levelledQuarter(db: Reader, quarter: Quarter): Promise<LevelledColumn> {
  const [column] = await levelled(db, columnsOf(quarter.from, quarter.to, 'quarter'), 'counted')
  if (!column) throw new Error(`${quarter.key} is no quarter`)
  return column
}
