import { type Day, addDays } from '@qorgan/shared/dates'
import type { AppealOutcome } from '@qorgan/shared/effects'
import type { LegalOutcome } from '@qorgan/shared/legal-cases'
import { newId } from '../../platform/ids.ts'
import { assign } from '../claims.ts'
import { type Draft, enterEffect, note, resolve } from '../draft.ts'
import type { Person } from '../members.ts'
import { seededRandom } from '../random.ts'
import { type Setting, aChannel, aMember, confirmer, open, soonAfter } from '../setting.ts'
import type { CaseDraft } from './case-draft.ts'
import { type Matter, textsOf } from './matter.ts'

const doctors = /врач|фельдшер/
const medics = /врач|фельдшер|сестра|акушер/
const fits = ({ who }: Matter, { position }: Person): boolean => {
  if (position === null) return false
  if (who === 'anyone') return true
  return (who === 'doctors' ? doctors : medics).test(position.ru) && !position.ru.includes('хозяйка')
}

/** Sums that the ledger got: out of a cell of the published report, or its own. */
export interface Won {
  amount: number
  isConfirmed: boolean
}

/**
 * The appeal that became a case: whoever wrote it, their colleagues in the same case, and what it brought in the end. `taken`: people who
 * have a case already, so that as many were helped as were published.
 */
export function appealOf(from: Setting, draft: CaseDraft, taken: Set<string>, won?: Won): Draft {
  const random = seededRandom(`case:${draft.unit.code}:${draft.receivedOn}:${draft.matter.key}`)
  const setting: Setting = { ...from, random }
  const { matter, receivedOn, openedOn, repeatOf } = draft
  const employers = draft.checks.flatMap(({ found, counsel }) =>
    found === 'lawyer_acts_for_employer' ? counsel.employerIds : [],
  )
  const mayApply = (it: Person) =>
    !taken.has(it.id) && fits(matter, it) && (employers.length === 0 || employers.includes(it.organisation.employer.id))
  const person = repeatOf?.people[0]?.person ?? aMember(setting, receivedOn, null, mayApply)
  const { texts, isRussianOnly } = textsOf(matter)
  const appeal = open(setting, {
    category: 'legal',
    texts,
    receivedOn,
    level: 'branch',
    channel: draft.size > 1 ? 'written' : aChannel(setting),
    person,
    ...(isRussianOnly ? { language: 'ru' as const } : {}),
  })
  draft.appeal = appeal
  people(setting, draft, person, taken)
  appeal.signatories = draft.size
  appeal.restricted = draft.restricted
  appeal.repeatOf = repeatOf?.appeal ?? null
  if (draft.isOwn) standStill(draft, appeal)
  else {
    note(appeal, 'registered', receivedOn, appeal.registeredBy)
    assign(appeal, setting, receivedOn)
  }
  note(appeal, 'case_opened', openedOn, draft.openedBy, { caseId: draft.id, number: draft.number })
  if (draft.isOwn) endWith(draft, appeal)
  else passOn(setting, draft, appeal)
  if (draft.closed)
    note(appeal, 'case_closed', draft.closed.on, draft.log.at(-1)!.actor, {
      caseId: draft.id,
      number: draft.number,
      outcome: draft.closed.outcome,
    })
  if (draft.brings) bring(setting, draft, appeal, won)
  return appeal
}

function people(setting: Setting, draft: CaseDraft, first: Person, taken: Set<string>): void {
  const { matter, receivedOn, size } = draft
  const add = (person: Person, role: CaseDraft['people'][number]['role']) => {
    taken.add(person.id)
    draft.people.push({ id: newId(), person, role })
  }
  add(first, matter.role)
  const isFree = (person: Person) => !taken.has(person.id) && fits(matter, person)
  while (draft.people.length < size)
    add(aMember(setting, receivedOn, first.organisation, isFree), matter.others ?? matter.role)
  if (draft.checks.some(({ found }) => found === 'opponent_is_member'))
    draft.opponent = aMember(setting, receivedOn, first.organisation, ({ id }) => !taken.has(id))
}

/** Made for the case: it says no more than that, and its clock stands still. */
function standStill({ openedBy, openedOn }: CaseDraft, appeal: Draft): void {
  Object.assign(appeal, {
    subject: 'МедАдвокат',
    description: null,
    channel: 'written',
    letter: null,
    registeredBy: openedBy,
    status: 'suspended',
  })
  note(appeal, 'registered', appeal.receivedOn, openedBy)
  note(appeal, 'started', openedOn, openedBy)
  note(appeal, 'suspended', openedOn, openedBy, { until: null }, 'МедАдвокат')
}
const outcomes: Record<LegalOutcome, AppealOutcome> = {
  won: 'satisfied',
  partly_won: 'partly_satisfied',
  lost: 'refused',
  settled: 'settled',
  terminated: 'satisfied',
  withdrawn: 'withdrawn',
  advice_given: 'explained',
  declined: 'refused',
}
function endWith({ closed, brings, number, openedBy }: CaseDraft, appeal: Draft): void {
  if (!closed) return
  resolve(appeal, openedBy, {
    outcome: outcomes[closed.outcome],
    summary: `МедАдвокат, ${number}`,
    on: closed.on,
    noEffectReason: brings ? null : 'not_in_money',
  })
}

/** What was decided on the case is the answer to the appeal, some days later; until then it is in progress. */
function passOn(setting: Setting, { matter, decision, closed, brings }: CaseDraft, appeal: Draft): void {
  const yesterday = addDays(setting.today, -1)
  if (!decision || decision.on > yesterday) return
  const { random, staff } = setting
  const isKazakh = appeal.language === 'kk'
  const on = soonAfter(setting, decision.on, random.int(1, 3), yesterday)
  const answer = random.chance(0.5) ? { number: `исх. ${random.int(1, 12)}-${random.int(10, 990)}`, date: on } : null
  if (decision.decision !== 'fund') {
    const isAdvice = decision.decision === 'advice_only'
    return resolve(appeal, staff.specialist, {
      outcome: isAdvice ? 'explained' : 'refused',
      summary: isAdvice
        ? isKazakh
          ? 'Кәсіподақ заңгері кеңес береді, адвокат тартылмайды.'
          : 'Юрист профсоюза консультирует, адвокат не привлекается.'
        : isKazakh
          ? 'Қаржыландырудан бас тартылды, себебі түсіндірілді.'
          : 'В оплате адвоката отказано, причина разъяснена.',
      on,
      noEffectReason: isAdvice ? 'advice_only' : 'refused',
      answer,
    })
  }
  const isSuit = matter.kind !== 'criminal' && !matter.article
  const isExpected = isSuit && !closed && matter.effect !== undefined
  resolve(appeal, staff.specialist, {
    outcome: isSuit ? 'to_court' : 'satisfied',
    summary: isSuit
      ? isKazakh
        ? '«МедАдвокат» аясында өкіл бөлінді, материалдар сотқа берілді.'
        : 'По проекту «МедАдвокат» выделен представитель, материалы переданы в суд.'
      : isKazakh
        ? '«МедАдвокат» аясында қорғаушы бөлінді.'
        : 'По проекту «МедАдвокат» выделен защитник.',
    on,
    noEffectReason: brings ? null : isExpected ? 'expected_later' : isSuit ? 'other' : 'not_in_money',
    ...(isExpected ? { expectedOn: addDays(setting.today, random.int(30, 90)) } : {}),
    answer,
  })
}

function bring(setting: Setting, draft: CaseDraft, appeal: Draft, won: Won | undefined): void {
  const { random, staff, today } = setting
  const { kind, on } = draft.brings!
  const amount = won?.amount ?? draft.size * random.int(140, 680) * 1000
  const isConfirmed = won?.isConfirmed ?? random.chance(0.85)
  const confirmedOn: Day = soonAfter(setting, on, random.int(1, 6), today)
  enterEffect(appeal, {
    kind,
    stage: 'received',
    amount,
    people: draft.size,
    occurredOn: on,
    document: `${draft.closed?.outcome === 'settled' ? 'соглашение сторон' : 'решение суда'} № ${random.int(40, 4800)} от ${on.split('-').toReversed().join('.')}`,
    enteredBy: staff.specialist,
    enteredOn: on,
    confirmed: isConfirmed ? { by: confirmer(setting, staff.specialist), on: confirmedOn } : null,
  })
}
