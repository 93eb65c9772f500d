import type { LegalCaseKind, LegalOutcome } from '@qorgan/shared/legal-cases'
import { paymentSearch } from '../../case-money/search.ts'
import { caseSearch } from '../../legal-cases/search.ts'
import type { MedAdvokatSearch } from './search.ts'

/** Every number has its list: cases by the day of the decision to fund, outcomes by the day of closing, money by the day it was paid. */
export function listsOf({ from, to, branchId }: MedAdvokatSearch, unit?: string) {
  const units = unit === undefined ? branchId : [unit]
  const shared = units ? { branchId: units } : {}
  return {
    cases: (kind?: LegalCaseKind) =>
      caseSearch({
        ...shared,
        decision: ['fund'],
        decidedFrom: from,
        decidedTo: to,
        ...(kind ? { kind: [kind] } : {}),
      }),
    outcomes: (outcome?: LegalOutcome) =>
      caseSearch({ ...shared, closedFrom: from, closedTo: to, ...(outcome ? { outcome: [outcome] } : {}) }),
    payments: paymentSearch({ ...shared, paidFrom: from, paidTo: to }),
  }
}
export type Lists = ReturnType<typeof listsOf>
