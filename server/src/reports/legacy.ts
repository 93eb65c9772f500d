import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { ReportRows } from '@qorgan/shared/reports'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'

export interface LegacyFigure {
  column: string
  row: string | null
  category: AppealCategory
  count: number
  effect: number
}
interface Question {
  columns: readonly { key: string; from: Day; to: Day; levels: readonly AppealLevel[] }[]
  rows: ReportRows
  unitIds: readonly string[] | undefined
}

/**
 * Printed totals from before the register, in the columns that hold their whole dates; a level that a column does not count stays out. A
 * total of the whole union has no branch: it stands in the categories and in the sums alone, and never where one unit was asked for.
 */
export async function findLegacy(
  db: Reader,
  actor: Actor,
  { columns, rows, unitIds }: Question,
): Promise<LegacyFigure[]> {
  const first = columns[0]
  const last = columns.at(-1)
  if (!first || !last) return []
  const totals = await db
    .selectFrom('legacyTotals')
    .select(['unitId', 'level', 'category', 'fromOn', 'toOn', 'count', 'effect'])
    .where('fromOn', '>=', first.from)
    .where('toOn', '<=', last.to)
    .$if(!seesUnion(actor), (rest) => rest.where('unitId', '=', actor.unitId))
    .$if(unitIds !== undefined, (rest) => rest.where('unitId', '=', anyId(unitIds ?? [])))
    .execute()
  return totals.flatMap((total) => {
    const column = columns.find(({ from, to }) => from <= total.fromOn && total.toOn <= to)
    if (!column || (total.level && !column.levels.includes(total.level))) return []
    const row = rows === 'category' ? total.category : rows === 'branch' ? total.unitId : NO_ROW
    return [
      { column: column.key, row: row ?? NO_ROW, category: total.category, count: total.count, effect: total.effect },
    ]
  })
}

/** In no row of this breakdown: it stands in the sums. */
const NO_ROW = ''
