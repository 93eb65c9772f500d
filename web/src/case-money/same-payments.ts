import type { Payment } from '@qorgan/shared/case-money'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../accounts/may.ts'
import { useDebounced } from '../platform/debounced.ts'
import { caseMoneyQueries } from './queries.ts'

/** Payments of any case by this document, on this day, of this sum: it would be the second. */
export function useSamePayments(document: string, paidOn: string | null, amount: number | null): Payment[] {
  const may = useMay()
  const text = useDebounced(document.trim(), 400)
  const found = useQuery({
    ...caseMoneyQueries.sameDocument(text, paidOn ?? ''),
    enabled: may('caseMoney:read') && text !== '' && paidOn !== null && amount !== null,
  }).data
  if (text === '' || text !== document.trim()) return []
  return (found?.items ?? []).filter((one) => one.document === text && one.paidOn === paidOn && one.amount === amount)
}
