import { AppealFilter, AppealSort } from '@qorgan/shared/appeals'
import { searchOf } from '../platform/search-params.ts'

/** The address of a list of appeals: the contract's own filters, and an order. */
export const appealSearch = searchOf({ ...AppealFilter.shape, sort: AppealSort })
