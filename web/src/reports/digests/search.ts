import { z } from 'zod'
import { today } from '../../i18n/format.ts'
import { quarterOf } from './quarters.ts'
import { searchOf } from '../../platform/search-params.ts'

const parse = searchOf({
  quarter: z.string().regex(/^20\d\dQ[1-4]$/),
  branchId: z.guid(),
})
export type DigestSearch = ReturnType<typeof parse>

/** Without a quarter it is the last one that is over. */
export function digestSearch(raw: Record<string, unknown>): DigestSearch {
  const search = parse(raw)
  return search.quarter ? search : { ...search, quarter: quarterOf(today(), -1) }
}
