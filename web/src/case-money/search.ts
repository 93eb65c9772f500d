import { PaymentFilter } from '@qorgan/shared/case-money'
import { addMonths, type Day, firstOfMonth, lastOfMonth } from '@qorgan/shared/dates'
import { today } from '../i18n/format.ts'
import { searchOf } from '../platform/search-params.ts'

const parse = searchOf(PaymentFilter.shape)
export type PaymentSearch = ReturnType<typeof parse>

export const spans = ['thisMonth', 'lastMonth', 'thisYear', 'allTime'] as const
export type Span = (typeof spans)[number]

/** Whole months, as a bank's statement has them; all time is what has no first day. */
export function datesOfSpan(span: Span, now: Day = today()): { paidFrom?: Day; paidTo: Day } {
  const last = addMonths(now, -1)
  switch (span) {
    case 'thisMonth':
      return { paidFrom: firstOfMonth(now), paidTo: lastOfMonth(now) }
    case 'lastMonth':
      return { paidFrom: firstOfMonth(last), paidTo: lastOfMonth(last) }
    case 'thisYear':
      return { paidFrom: `${now.slice(0, 4)}-01-01`, paidTo: `${now.slice(0, 4)}-12-31` }
    case 'allTime':
      return { paidTo: lastOfMonth(now) }
  }
}

/** Opened by itself, the page is the statement of this month; a link to it keeps what it asks for. */
export function paymentSearch(raw: Record<string, unknown>): PaymentSearch {
  const search = parse(raw)
  return Object.keys(search).length > 0 ? search : datesOfSpan('thisMonth')
}
