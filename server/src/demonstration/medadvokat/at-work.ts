import type { Day } from '@qorgan/shared/dates'
import type { LegalStage } from '@qorgan/shared/legal-cases'
import type { CaseDraft, Contract } from './case-draft.ts'
import { allot, decide, hear, sign } from './case-verbs.ts'
import { type Sitting, hour, sitting } from './courts.ts'
import { type Telling, later } from './office.ts'
import { type Counsel, counselFor } from './panel.ts'
import { enterer } from './stages.ts'
import { aCheck } from './contracts.ts'

/** A case on the desk now, as seen from today. */
export interface Live extends Telling {
  draft: CaseDraft
  /** Working days before today, and after. */
  ago: (workingDays: number) => Day
  ahead: (workingDays: number) => Day
}
export interface Situation {
  branch: string
  matter: string
  size?: number
  /** Working days since somebody turned to the union. */
  since: number
  tell: (live: Live) => void
}

/** Money is found for it; the council's head has agreed, or not yet. */
export function fund(
  { office, random, draft, ago }: Live,
  { back, amount, approved = true }: { back: number; amount: number; approved?: boolean },
): void {
  const number = `${random.int(3, 60)}-МА`
  decide(draft, {
    decision: 'fund',
    number,
    on: ago(back),
    by: office.head,
    reason: 'Требуется защитник, расходы соразмерны.',
  })
  allot(draft, {
    stage: draft.kind === 'criminal' && draft.matter.role !== 'accused' ? 'pre_trial' : 'first_instance',
    amount,
    decisionNumber: number,
    decidedOn: ago(back),
    requestedBy: office.head,
    approved: approved ? { by: office.councilHead, on: ago(back - 1) } : null,
  })
}

/** Counsel signs, after a check that found nothing. */
export function engage(
  live: Live,
  { back, fee, login, stage }: { back: number; fee: number; login?: Counsel['login']; stage: LegalStage },
): Contract {
  const { office, random, draft, ago } = live
  const counsel =
    office.counsels.find((it) => login !== undefined && it.login === login) ??
    counselFor(
      random,
      office.counsels.filter((it) => it.login === undefined),
      { unit: draft.unit, matter: draft.matter, on: ago(back) },
    )
  const check = aCheck(live, draft, counsel, ago(back + 1))
  return sign(draft, office.head, { check, date: ago(back), stage, fee })
}

/** A court day of the stage; without a result it is still to come. */
export function sit(
  live: Live,
  contract: Contract,
  {
    its,
    day,
    setBack,
    said,
  }: { its: Sitting; day: Day; setBack: number; said?: [result: string, next: string | null] },
): void {
  const { random, draft, ago, today } = live
  const [result, nextStep] = said ?? [null, null]
  const hearing = {
    ...its,
    startsAt: hour(random, day),
    stage: draft.stage,
    result,
    nextStep,
    enteredBy: enterer(live, contract),
  }
  // A result is written down the day after, and with it when the court sits next.
  hear(draft, hearing, ago(setBack - 1), result !== null && day < today ? later(live, day, 1) : null)
}
export const courtOf = ({ random, draft }: Live, day: Day): Sitting =>
  sitting(random, draft.unit, draft.matter, draft.stage, day)
