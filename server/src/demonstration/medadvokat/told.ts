import { type Day, addDays } from '@qorgan/shared/dates'
import type { CaseDraft, Contract } from './case-draft.ts'
import { allot, close, decide, setTerm } from './case-verbs.ts'
import { begin, changeCounsel, goOn } from './contracts.ts'
import { expenseOf, feeOf, payTwice, spend } from './expenses.ts'
import type { Matter } from './matter.ts'
import { type Telling, later } from './office.ts'
import type { Outline, Turn } from './outline.ts'
import { hearStage, isWithState, settleWork } from './stages.ts'
import { legalTerm } from './terms.ts'

/** A case that was funded, from the decision to where it stands: closed, or in its last stage. */
export function tell(telling: Telling, draft: CaseDraft, { decidedOn, parts }: Outline, turn: Turn | null): void {
  const { office, random } = telling
  const number = `${random.int(3, 60)}-МА`
  decide(draft, { decision: 'fund', number, on: decidedOn, by: office.head, reason: reasonOf(draft.matter) })
  const { conciliation } = draft
  if (conciliation?.dispute === 'reinstatement' && conciliation.decidedOn)
    sue(telling, draft, 'labour.reinstatement.court_after_commission', conciliation.decidedOn, parts[0]!.startsOn)
  let contract: Contract | null = null
  parts.forEach((part, i) => {
    const { stage, amount, allottedOn, startsOn } = part
    allot(draft, {
      stage,
      amount,
      decisionNumber: parts.length > 1 ? `${number}/${i + 1}` : number,
      decidedOn: allottedOn,
      requestedBy: office.head,
      approved: { by: office.councilHead, on: later(telling, allottedOn, random.int(0, 1)) },
    })
    const expense = expenseOf(telling, draft.matter, part, turn)
    const fee = feeOf(telling, part, expense?.amount ?? 0, parts)
    contract = contract ? goOn(telling, draft, contract, part, fee) : begin(telling, draft, part, fee, turn)
    if (expense) spend(telling, draft, expense, startsOn, turn)
    const settled = i === 0 && (turn === 'changes_counsel' || turn === 'pays_back')
    if (settled) contract = changeCounsel(telling, draft, contract, part, turn)
    const answered = parts[i - 1]
    if (isWithState(draft) && answered?.stage === 'pre_trial' && answered.endsOn)
      sue(telling, draft, 'appk.suit', answered.endsOn, startsOn)
    const from = settled ? contract.date : startsOn
    hearStage(telling, draft, contract, { ...part, startsOn: from }, i < parts.length - 1)
    if (part.endsOn)
      settleWork(telling, draft, {
        contract,
        fee: settled ? contract.fee : fee,
        from,
        on: part.endsOn,
        advance: random.chance(0.18),
      })
  })
  if (turn === 'paid_twice') payTwice(telling, draft)
  const end = parts.at(-1)!.endsOn
  if (end && draft.ending) finish(telling, draft, end)
}

const reasonOf = ({ kind, needs }: Matter): string =>
  kind === 'criminal'
    ? 'Член профсоюза нуждается в защите по уголовному делу, расходы соразмерны.'
    : needs === 'labour'
      ? 'Нарушение трудовых прав, досудебные средства исчерпаны, перспектива есть.'
      : 'Требуется представитель в суде, расходы соразмерны.'

/** There is a term to go to court in: after the commission, or after the answer to a complaint. */
function sue(telling: Telling, draft: CaseDraft, key: string, event: Day, suedOn: Day): void {
  const { office, reference, random } = telling
  const term = legalTerm(reference, key, event)
  const setOn = event < draft.openedOn ? draft.openedOn : event
  const filedOn = later(telling, suedOn, random.int(1, 3))
  setTerm(draft, setOn, {
    ...term,
    checked: { on: later(telling, setOn, 1), by: office.head },
    doneOn: filedOn < term.dueOn ? filedOn : suedOn,
    enteredBy: office.officer,
  })
}

function finish(telling: Telling, draft: CaseDraft, endsOn: Day): void {
  const { office, random } = telling
  const { outcome, said, inMoney } = draft.ending!
  const on = later(telling, addDays(endsOn, random.int(8, 20)), 0)
  if (inMoney && draft.matter.effect)
    draft.brings = { kind: draft.matter.effect, on: later(telling, endsOn, random.int(2, 4)) }
  close(draft, random.chance(0.6) ? office.officer : office.head, { outcome, on, summary: said })
}
