import type { Act, Allotment } from '@qorgan/shared/case-money'
import type { Hearing } from '@qorgan/shared/hearings'
import type { ConflictCheck } from '@qorgan/shared/lawyers'
import type { LegalCase, LegalOutcome } from '@qorgan/shared/legal-cases'
import type { CaseDeadline } from '@qorgan/shared/legal-terms'

/** What is known of a case by its viewer; a list that they may not read, or that has not come yet, is absent. */
export interface CaseKnown {
  legalCase: LegalCase
  /** By one clock, in UTC. */
  now: string
  hearings?: readonly Hearing[] | undefined
  terms?: readonly CaseDeadline[] | undefined
  checks?: readonly ConflictCheck[] | undefined
  allotments?: readonly Allotment[] | undefined
  acts?: readonly Act[] | undefined
  /** Counsel look after their own: their hearings and their acts. */
  isCounsel: boolean
}

export type Step =
  | { key: 'missedTerm' | 'checkTerm' | 'nearTerm'; doable: boolean; term: CaseDeadline }
  | {
      key: 'decide' | 'askMoney' | 'moreMoney' | 'findCounsel' | 'setHearing' | 'advise' | 'handInAct'
      doable: boolean
    }
  | { key: 'approveMoney'; doable: boolean; allotment: Allotment }
  | { key: 'decideConflict' | 'signContract'; doable: boolean; check: ConflictCheck }
  | { key: 'afterHearing' | 'hearing' | 'doNext'; doable: boolean; hearing: Hearing }
  | { key: 'acceptAct' | 'payAct'; doable: boolean; act: Act }
  | { key: 'effect' | 'closed'; doable: boolean; outcome: LegalOutcome | null }

/** Outcomes that should have brought something. */
const gains = new Set<LegalOutcome | null>(['won', 'partly_won', 'settled'])
/** From here on it is time to ask for more (the contract's own warning is at the same share). */
const nearLimit = 0.8

/**
 * Everything that a case waits for, the most pressing first. What somebody has to do about a date or a hearing comes before
 * the ordinary way: decision, money, counsel, hearings, acts, payments, outcome.
 */
export function stepsOf(known: CaseKnown): Step[] {
  const { legalCase, terms = [] } = known
  const { can, status } = legalCase
  const steps: Step[] = []
  if (status !== 'closed')
    for (const term of terms)
      if (term.state === 'missed') steps.push({ key: 'missedTerm', doable: term.can.done || term.can.edit, term })
  if (status === 'screening') steps.push({ key: 'decide', doable: can.decide })
  if (status === 'awaiting_lawyer') steps.push(...toCounsel(known))
  if (status === 'active') steps.push(...inProgress(known))
  if (status === 'closed') steps.push(...afterwards(known))
  else if (status !== 'screening') {
    const ahead = terms.filter((term) => term.state === 'near' || term.state === 'ahead')
    for (const term of ahead)
      if (term.checkedBy === null) steps.push({ key: 'checkTerm', doable: term.can.check, term })
    for (const term of ahead) if (term.state === 'near') steps.push({ key: 'nearTerm', doable: term.can.done, term })
  }
  return status === 'active' ? [...steps, ...later(known)] : steps
}

/** The one to show: the first that the viewer can do; what comes before it and waits for somebody else is named beside it. */
export function nextStep(known: CaseKnown): { step: Step; waitsFor: Step | null } | null {
  const steps = stepsOf(known)
  const first = steps[0]
  const step = steps.find((one) => one.doable) ?? first
  return step && first ? { step, waitsFor: step === first ? null : first } : null
}

function toCounsel({ legalCase: { can, money }, allotments, checks }: CaseKnown): Step[] {
  const steps: Step[] = []
  const waiting = allotments?.find((one) => one.approvedBy === null)
  if (waiting) steps.push({ key: 'approveMoney', doable: waiting.can.approve, allotment: waiting })
  else if (money && money.allotted === 0) steps.push({ key: 'askMoney', doable: can.allotments })
  const open = checks?.find((check) => check.decision === null)
  const free = checks?.find((check) => check.decision === 'clear' || check.decision === 'waived')
  const funded = money === null || money.left > 0
  if (open) steps.push({ key: 'decideConflict', doable: open.can.decide, check: open })
  else if (free) steps.push({ key: 'signContract', doable: can.assignments && funded, check: free })
  else steps.push({ key: 'findCounsel', doable: can['conflict-checks'] })
  return steps
}

function inProgress({ legalCase, hearings = [], acts = [], allotments = [], isCounsel }: CaseKnown): Step[] {
  const steps: Step[] = []
  for (const hearing of hearings)
    if (hearing.needsNextStep) steps.push({ key: 'afterHearing', doable: hearing.can.edit, hearing })
  for (const allotment of allotments)
    if (allotment.approvedBy === null) steps.push({ key: 'approveMoney', doable: allotment.can.approve, allotment })
  steps.push(...actsToSettle(acts, legalCase, isCounsel))
  if (legalCase.decision?.decision === 'fund' && !legalCase.counsel.some((one) => one.endedOn === null))
    steps.push({ key: 'findCounsel', doable: legalCase.can['conflict-checks'] })
  return steps
}

function actsToSettle(acts: readonly Act[], { can }: LegalCase, isCounsel: boolean): Step[] {
  // Whether theirs is accepted and paid is for others to do, and counsel read it on the card.
  if (isCounsel) return []
  return acts.flatMap((act): Step[] =>
    act.acceptedBy === null
      ? [{ key: 'acceptAct', doable: act.can.accept, act }]
      : act.paid < act.amount
        ? [{ key: 'payAct', doable: can.payments, act }]
        : [],
  )
}

/** Nothing presses: what comes next in court, or the end. */
function later({ legalCase, hearings, acts, isCounsel, now }: CaseKnown): Step[] {
  const { can, money } = legalCase
  if (legalCase.decision?.decision === 'advice_only') return [{ key: 'advise', doable: can.close }]
  const steps: Step[] = []
  if (isCounsel && acts?.length === 0) steps.push({ key: 'handInAct', doable: can.acts })
  const ahead = hearings?.filter((one) => one.startsAt >= now).at(-1)
  const last = hearings?.find((one) => one.startsAt < now)
  if (ahead) steps.push({ key: 'hearing', doable: true, hearing: ahead })
  else if (last) steps.push({ key: 'doNext', doable: can.hearings, hearing: last })
  else if (hearings) steps.push({ key: 'setHearing', doable: can.hearings })
  if (money && money.allotted > 0 && money.committed >= money.allotted * nearLimit && can.allotments)
    steps.push({ key: 'moreMoney', doable: true })
  return steps
}

function afterwards({ legalCase, acts = [], isCounsel }: CaseKnown): Step[] {
  const steps = actsToSettle(acts, legalCase, isCounsel)
  const { outcome, effect, can } = legalCase
  const nothing = effect !== null && effect.received === 0 && effect.agreed === 0 && effect.claimed === 0
  if (gains.has(outcome) && nothing && can.edit) steps.push({ key: 'effect', doable: true, outcome })
  steps.push({ key: 'closed', doable: true, outcome })
  return steps
}
