import type { Day } from '@qorgan/shared/dates'
import type { CaseDraft, Check, Contract } from './case-draft.ts'
import { amend, checkConflicts, endContract, refund, sign, write } from './case-verbs.ts'
import { type Telling, inSteps, later } from './office.ts'
import type { Part, Turn } from './outline.ts'
import { type Counsel, counselFor } from './panel.ts'
import { order, payCounsel, settleWork } from './stages.ts'

/** A search for conflicts of interest with its decision: nothing found, or something that does not matter. */
export function aCheck(
  telling: Telling,
  draft: CaseDraft,
  counsel: Counsel,
  on: Day,
  found: Check['found'] = null,
): Check {
  const { office } = telling
  return checkConflicts(draft, {
    counsel,
    checked: { on, by: office.officer },
    found,
    decided: {
      on,
      by: found ? office.head : office.officer,
      decision: found ? 'waived' : 'clear',
      reason: found
        ? 'Совпадение изучено: человек к спору отношения не имеет, согласие члена профсоюза получено.'
        : null,
      chairUnderAccused: draft.matter.side === 'claims' && draft.matter.against === '{employer}' ? false : null,
    },
  })
}

/** The first contract of a case. */
export function begin(telling: Telling, draft: CaseDraft, part: Part, fee: number, turn: Turn | null): Contract {
  const { office, random } = telling
  const counsel = counselFor(random, office.counsels, { unit: draft.unit, matter: draft.matter, on: part.startsOn })
  const check = aCheck(
    telling,
    draft,
    counsel,
    later(telling, part.allottedOn, 1),
    turn === 'waived' ? 'opponent_is_member' : null,
  )
  return sign(draft, office.head, { check, date: part.startsOn, stage: part.stage, fee })
}

/** The same counsel in the next stage, by an addendum. */
export function goOn(
  { office }: Telling,
  draft: CaseDraft,
  contract: Contract,
  { stage, startsOn }: Part,
  fee: number,
): Contract {
  draft.stage = stage
  const number = String(draft.addenda.length + 1)
  amend(draft, { contract, number, date: startsOn, feeChange: fee, reason: nextStage[stage], enteredBy: office.head })
  write(draft, 'edited', startsOn, office.officer, { details: { fields: ['stage'], stage } })
  return contract
}
const nextStage: Record<Part['stage'], string> = {
  consultation: 'Консультации',
  pre_trial: 'Досудебная стадия',
  first_instance: 'Представительство в суде первой инстанции',
  appeal: 'Представительство в апелляционной инстанции',
  cassation: 'Подготовка кассационной жалобы и участие в заседании',
  enforcement: 'Сопровождение исполнения решения',
}

/** Counsel leaves early: what is not due is free for the next one; an advance that was not earned comes back. */
export function changeCounsel(
  telling: Telling,
  draft: CaseDraft,
  contract: Contract,
  part: Part,
  turn: Turn | null,
): Contract {
  const { office, random } = telling
  const whole = contract.fee
  const endedOn = later(telling, part.startsOn, random.int(4, 6))
  const feeDue = inSteps(whole * 0.3)
  if (turn === 'pays_back') {
    const back = inSteps(whole * 0.2)
    const payment = payCounsel(telling, draft, {
      contract,
      amount: feeDue + back,
      on: later(telling, part.startsOn, 1),
      advance: true,
    })
    refund(draft, payment, { amount: back, on: endedOn, document: order(telling), enteredBy: office.accountant })
  } else settleWork(telling, draft, { contract, fee: feeDue, from: part.startsOn, on: endedOn, advance: false })
  const reason = random.pick(['Болезнь, дело передано коллеге', 'Переезд в другой город'])
  endContract(draft, contract, { on: endedOn, by: office.head, reason, feeDue })
  const { unit, matter } = draft
  const next = counselFor(random, office.counsels, { unit, matter, on: endedOn, not: contract.check.counsel })
  const check = aCheck(telling, draft, next, endedOn)
  const date = later(telling, endedOn, 1)
  return sign(draft, office.head, { check, date, stage: part.stage, fee: whole - feeDue })
}
