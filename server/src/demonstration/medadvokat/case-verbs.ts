import type { Day } from '@qorgan/shared/dates'
import type { CaseEventKind } from '@qorgan/shared/case-timeline'
import { newId } from '../../platform/ids.ts'
import type { Account } from '../accounts.ts'
import type {
  Addendum,
  Allotment,
  CaseDraft,
  CaseEntry,
  CaseTerm,
  Check,
  Contract,
  Hearing,
  Payment,
  WorkAct,
} from './case-draft.ts'

export function write(
  draft: CaseDraft,
  kind: CaseEventKind,
  on: Day,
  actor: Account,
  more: Partial<Pick<CaseEntry, 'text' | 'details' | 'of'>> = {},
): void {
  draft.log.push({ kind, on, actor, text: null, details: {}, of: null, ...more })
}

export function decide(draft: CaseDraft, decision: NonNullable<CaseDraft['decision']>): void {
  draft.decision = decision
  draft.status = decision.decision === 'fund' ? 'awaiting_lawyer' : 'active'
  write(draft, 'decided', decision.on, decision.by, {
    text: decision.reason,
    details: { decision: decision.decision, number: decision.number },
  })
}

export function close(draft: CaseDraft, by: Account, closed: NonNullable<CaseDraft['closed']>): void {
  draft.closed = closed
  draft.status = 'closed'
  write(draft, 'closed', closed.on, by, { details: { outcome: closed.outcome } })
}

export function checkConflicts(draft: CaseDraft, given: Omit<Check, 'id'>): Check {
  const check = { id: newId(), ...given }
  draft.checks.push(check)
  const details = { checkId: check.id, lawyerId: check.counsel.id, lawyerName: check.counsel.fullName }
  write(draft, 'conflict_checked', check.checked.on, check.checked.by, {
    of: check.id,
    details: { ...details, matches: check.found ? 1 : 0 },
  })
  if (check.decided)
    write(draft, 'conflict_decided', check.decided.on, check.decided.by, {
      of: check.id,
      details: { ...details, decision: check.decided.decision },
    })
  return check
}

export function allot(draft: CaseDraft, given: Omit<Allotment, 'id'>): void {
  const allotment = { id: newId(), ...given }
  draft.allotments.push(allotment)
  const { id: of, amount, stage, approved } = allotment
  const details = { allotmentId: of, amount, stage }
  write(draft, 'allotted', allotment.decidedOn, allotment.requestedBy, { of, details })
  if (approved) write(draft, 'allotment_approved', approved.on, approved.by, { of, details })
}

export function sign(draft: CaseDraft, by: Account, given: Omit<Contract, 'id' | 'ended'>): Contract {
  const contract: Contract = { id: newId(), ended: null, ...given }
  draft.contracts.push(contract)
  draft.status = 'active'
  draft.stage = contract.stage
  write(draft, 'lawyer_assigned', contract.date, by, {
    of: contract.id,
    details: { ...detailsOf(contract), lawyerId: contract.check.counsel.id, fee: contract.fee },
  })
  return contract
}

const detailsOf = ({ id, check }: Contract) => ({ assignmentId: id, lawyerName: check.counsel.fullName })

export function amend(draft: CaseDraft, given: Omit<Addendum, 'id'>): void {
  const addendum = { id: newId(), ...given }
  draft.addenda.push(addendum)
  const { contract, feeChange, reason: text } = addendum
  contract.fee += feeChange
  write(draft, 'addendum_signed', addendum.date, addendum.enteredBy, {
    of: addendum.id,
    text,
    details: { ...detailsOf(contract), feeChange, fee: contract.fee },
  })
}

/** What was not due is free again. */
export function endContract(
  draft: CaseDraft,
  contract: Contract,
  { on, by, reason, feeDue }: { on: Day; by: Account; reason: string; feeDue: number },
): void {
  const details = { ...detailsOf(contract), feeDue, freed: contract.fee - feeDue }
  contract.ended = { on, reason }
  contract.fee = feeDue
  write(draft, 'assignment_ended', on, by, { text: reason, details })
}

/** `setOn`: when it was put down; `heldOn`: when its result was. */
export function hear(draft: CaseDraft, given: Omit<Hearing, 'id'>, setOn: Day, heldOn: Day | null): void {
  const hearing = { id: newId(), ...given }
  draft.hearings.push(hearing)
  const { id: of, startsAt, stage, enteredBy } = hearing
  const details = { hearingId: of, startsAt, stage, hasResult: false }
  write(draft, 'hearing_set', setOn, enteredBy, { of, details })
  if (heldOn) write(draft, 'hearing_changed', heldOn, enteredBy, { of, details: { ...details, hasResult: true } })
}

export function setTerm(draft: CaseDraft, setOn: Day, given: Omit<CaseTerm, 'id'>): void {
  const term = { id: newId(), ...given }
  draft.terms.push(term)
  const { id: of, rule, title, dueOn, checked, doneOn, enteredBy } = term
  const details = { deadlineId: of, ruleKey: rule?.key ?? null, title, dueOn }
  write(draft, 'deadline_set', setOn, enteredBy, { of, details })
  if (checked) write(draft, 'deadline_checked', checked.on, checked.by, { of, details })
  if (doneOn) write(draft, 'deadline_done', doneOn, enteredBy, { of, details })
}

export function handIn(draft: CaseDraft, given: Omit<WorkAct, 'id'>): WorkAct {
  const act = { id: newId(), ...given }
  draft.acts.push(act)
  const { id: of, contract, amount, accepted } = act
  const details = { actId: of, ...detailsOf(contract), amount }
  write(draft, 'act_entered', act.date, act.enteredBy, { of, details })
  if (accepted) write(draft, 'act_accepted', accepted.on, accepted.by, { of, details })
  return act
}

export function pay(draft: CaseDraft, given: Omit<Payment, 'id' | 'voided' | 'refunds'>): Payment {
  const payment: Payment = { id: newId(), voided: null, refunds: [], ...given }
  draft.payments.push(payment)
  write(draft, 'paid', payment.paidOn, payment.enteredBy, { of: payment.id, details: detailsOfPayment(payment) })
  return payment
}
const detailsOfPayment = ({ id, contract, purpose, amount }: Payment) => ({
  paymentId: id,
  assignmentId: contract?.id ?? null,
  purpose,
  lawyerName: contract?.check.counsel.fullName ?? null,
  amount,
})

export function voidPayment(draft: CaseDraft, payment: Payment, on: Day, by: Account, reason: string): void {
  payment.voided = { on, by, reason }
  write(draft, 'payment_voided', on, by, { of: payment.id, text: reason, details: detailsOfPayment(payment) })
}

export function refund(draft: CaseDraft, payment: Payment, given: Omit<Payment['refunds'][number], 'id'>): void {
  const back = { id: newId(), ...given }
  payment.refunds.push(back)
  const details = { ...detailsOfPayment(payment), refundId: back.id, refund: back.amount }
  write(draft, 'payment_refunded', back.on, back.enteredBy, { of: back.id, details })
}
