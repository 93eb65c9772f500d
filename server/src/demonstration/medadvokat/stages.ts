import type { Day } from '@qorgan/shared/dates'
import type { PaymentPurpose } from '@qorgan/shared/case-money'
import type { Account } from '../accounts.ts'
import type { CaseDraft, Contract, Hearing, Payment } from './case-draft.ts'
import { handIn, hear, pay, setTerm } from './case-verbs.ts'
import { type Sitting, heardIn, hour, sitting, verdictWords } from './courts.ts'
import { type Telling, inSteps, later } from './office.ts'
import type { Part } from './outline.ts'
import { legalTerm } from './terms.ts'

/** Who writes hearings down: counsel with an account, else the legal department. */
export const enterer = ({ office }: Telling, contract: Contract): Account =>
  contract.check.counsel.account ?? office.officer

/** The sittings of a stage. What was not held yet has no result. */
export function hearStage(telling: Telling, draft: CaseDraft, contract: Contract, part: Part, hasNext: boolean): void {
  const { random, today } = telling
  const { stage, hearings, verdict } = part
  const [first] = hearings
  if (!first) return
  const its = sitting(random, draft.unit, draft.matter, stage, first)
  const by = enterer(telling, contract)
  const { first: openings, middle } = heardIn(draft.matter, stage)
  const said = [random.pick(openings), ...random.shuffled(middle)]
  hearings.forEach((day, i) => {
    const setOn = later(telling, i === 0 ? part.startsOn : hearings[i - 1]!, 1)
    if (day >= today) return sitAhead(telling, draft, its, { day, stage, setOn, by })
    const isLast = i === hearings.length - 1 && verdict !== null
    const [result, next] = isLast
      ? [verdictWords(draft.matter, stage, verdict), afterVerdict(part, hasNext)]
      : said[i % said.length]!
    hear(
      draft,
      { ...its, startsAt: hour(random, day), stage, result, nextStep: next, enteredBy: by },
      setOn,
      later(telling, day, 1),
    )
    if (isLast && ['for', 'partly', 'against'].includes(verdict)) setAppealTerm(telling, draft, day, hasNext)
  })
}

export function sitAhead(
  { random }: Telling,
  draft: CaseDraft,
  its: Sitting,
  { day, stage, setOn, by }: { day: Day; stage: Hearing['stage']; setOn: Day; by: Account },
): void {
  hear(draft, { ...its, startsAt: hour(random, day), stage, result: null, nextStep: null, enteredBy: by }, setOn, null)
}

function afterVerdict({ stage, verdict }: Part, hasNext: boolean): string {
  if (stage === 'pre_trial') return 'Получить постановление следователя'
  if (!hasNext) return 'Получить вступивший в силу судебный акт'
  return verdict === 'for' ? 'Готовить возражения на жалобу другой стороны' : 'Подать жалобу в вышестоящий суд'
}

const appealTerms = {
  criminal: 'criminal.appeal',
  administrative: 'administrative.court_ruling',
  civil: 'civil.appeal',
  other: 'civil.appeal',
} as const satisfies Record<CaseDraft['kind'], string>

/** The term of appeal from a decision of the first court: met by an appeal, or by letting the decision come into force. */
function setAppealTerm(telling: Telling, draft: CaseDraft, decidedOn: Day, hasNext: boolean): void {
  // Disputes with a state body have a term that the rules do not know.
  if (draft.stage !== 'first_instance' || isWithState(draft)) return
  const { office, reference, random } = telling
  // It runs from the judgment in its final form, which takes some days; of a ruling from its service.
  const event = later(telling, decidedOn, draft.kind === 'civil' ? 5 : 1)
  const term = legalTerm(reference, appealTerms[draft.kind], event)
  const checkedOn = later(telling, event, random.int(1, 2))
  const within = later(telling, event, hasNext ? random.int(3, 5) : random.int(4, 6))
  setTerm(draft, later(telling, event, 1), {
    ...term,
    checked: { on: checkedOn, by: office.head },
    doneOn: within < term.dueOn ? within : checkedOn,
    enteredBy: office.officer,
  })
}
export const isWithState = ({ kind, matter }: CaseDraft): boolean => kind === 'administrative' && !matter.article

interface Work {
  contract: Contract
  fee: number
  from: Day
  on: Day
  /** A part was paid when it began. */
  advance: boolean
}
/** Work of a stage handed in, accepted and paid. */
export function settleWork(telling: Telling, draft: CaseDraft, { contract, fee, from, on, ...work }: Work): void {
  const { random, office } = telling
  const advance = work.advance ? inSteps(fee * 0.35) : 0
  if (advance > 0)
    payCounsel(telling, draft, { contract, amount: advance, on: later(telling, from, random.int(1, 4)), advance: true })
  const date = later(telling, on, random.int(1, 5))
  const acceptedOn = later(telling, date, random.int(1, 4))
  const enteredBy = enterer(telling, contract)
  const byOfficer = random.chance(0.7) && enteredBy.id !== office.officer.id
  const act = handIn(draft, {
    contract,
    number: String(draft.acts.length + 1),
    date,
    amount: fee - advance,
    enteredBy,
    accepted: { on: acceptedOn, by: byOfficer ? office.officer : office.head },
  })
  payCounsel(telling, draft, { contract, amount: act.amount, on: later(telling, acceptedOn, random.int(2, 7)), act })
}

export function payCounsel(
  telling: Telling,
  draft: CaseDraft,
  {
    contract,
    amount,
    on,
    act,
    advance,
  }: { contract: Contract; amount: number; on: Day; act?: Payment['act']; advance?: boolean },
): Payment {
  return pay(draft, {
    contract,
    purpose: null,
    act: act ?? null,
    advance: advance ?? false,
    amount,
    paidOn: on,
    document: order(telling),
    enteredBy: telling.office.accountant,
  })
}
export const payFor = (telling: Telling, draft: CaseDraft, purpose: PaymentPurpose, amount: number, on: Day): Payment =>
  pay(draft, {
    contract: null,
    purpose,
    act: null,
    advance: false,
    amount,
    paidOn: on,
    document: order(telling),
    enteredBy: telling.office.accountant,
  })

export const order = ({ random }: Pick<Telling, 'random'>): string => `платёжное поручение № ${random.int(100, 9800)}`
