import type { BranchReport, CheckKey } from '@qorgan/shared/closing'
import type { AppealSearch } from '../appeals/queries.ts'
import { appealSearch } from '../appeals/search.ts'
import { effectSearch } from '../effects/search.ts'

type List = { appeals: AppealSearch } | { effects: ReturnType<typeof effectSearch> } | null

/** Where a check is a filter of a list, the whole list; its records alone elsewhere. */
export function checkList(key: CheckKey, { branchId, from, to }: BranchReport): List {
  const unit = { branchId: [branchId ?? 'council'] }
  const received = { ...unit, receivedFrom: from, receivedTo: to }
  switch (key) {
    case 'withoutTopic':
      return { appeals: appealSearch({ ...received, topicId: ['none'] }) }
    case 'withoutEmployer':
      return { appeals: appealSearch({ ...received, employerId: ['none'] }) }
    case 'effectUnconfirmed':
      return {
        effects: effectSearch({ ...unit, stage: ['received'], confirmed: 'false', occurredFrom: from, occurredTo: to }),
      }
    default:
      return null
  }
}
