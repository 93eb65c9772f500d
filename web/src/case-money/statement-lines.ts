import type { Payment } from '@qorgan/shared/case-money'
import type { Day } from '@qorgan/shared/dates'

type Refund = Payment['refunds'][number]
/** One line of a statement: money that went out, or that came back. */
export interface Line {
  id: string
  on: Day
  document: string
  payment: Payment
  refund: Refund | null
  out: number
  back: number
}
export interface StatementDay {
  on: Day
  lines: Line[]
  out: number
  back: number
}

interface Dates {
  paidFrom?: Day | undefined
  paidTo?: Day | undefined
}
const isWithin = (on: Day, { paidFrom, paidTo }: Dates) => (!paidFrom || on >= paidFrom) && (!paidTo || on <= paidTo)

/** What came back of a payment in these days. */
export const refundedWithin = ({ refunds }: Pick<Payment, 'refunds'>, dates: Dates): number =>
  refunds.reduce((sum, refund) => sum + (isWithin(refund.refundedOn, dates) ? refund.amount : 0), 0)

/** A payment stands on the day it was paid, a refund on the day it came back; what is voided stands with nothing. */
export function statementDays(payments: readonly Payment[], dates: Dates): StatementDay[] {
  const lines = payments.flatMap((payment): Line[] => {
    const { id, paidOn, document, amount, voidedAt } = payment
    const counted = voidedAt === null
    const paid: Line = { id, on: paidOn, document, payment, refund: null, out: counted ? amount : 0, back: 0 }
    return [
      paid,
      ...(counted ? payment.refunds : []).map((refund): Line => ({
        id: refund.id,
        on: refund.refundedOn,
        document: refund.document,
        payment,
        refund,
        out: 0,
        back: refund.amount,
      })),
    ].filter((line) => isWithin(line.on, dates))
  })
  const byDay = new Map<Day, Line[]>()
  for (const line of lines) byDay.set(line.on, [...(byDay.get(line.on) ?? []), line])
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([on, ofDay]) => ({
      on,
      lines: ofDay,
      out: ofDay.reduce((sum, line) => sum + line.out, 0),
      back: ofDay.reduce((sum, line) => sum + line.back, 0),
    }))
}
