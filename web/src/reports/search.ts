import { reportAppeals } from '@qorgan/shared/reports'
import type { Day } from '@qorgan/shared/dates'
import { today } from '../i18n/format.ts'
import { searchOf } from '../platform/search-params.ts'

const { from, to, columns, rows, levels, branchId } = reportAppeals.query.shape
const parse = searchOf({
  from,
  to,
  columns: columns.unwrap(),
  rows: rows.unwrap(),
  levels: levels.unwrap(),
  branchId,
})
export type ReportSearch = ReturnType<typeof parse>

const parseDates = searchOf({ from, to })
export type DatesSearch = ReturnType<typeof parseDates>

/** Without dates it is this year so far, by quarters. */
export function reportSearch(raw: Record<string, unknown>): ReportSearch {
  const search = parse(raw)
  if (search.from && search.to) return search
  return { columns: 'quarter', ...search, ...thisYear() }
}

export function datesSearch(raw: Record<string, unknown>): DatesSearch {
  const search = parseDates(raw)
  return search.from && search.to ? search : thisYear()
}

export function thisYear(): { from: Day; to: Day } {
  const year = today().slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
