import { reportMedAdvokat } from '@qorgan/shared/reports'
import { today } from '../../i18n/format.ts'
import { searchOf } from '../../platform/search-params.ts'

const { from, to, branchId } = reportMedAdvokat.query.shape
const parse = searchOf({ from, to, branchId })
export type MedAdvokatSearch = ReturnType<typeof parse>

/** The month in which the project began. */
export const projectBegan = '2021-11-01'

/** Without dates it is this year. */
export function medAdvokatSearch(raw: Record<string, unknown>): MedAdvokatSearch {
  const search = parse(raw)
  if (search.from && search.to) return search
  const year = today().slice(0, 4)
  return { ...search, from: `${year}-01-01`, to: `${year}-12-31` }
}
