import type { ConflictMatch } from '@qorgan/shared/lawyers'
import { fullName } from '../names.ts'
import type { CaseDraft, CaseEntry, Check, Payment } from './case-draft.ts'

/** What stands beneath cases, in the order in which it may be inserted. */
export interface WorkRows {
  conflictChecks: object[]
  caseAllotments: object[]
  caseAssignments: object[]
  caseAddenda: object[]
  caseActs: object[]
  casePayments: object[]
  caseRefunds: object[]
  hearings: object[]
  caseDeadlines: object[]
}
export const noWork = (): WorkRows => ({
  conflictChecks: [],
  caseAllotments: [],
  caseAssignments: [],
  caseAddenda: [],
  caseActs: [],
  casePayments: [],
  caseRefunds: [],
  hearings: [],
  caseDeadlines: [],
})
/** When something was written, by its entry in the log; the last entry of all. */
export type Stamp = (kind: CaseEntry['kind'] | null, of?: string) => string | null

export function addWork(rows: WorkRows, draft: CaseDraft, stamp: Stamp): void {
  addCounsel(rows, draft, stamp)
  addMoney(rows, draft, stamp)
  const caseId = draft.id
  for (const { enteredBy, ...hearing } of draft.hearings)
    rows.hearings.push({
      ...hearing,
      caseId,
      enteredBy: enteredBy.id,
      version: hearing.result ? 2 : 1,
      createdAt: stamp('hearing_set', hearing.id),
    })
  for (const { checked, enteredBy, ...term } of draft.terms)
    rows.caseDeadlines.push({
      ...term,
      caseId,
      checkedBy: checked?.by.id ?? null,
      checkedAt: checked ? stamp('deadline_checked', term.id) : null,
      enteredBy: enteredBy.id,
      version: 1 + (checked ? 1 : 0) + (term.doneOn ? 1 : 0),
      createdAt: stamp('deadline_set', term.id),
    })
}

function addCounsel(rows: WorkRows, draft: CaseDraft, stamp: Stamp): void {
  const { id: caseId, seq } = draft
  for (const check of draft.checks) {
    const { id, counsel, checked, decided } = check
    rows.conflictChecks.push({
      id,
      caseId,
      lawyerId: counsel.id,
      matches: matchesOf(draft, check),
      decision: decided?.decision ?? null,
      reason: decided?.reason ?? null,
      chairUnderAccused: decided?.chairUnderAccused ?? null,
      decidedBy: decided?.by.id ?? null,
      decidedAt: decided ? stamp('conflict_decided', id) : null,
      checkedBy: checked.by.id,
      version: decided ? 2 : 1,
      createdAt: stamp('conflict_checked', id),
    })
  }
  draft.contracts.forEach(({ id, check, date, stage, fee, ended }, i) => {
    rows.caseAssignments.push({
      id,
      caseId,
      lawyerId: check.counsel.id,
      conflictCheckId: check.id,
      contractNumber: `${seq}${i > 0 ? `-${i + 1}` : ''}/${date.slice(2, 4)}-МА`,
      contractDate: date,
      stage,
      fee,
      endedOn: ended?.on ?? null,
      endReason: ended?.reason ?? null,
      version: ended ? 2 : 1,
      createdAt: stamp('lawyer_assigned', id),
    })
  })
  for (const { contract, enteredBy, ...addendum } of draft.addenda)
    rows.caseAddenda.push({
      ...addendum,
      caseId,
      assignmentId: contract.id,
      enteredBy: enteredBy.id,
      createdAt: stamp('addendum_signed', addendum.id),
    })
}

function matchesOf({ opponent, appeal }: CaseDraft, { found }: Check): ConflictMatch[] {
  const nothing = { caseId: null, caseNumber: null, memberId: null, employerId: null }
  if (found === 'opponent_is_member' && opponent)
    return [{ ...nothing, kind: found, name: fullName(opponent.name), memberId: opponent.id }]
  const employer = appeal?.employer
  return found && employer ? [{ ...nothing, kind: found, name: employer.name.ru, employerId: employer.id }] : []
}

function addMoney(rows: WorkRows, draft: CaseDraft, stamp: Stamp): void {
  const caseId = draft.id
  for (const { requestedBy, approved, ...allotment } of draft.allotments)
    rows.caseAllotments.push({
      ...allotment,
      caseId,
      requestedBy: requestedBy.id,
      approvedBy: approved?.by.id ?? null,
      approvedAt: approved ? stamp('allotment_approved', allotment.id) : null,
      version: approved ? 2 : 1,
      createdAt: stamp('allotted', allotment.id),
    })
  for (const { contract, enteredBy, accepted, ...act } of draft.acts)
    rows.caseActs.push({
      ...act,
      caseId,
      assignmentId: contract.id,
      enteredBy: enteredBy.id,
      acceptedBy: accepted?.by.id ?? null,
      acceptedAt: accepted ? stamp('act_accepted', act.id) : null,
      version: accepted ? 2 : 1,
      createdAt: stamp('act_entered', act.id),
    })
  for (const payment of draft.payments) addPayment(rows, caseId, payment, stamp)
}

function addPayment(rows: WorkRows, caseId: string, payment: Payment, stamp: Stamp): void {
  const { contract, act, enteredBy, voided, refunds, ...paid } = payment
  rows.casePayments.push({
    ...paid,
    caseId,
    assignmentId: contract?.id ?? null,
    actId: act?.id ?? null,
    // Beforehand, so that a contract that was cut down is at no moment paid above its fee.
    refunded: refunds.reduce((sum, { amount }) => sum + amount, 0),
    enteredBy: enteredBy.id,
    voidedBy: voided?.by.id ?? null,
    voidedAt: voided ? stamp('payment_voided', paid.id) : null,
    voidReason: voided?.reason ?? null,
    version: voided ? 2 : 1,
    createdAt: stamp('paid', paid.id),
  })
  for (const back of refunds)
    rows.caseRefunds.push({
      id: back.id,
      caseId,
      paymentId: paid.id,
      amount: back.amount,
      refundedOn: back.on,
      document: back.document,
      enteredBy: back.enteredBy.id,
      createdAt: stamp('payment_refunded', back.id),
    })
}
