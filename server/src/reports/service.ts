import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { Label } from '@qorgan/shared/fields'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { AppealsReport, Cell, ReportColumns, ReportRows } from '@qorgan/shared/reports'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { invalidAt } from '../platform/errors.ts'
import { type Column, columnsOf } from './columns.ts'
import { type Figure, findFigures } from './figures.ts'
import { findFrozen } from './frozen.ts'
import { findLegacy, type LegacyFigure, withoutHeld } from './legacy.ts'
import { findRows } from './row-labels.ts'

export { type Column, columnsOf } from './columns.ts'
export { type Figure, findSavedFees, findUnitFigures, type LevelledSpan } from './figures.ts'
export { categoryLabels } from './labels.ts'
export { withLevels } from './levels.ts'
export { reportOnMedAdvokat } from './medadvokat.ts'
export { reportOnMembership } from './membership.ts'
export { reportOnMinistry } from './ministry.ts'
export { reportOnMovement } from './movement.ts'

interface Question {
  from: Day
  to: Day
  columns: ReportColumns
  rows: ReportRows
  levels: 'counted' | readonly AppealLevel[]
  unitIds: readonly string[] | undefined
}

export type LevelledColumn = Column & { levels: AppealLevel[]; footnotes: { key: string; text: Label }[] }

/** Appeals by date of receipt and effect by date of obtaining, live. Every row and cell is there, zeros too. */
export async function reportOnAppeals(db: Reader, actor: Actor, question: Question): Promise<AppealsReport> {
  const { from, to, rows, unitIds } = question
  if (to < from) throw invalidAt('/to', 'field.reversed')
  const columns = await levelled(db, columnsOf(from, to, question.columns), question.levels)
  const all = await findFigures(db, actor, { columns, rows, unitIds })
  const figures = all.filter(({ counted }) => counted)
  const printed = await findLegacy(db, actor, { columns, rows, levels: question.levels, unitIds })
  const legacy = withoutHeld(printed)
  const frozen = question.levels === 'counted' ? await findFrozen(db, actor, columns, unitIds) : []

  const byRow = Map.groupBy(figures, (figure) => figure.row)
  const reportRows = (await findRows(db, actor, rows)).map(({ key, value, label }) => {
    const own = byRow.get(value) ?? []
    const ownPrinted = withoutHeld(printed.filter(({ row }) => row === value))
    return { key, label, cells: cellsOf(columns, own, ownPrinted), total: cell(own, ownPrinted) }
  })
  const totals = cellsOf(columns, figures, legacy)
  return {
    from,
    to,
    columns,
    rows: reportRows,
    totals: { ...totals, total: cell(figures, legacy) },
    subtotals: {
      rightsDefence: cell(figures.filter(isRightsDefence), legacy.filter(isRightsDefence)),
      socialSupport: cell(figures.filter(isSocialSupport), legacy.filter(isSocialSupport)),
    },
    notCounted: { count: all.reduce((sum, { counted, count }) => sum + (counted ? 0 : count), 0) },
    corrections: Object.fromEntries(
      frozen.map(({ key, count, effect }) => [
        key,
        { count: (totals[key]?.count ?? 0) - count, effect: (totals[key]?.effect ?? 0) - effect },
      ]),
    ),
  }
}

/** Vouchers and aid are the union's own spending or discount; the other three defend rights. Reports print the two apart. */
export const isSocialSupport = ({ category }: { category: AppealCategory }) =>
  category === 'sanatorium' || category === 'material_aid'
const isRightsDefence = (figure: { category: AppealCategory }) => !isSocialSupport(figure)

const cellsOf = (
  columns: readonly Column[],
  figures: readonly Figure[],
  legacy: readonly LegacyFigure[],
): Record<string, Cell> => {
  const byColumn = Map.groupBy(figures, ({ column }) => column)
  return Object.fromEntries(
    columns.map(({ key }) => [
      key,
      cell(
        byColumn.get(key) ?? [],
        legacy.filter(({ column }) => column === key),
      ),
    ]),
  )
}

function cell(figures: readonly Figure[], legacy: readonly LegacyFigure[]): Cell {
  const sum = { count: 0, effect: 0, people: 0, unconfirmed: 0 }
  for (const figure of figures) {
    sum.count += figure.count
    sum.effect += figure.effect
    sum.people += figure.people
    sum.unconfirmed += figure.unconfirmed
  }
  const printed = (name: 'count' | 'effect') => legacy.reduce((total, one) => total + one[name], 0)
  return { ...sum, legacy: legacy.length === 0 ? null : { count: printed('count'), effect: printed('effect') } }
}

/** Which levels count is a dated setting; a column goes by the one in force on its first day, and carries its footnote. */
export async function levelled(
  db: Reader,
  columns: readonly Column[],
  levels: Question['levels'],
): Promise<LevelledColumn[]> {
  if (levels !== 'counted') return columns.map((column) => ({ ...column, levels: [...levels], footnotes: [] }))
  const settings = await db.selectFrom('countedLevels').selectAll().orderBy('validFrom').execute()
  return columns.map((column) => {
    const setting = settings.findLast(({ validFrom }) => validFrom <= column.from) ?? settings[0]
    const text =
      setting?.footnoteRu && setting.footnoteKk
        ? { ru: setting.footnoteRu, kk: setting.footnoteKk, en: setting.footnoteEn }
        : null
    return {
      ...column,
      // The table's values are the contract's; the column is text[], which has no check of its own.
      levels: (setting?.levels ?? []) as AppealLevel[],
      footnotes: setting?.footnoteKey && text ? [{ key: setting.footnoteKey, text }] : [],
    }
  })
}
