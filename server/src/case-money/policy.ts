import type { Act, Allotment, Assignment, Payment } from '@qorgan/shared/case-money'
import { type Actor, may } from '../platform/auth/actor.ts'
import { AppError } from '../platform/errors.ts'

interface AskedMoney {
  requestedBy: { id: string }
  approvedAt: Date | null
}
/** `isOpen`: the case is at a moment when money is allotted to it. */
export function allotmentCapabilities(actor: Actor, row: AskedMoney, isOpen: boolean): Allotment['can'] {
  const waits = isOpen && row.approvedAt === null
  return {
    edit: waits && may(actor, 'caseMoney:allot'),
    approve: waits && may(actor, 'caseMoney:approve') && row.requestedBy.id !== actor.userId,
  }
}
export function refuseAllotmentChange(row: AskedMoney): void {
  if (row.approvedAt) throw new AppError('caseMoney.approved')
}
export function refuseApproval(actor: Actor, row: AskedMoney): void {
  refuseAllotmentChange(row)
  if (row.requestedBy.id === actor.userId) throw new AppError('caseMoney.ownRequest')
}

/** Contracts are signed on and ended also after the case: a success fee comes when it is won. */
export function assignmentCapabilities(actor: Actor, { endedOn }: { endedOn: string | null }): Assignment['can'] {
  const isOpen = endedOn === null && may(actor, 'legalCases:assign')
  return { edit: isOpen, addenda: isOpen, end: isOpen }
}
/** What is paid and what was accepted of the work is due, whatever is agreed afterwards. */
export function refuseFee(fee: number, { paid, accepted }: { paid: number; accepted: number }): void {
  if (fee < paid) throw new AppError('caseMoney.overAllotment')
  if (fee < accepted) throw new AppError('caseMoney.overAct')
}
export function refuseEnded({ endedOn }: { endedOn: string | null }): void {
  if (endedOn !== null) throw new AppError('assignment.ended')
}

interface WorkDone {
  enteredBy: { id: string }
  acceptedAt: Date | null
}
export function actCapabilities(actor: Actor, row: WorkDone): Act['can'] {
  const waits = row.acceptedAt === null
  return {
    edit: waits && may(actor, 'caseMoney:act'),
    accept: waits && may(actor, 'caseMoney:accept') && row.enteredBy.id !== actor.userId,
  }
}
export function refuseAccepted({ acceptedAt }: WorkDone): void {
  if (acceptedAt) throw new AppError('act.accepted')
}
export function refuseAcceptance(actor: Actor, row: WorkDone): void {
  refuseAccepted(row)
  if (row.enteredBy.id === actor.userId) throw new AppError('act.ownEntry')
}

interface PaidMoney {
  voidedAt: Date | null
  refunded: number
  amount: number
}
export function paymentCapabilities(actor: Actor, { voidedAt, refunded, amount }: PaidMoney): Payment['can'] {
  const stands = voidedAt === null && may(actor, 'caseMoney:pay')
  return { edit: stands, void: stands && refunded === 0, refund: stands && refunded < amount }
}
export function refuseVoided({ voidedAt }: PaidMoney): void {
  if (voidedAt) throw new AppError('payment.voided')
}
/** What came back stays in the statement, so the payment that it came back from does too. */
export function refuseVoiding(row: PaidMoney): void {
  refuseVoided(row)
  if (row.refunded > 0) throw new AppError('payment.refunded')
}
