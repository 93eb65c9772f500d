import type { Day } from '@qorgan/shared/dates'
import type { PaymentPurpose } from '@qorgan/shared/case-money'
import type { CaseDraft } from './case-draft.ts'
import { refund, voidPayment } from './case-verbs.ts'
import type { Matter } from './matter.ts'
import { type Telling, inSteps, later } from './office.ts'
import type { Part, Turn } from './outline.ts'
import { order, payCounsel, payFor } from './stages.ts'

interface Expense {
  purpose: PaymentPurpose
  amount: number
}
export function expenseOf(
  { random }: Telling,
  matter: Matter,
  { amount, stage }: Part,
  turn: Turn | null,
): Expense | null {
  if (turn === 'returns_expertise' && stage !== 'enforcement')
    return { purpose: 'expertise', amount: inSteps(amount * 0.3) }
  if (amount < 150_000 || !random.chance(0.22)) return null
  if (matter.kind === 'criminal' || matter.side === 'answers')
    return { purpose: 'expertise', amount: inSteps(amount * (0.2 + random.next() * 0.12)) }
  return random.chance(0.6)
    ? { purpose: 'state_fee', amount: random.int(6, 18) * 1000 }
    : { purpose: 'travel', amount: random.int(3, 8) * 5000 }
}

/** What of the allotment goes into the contract: mostly all of it; of a case that goes on something is kept back. */
export function feeOf({ random }: Telling, { amount, endsOn }: Part, expense: number, parts: readonly Part[]): number {
  const rest = amount - expense
  const isOpen = parts.some((part) => part.endsOn === null)
  if (isOpen) return Math.floor((rest * (endsOn ? 0.8 : 0.6)) / 5000) * 5000
  const spared = random.chance(0.3) && rest > 100_000 ? random.pick([5000, 10_000, 20_000]) : 0
  return Math.floor((rest - spared) / 5000) * 5000
}

export function spend(
  telling: Telling,
  draft: CaseDraft,
  { purpose, amount }: Expense,
  from: Day,
  turn: Turn | null,
): void {
  const { random, office } = telling
  const paidOn = later(telling, from, random.int(2, 8))
  const payment = payFor(telling, draft, purpose, amount, paidOn)
  if (
    turn !== 'returns_expertise' ||
    payment.refunds.length > 0 ||
    draft.payments.some(({ refunds }) => refunds.length > 0)
  )
    return
  refund(draft, payment, {
    amount: inSteps(amount / 2),
    on: later(telling, paidOn, 9),
    document: order(telling),
    enteredBy: office.accountant,
  })
}

/** The same order was entered by two people; one of the entries is void. */
export function payTwice(telling: Telling, draft: CaseDraft): void {
  const payment = draft.payments.find(({ act }) => act)
  if (!payment) return
  const { contract, amount, paidOn, act, document } = payment
  const again = payCounsel(telling, draft, { contract: contract!, amount, on: paidOn, act })
  again.document = document
  voidPayment(draft, again, later(telling, paidOn, 1), telling.office.accountant, 'Платёж внесён дважды')
}
