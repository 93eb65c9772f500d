import type { AppealLevel } from '@qorgan/shared/effects'
import { appealSearch } from '../../appeals/search.ts'
import { today } from '../../i18n/format.ts'
import type { MovementColumn } from './columns.ts'
import type { MovementSearch } from './search.ts'

const rowFilter = { branch: 'branchId', category: 'category', region: 'regionCode' } as const
const unresolved = ['registered', 'in_progress', 'suspended']

/** The list behind a number, where the register's filters can say it; what was open on a day that is past has none. */
export function movementList(
  search: MovementSearch,
  levels: readonly AppealLevel[],
  column: MovementColumn,
  rowKey: string | null,
): ReturnType<typeof appealSearch> | null {
  const { from = '', to = '', branchId } = search
  const shared = {
    ...(branchId ? { branchId } : {}),
    ...(rowKey === null ? {} : { [rowFilter[search.rows ?? 'branch']]: [rowKey] }),
    level: levels,
  }
  const received = { ...shared, receivedFrom: from, receivedTo: to }
  const resolved = { ...shared, resolvedFrom: from, resolvedTo: to }
  const isToday = to >= today()
  switch (column) {
    case 'received':
      return appealSearch(received)
    case 'repeat':
      return appealSearch({ ...received, repeat: true })
    case 'nonMembers':
      return appealSearch({ ...received, membership: ['claimed', 'non_member'] })
    case 'consultations':
      return appealSearch({ ...received, consultation: true })
    case 'resolved':
      return appealSearch(resolved)
    case 'positive':
      return appealSearch({ ...resolved, outcome: ['satisfied', 'partly_satisfied', 'settled'] })
    case 'openAtEnd':
      return isToday ? appealSearch({ ...shared, status: unresolved, receivedTo: to }) : null
    case 'overdue':
      return isToday ? appealSearch({ ...shared, due: ['overdue'], receivedTo: to }) : null
    default:
      return null
  }
}
