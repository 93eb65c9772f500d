import { LegalCaseFilter, LegalCaseSort } from '@qorgan/shared/legal-cases'
import { searchOf } from '../platform/search-params.ts'

/** The address of a list of cases: the contract's own filters, and an order. */
export const caseSearch = searchOf({ ...LegalCaseFilter.shape, sort: LegalCaseSort })
export type CaseSearch = ReturnType<typeof caseSearch>
