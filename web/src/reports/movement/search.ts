import { reportMovement } from '@qorgan/shared/reports'
import { searchOf } from '../../platform/search-params.ts'
import { thisYear } from '../search.ts'

const { from, to, rows, branchId } = reportMovement.query.shape
const parse = searchOf({ from, to, rows: rows.unwrap(), branchId })
export type MovementSearch = ReturnType<typeof parse>
export const movementRows = rows.unwrap().options

export function movementSearch(raw: Record<string, unknown>): MovementSearch {
  const search = parse(raw)
  return search.from && search.to ? search : { ...search, ...thisYear() }
}
