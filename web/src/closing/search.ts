import { listBranchReports } from '@qorgan/shared/closing'
import { z } from 'zod'
import { searchOf } from '../platform/search-params.ts'

const { status, late, branchId } = listBranchReports.query.shape
export const sortKeys = ['unit', 'status', 'submitted', 'count', 'countChange', 'effect', 'effectChange'] as const
export type SortKey = (typeof sortKeys)[number]
export const defaultSort = 'status'

/** The contract's own filters, and an order: `-effect` is the largest first. */
export const boardSearch = searchOf({
  status,
  late,
  branchId,
  sort: z.enum(sortKeys.flatMap((key) => [key, `-${key}`] as const)),
})
export type BoardSearch = ReturnType<typeof boardSearch>
