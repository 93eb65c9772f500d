import type { Day } from '@qorgan/shared/dates'
import { AppealLevel } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { ReportRows } from '@qorgan/shared/reports'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'

export interface LegacyFigure {
  column: string
  row: string
  /** Null: of the whole union. */
  unitId: string | null
  /** Null: of all levels together. */
  level: AppealLevel | null
  category: AppealCategory
  fromOn: Day
  toOn: Day
  count: number
  effect: number
}
interface Question {
  columns: readonly { key: string; from: Day; to: Day; levels: readonly AppealLevel[] }[]
  rows: ReportRows
  levels: 'counted' | readonly AppealLevel[]
  unitIds: readonly string[] | undefined
}

/**
 * Printed totals from before the register, in the columns that hold their whole dates; a level that a column does not count stays out. A
 * total of the whole union has no branch: it stands in the categories and in the sums alone, and never where one unit was asked for. Nor
 * does one of all levels where some were asked for.
 */
export async function findLegacy(
  db: Reader,
  actor: Actor,
  { columns, rows, levels, unitIds }: Question,
): Promise<LegacyFigure[]> {
  const first = columns[0]
  const last = columns.at(-1)
  if (!first || !last) return []
  const totals = await db
    .selectFrom('legacyTotals')
    .select(['unitId', 'level', 'category', 'fromOn', 'toOn', 'count', 'effect'])
    .where('voidedAt', 'is', null)
    .where('fromOn', '>=', first.from)
    .where('toOn', '<=', last.to)
    .$if(!seesUnion(actor), (rest) => rest.where('unitId', '=', actor.unitId))
    .$if(unitIds !== undefined, (rest) => rest.where('unitId', '=', anyId(unitIds ?? [])))
    .execute()
  const asksForAll = levels === 'counted' || AppealLevel.options.every((level) => levels.includes(level))
  return totals.flatMap((total) => {
    const column = columns.find(({ from, to }) => from <= total.fromOn && total.toOn <= to)
    if (!column || !(total.level ? column.levels.includes(total.level) : asksForAll)) return []
    const row = rows === 'category' ? total.category : rows === 'branch' ? total.unitId : NO_ROW
    return [{ ...total, column: column.key, row: row ?? NO_ROW }]
  })
}

/** What may be added up: of two totals that speak of the same days the broader one, which was printed with the other inside. */
export const withoutHeld = (figures: readonly LegacyFigure[]): LegacyFigure[] =>
  figures.filter((one) => !figures.some((other) => holds(other, one)))

/** The union's total holds its units', one of all levels each level's. */
const holds = (broad: LegacyFigure, narrow: LegacyFigure) =>
  broad.column === narrow.column &&
  broad.category === narrow.category &&
  (broad.unitId === null || broad.unitId === narrow.unitId) &&
  (broad.level === null || broad.level === narrow.level) &&
  (broad.unitId !== narrow.unitId || broad.level !== narrow.level) &&
  broad.fromOn <= narrow.toOn &&
  narrow.fromOn <= broad.toOn

/** In no row of this breakdown: it stands in the sums. */
const NO_ROW = ''
