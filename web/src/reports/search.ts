import { reportAppeals } from '@qorgan/shared/reports'
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

/** Without dates it is this year so far, by quarters. */
export function reportSearch(raw: Record<string, unknown>): ReportSearch {
  const search = parse(raw)
  if (search.from && search.to) return search
  return { columns: 'quarter', ...search, from: `${today().slice(0, 4)}-01-01`, to: `${today().slice(0, 4)}-12-31` }
}
