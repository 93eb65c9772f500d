import { type Day, addDays } from '@qorgan/shared/dates'
import type { NoEffectReason } from '@qorgan/shared/appeals'
import type { AppealOutcome, EffectKind } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { type Draft, enterEffect, note, resolve } from './draft.ts'
import type { Random } from './random.ts'
import {
  type Opening,
  type Setting,
  aChannel,
  aTopic,
  anOralChannel,
  anOutsider,
  confirmer,
  isPaper,
  open,
  soonAfter,
} from './setting.ts'
import { aPlace, answerWords, consultationSubject, doneWords } from './texts.ts'

interface Given {
  category: AppealCategory
  receivedOn: Day
  level: Draft['level']
  /** No effect occurs later. */
  last: Day
}
export interface Won extends Given {
  amount: number
  people: number
  isConfirmed: boolean
}

const documents: Record<EffectKind, string[]> = {
  recovered: ['платёжная ведомость', 'решение согласительной комиссии', 'решение суда', 'ответ работодателя'],
  accrued: ['расчётный листок', 'приказ о доначислении', 'ответ работодателя'],
  penalty_cancelled: ['приказ об отмене', 'решение согласительной комиссии'],
  forced_absence_pay: ['решение суда', 'приказ о восстановлении'],
  legal_fees_saved: ['журнал юридических услуг'],
  voucher_discount: ['путёвка'],
  material_aid: ['платёжное поручение'],
  pension_or_benefit: ['решение о перерасчёте'],
  other: ['накладная', 'акт'],
}
export function aDocument(random: Random, kind: EffectKind, on: Day): string {
  return `${random.pick(documents[kind])} № ${random.int(3, 640)} от ${on.split('-').toReversed().join('.')}`
}

const openClaim = (setting: Setting, given: Given, more: Partial<Opening> & Pick<Opening, 'texts'>): Draft => {
  const { category, receivedOn, level } = given
  const fillings = aPlace(setting.random, more.texts)
  return open(setting, { category, receivedOn, level, fillings, ...more })
}
const outgoing = (random: Random, date: Day) => ({ number: `исх. ${random.int(1, 12)}-${random.int(10, 990)}`, date })
const answerOf = ({ random }: Setting, draft: Draft, on: Day) =>
  isPaper(draft.channel) && random.chance(0.75) ? outgoing(random, on) : null

/** Law or pay put right in money. */
export function winClaim(setting: Setting, given: Won): Draft {
  const { random, staff } = setting
  const { category, receivedOn, last, amount, people, isConfirmed } = given
  const texts = aTopic(random, category, ({ collective }) => people < 4 || collective === true)
  const applicant =
    given.level !== 'primary_organisation' && people === 1 && random.chance(0.05)
      ? anOutsider(setting, receivedOn)
      : undefined
  const draft = openClaim(setting, given, {
    texts,
    ...(applicant ? { applicant } : {}),
    ...(people > 3 ? { channel: 'written' as const } : {}),
  })
  draft.signatories = Math.max(1, people)
  note(draft, 'registered', receivedOn, draft.registeredBy)
  const { specialist } = staff
  if (random.chance(0.5)) assign(draft, setting, receivedOn)
  const occurredOn = soonAfter(setting, receivedOn, random.int(3, people > 20 ? 45 : 18), last)
  const isInstalments = people > 3 && amount > 2_000_000 && random.chance(0.5)
  const first = isInstalments ? Math.round((amount * 0.6) / 1000) * 1000 : amount
  const secondOn = soonAfter(setting, occurredOn, random.int(10, 22), last)
  const parts = isInstalments
    ? [
        { sum: first, on: occurredOn, people },
        { sum: amount - first, on: secondOn, people: 0 },
      ]
    : [{ sum: amount, on: occurredOn, people }]
  for (const part of parts)
    enterEffect(draft, {
      kind: texts.kind,
      stage: 'received',
      amount: part.sum,
      people: part.people,
      occurredOn: part.on,
      document: aDocument(random, texts.kind, part.on),
      calculation: calculation(random, texts.kind, part.sum, part.people),
      enteredBy: draft.registeredBy,
      enteredOn: part.on,
      confirmed: isConfirmed
        ? {
            by: confirmer(setting, draft.registeredBy),
            on: soonAfter(setting, part.on, random.int(1, 6), setting.today),
          }
        : null,
    })
  const outcome = random.weighted(
    ['satisfied', 'partly_satisfied', 'settled'] as const,
    (it) => ({ satisfied: 76, partly_satisfied: 14, settled: 10 })[it],
  )
  const employer = draft.employer!.short[draft.language]
  const summary =
    outcome === 'satisfied'
      ? doneWords(random, texts, draft.language, { employer })
      : answerWords(
          random,
          outcome === 'partly_satisfied' && category !== 'pay' ? 'partly_other' : outcome,
          draft.language,
        )
  resolve(draft, specialist, {
    outcome,
    summary,
    on: occurredOn,
    noEffectReason: null,
    answer: answerOf(setting, draft, occurredOn),
  })
  return draft
}

function calculation(random: Random, kind: EffectKind, sum: number, people: number): string | null {
  if (people > 3)
    return `в среднем ${Math.round(sum / people)
      .toLocaleString('ru-RU')
      .replaceAll('\u00A0', ' ')} тг на человека, ${people} чел.`
  if (kind === 'accrued' && random.chance(0.4)) return `разница за ${random.int(2, 6)} мес.`
  return null
}

interface Ending {
  outcome: AppealOutcome
  reason: NoEffectReason
  weight: number
}
const endings: Ending[] = [
  { outcome: 'explained', reason: 'advice_only', weight: 52 },
  { outcome: 'satisfied', reason: 'not_in_money', weight: 18 },
  { outcome: 'partly_satisfied', reason: 'not_in_money', weight: 4 },
  { outcome: 'settled', reason: 'not_in_money', weight: 4 },
  { outcome: 'refused', reason: 'refused', weight: 9 },
  { outcome: 'forwarded', reason: 'other', weight: 6 },
  { outcome: 'to_court', reason: 'other', weight: 3 },
  { outcome: 'withdrawn', reason: 'other', weight: 3 },
  { outcome: 'discontinued', reason: 'other', weight: 1 },
]
const supportEndings: Ending[] = [
  { outcome: 'explained', reason: 'advice_only', weight: 55 },
  { outcome: 'refused', reason: 'refused', weight: 35 },
  { outcome: 'withdrawn', reason: 'other', weight: 10 },
]
const isSupport = (category: AppealCategory) => category === 'sanatorium' || category === 'material_aid'

/** Where the words of an answer without money stand. */
function answerHeading(category: AppealCategory, outcome: AppealOutcome): string {
  if (isSupport(category)) return `${outcome}_support`
  if (outcome === 'satisfied') return 'improved'
  if (outcome === 'partly_satisfied') return 'partly_other'
  return outcome === 'explained' && category === 'pay' ? 'explained_pay' : outcome
}

/** Answered, but nothing in money: advice for the most part, half of it given at once. */
export function answerClaim(setting: Setting, given: Given, more: Partial<Opening> = {}): Draft {
  const { random, staff } = setting
  const { category, receivedOn } = given
  const ending = random.weighted(isSupport(category) ? supportEndings : endings, ({ weight }) => weight)
  if (ending.outcome === 'explained' && random.chance(0.5)) return consult(setting, given)
  const texts = aTopic(random, category)
  const applicant =
    given.level !== 'primary_organisation' && random.chance(0.06) ? anOutsider(setting, receivedOn) : undefined
  const draft = openClaim(setting, given, {
    texts,
    channel: aChannel(setting),
    ...(applicant ? { applicant } : {}),
    ...more,
  })
  if (texts.collective && random.chance(0.08)) draft.signatories = random.int(3, 24)
  note(draft, 'registered', receivedOn, draft.registeredBy)
  if (random.chance(0.5)) assign(draft, setting, receivedOn)
  const usual = random.chance(0.06) ? random.int(17, 30) : random.int(2, 14)
  const on = soonAfter(setting, receivedOn, usual, addDays(setting.today, -1))
  const { outcome, reason } = ending
  const words = answerHeading(category, outcome)
  const summary = answerWords(random, words, draft.language)
  resolve(draft, staff.specialist, {
    outcome,
    summary,
    on,
    noEffectReason: reason,
    answer: answerOf(setting, draft, on),
  })
  return draft
}

/** A question answered on the spot. */
export function consult(setting: Setting, given: Given): Draft {
  const { random } = setting
  const isAnonymous = given.level !== 'primary_organisation' && random.chance(0.05)
  const draft = openClaim(setting, given, {
    texts: aTopic(random, given.category),
    channel: anOralChannel(setting),
    withDescription: false,
  })
  if (isAnonymous) draft.applicant = { kind: 'anonymous' }
  draft.subject = consultationSubject(random, given.category, draft.language)
  draft.consultation = true
  note(draft, 'registered', given.receivedOn, draft.registeredBy)
  resolve(draft, draft.registeredBy, {
    outcome: 'explained',
    summary: answerWords(random, isSupport(given.category) ? 'explained_support' : 'advice', draft.language),
    on: given.receivedOn,
    noEffectReason: 'advice_only',
  })
  return draft
}

export function assign(draft: Draft, { staff, random }: Setting, on: Day): void {
  const assignee = random.chance(0.85) ? staff.specialist : staff.chair
  draft.assignee = assignee
  draft.status = 'in_progress'
  note(draft, 'assigned', on, staff.chair, { assigneeId: assignee.id, assigneeName: assignee.fullName })
  note(draft, 'started', on, assignee)
}
