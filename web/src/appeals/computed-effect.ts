import type { Day } from '@qorgan/shared/dates'
import type { AidText, VoucherText } from './draft.ts'

export interface ComputedEffect {
  stage: 'received' | 'agreed'
  amount: number
  people: number
  /** The day by which it is counted; what is only agreed is not. */
  receivedOn: Day | null
}

/** What the server will compute, said before saving: the discount of a voucher, received once it is issued. */
export function voucherEffect(
  voucher: Pick<VoucherText, 'fullPrice' | 'memberPays' | 'issuedOn' | 'from' | 'people'>,
  today: Day,
): ComputedEffect | null {
  const { fullPrice, memberPays, people } = voucher
  if (fullPrice === null || memberPays === null || fullPrice <= memberPays) return null
  const obtainedOn = voucher.issuedOn ?? voucher.from
  const receivedOn = obtainedOn !== null && obtainedOn <= today ? obtainedOn : null
  return {
    stage: receivedOn ? 'received' : 'agreed',
    amount: fullPrice - memberPays,
    people: people ?? 1,
    receivedOn,
  }
}

/** Aid is received by what was paid and agreed by what was granted before. */
export function aidEffect(aid: Pick<AidText, 'paid' | 'paidOn' | 'granted'>): ComputedEffect | null {
  if (aid.paid && aid.paidOn) return { stage: 'received', amount: aid.paid, people: 1, receivedOn: aid.paidOn }
  return aid.granted ? { stage: 'agreed', amount: aid.granted, people: 1, receivedOn: null } : null
}
