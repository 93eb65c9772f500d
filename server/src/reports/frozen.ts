import type { Day } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import type { Column } from './columns.ts'

export interface FrozenFigures {
  /** Of the column. */
  key: string
  count: number
  effect: number
}

/**
 * What the snapshots of closed quarters say, for the columns that are exactly such a quarter. Whoever sees less than a unit has no
 * snapshot to compare with: nothing.
 */
export async function findFrozen(
  db: Reader,
  actor: Actor,
  columns: readonly Column[],
  unitIds: readonly string[] | undefined,
): Promise<FrozenFigures[]> {
  const role = databaseRoleOf(actor)
  const quarters = new Map<Day, Column>(columns.filter(isQuarter).map((column) => [column.from, column]))
  if (quarters.size === 0 || (role !== 'qorgan_union' && role !== 'qorgan_unit')) return []
  const own = role === 'qorgan_unit' ? sql` and r.unit_id = ${actor.unitId}::uuid` : sql``
  const asked = unitIds ? sql` and r.unit_id = ${anyId(unitIds)}` : sql``
  const { rows } = await sql<{ fromOn: Day; count: number; effect: number }>`
    select p.from_on, coalesce(sum(f.count), 0)::int8 as count, coalesce(sum(f.effect), 0)::int8 as effect
    from reporting_periods p
    left join (branch_reports r join snapshot_figures f on f.snapshot_id = r.snapshot_id and not f.is_correction)
      on r.period_key = p.key and r.status = 'accepted'${own}${asked}
    where p.status = 'closed' and p.from_on = any(${sql.val([...quarters.keys()])}::date[]) group by p.key order by p.from_on`.execute(
    db,
  )
  return rows.map(({ fromOn, count, effect }) => ({ key: quarters.get(fromOn)?.key ?? '', count, effect }))
}

const lastDays: Record<string, string> = { '01-01': '03-31', '04-01': '06-30', '07-01': '09-30', '10-01': '12-31' }
/** Whole, whatever the report calls its columns. */
const isQuarter = ({ from, to }: Column) =>
  from.slice(0, 4) === to.slice(0, 4) && lastDays[from.slice(5)] === to.slice(5)
