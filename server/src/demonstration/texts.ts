import { type Day, addMonths } from '@qorgan/shared/dates'
import type { EffectKind } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { type Sanatorium, sanatoriums } from './data/sanatoriums.ts'
import { answers, consultationSubjects } from './data/answers.ts'
import { labourTexts } from './data/texts-labour.ts'
import { legalTexts } from './data/texts-legal.ts'
import { payTexts } from './data/texts-pay.ts'
import { aidTexts, sanatoriumTexts } from './data/texts-support.ts'
import type { Person } from './members.ts'
import type { Sex } from './names.ts'
import type { Random } from './random.ts'

export type Language = 'ru' | 'kk'

interface Wording {
  subjects: string[]
  /** `(он|она)` follows the sex of who writes. */
  bodies: string[]
  asks: string[]
  done: string[]
}
/** What people write on one topic, by its position in the directory of its category. */
export interface TopicTexts {
  topic: number
  weight: number
  kind: EffectKind
  collective?: boolean
  batch?: boolean
  children?: boolean
  /** When people turn with it: before school, in a flood, before New Year. */
  months?: number[]
  ru: Wording
  kk: Wording
}

export const topicTexts: Record<AppealCategory, TopicTexts[]> = {
  pay: payTexts,
  labour_protection: labourTexts,
  legal: legalTexts,
  sanatorium: sanatoriumTexts,
  material_aid: aidTexts,
}

export interface Fillings {
  employer: string
  place?: string
  days?: number
}

const ruMonths = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ')
const ruInMonths = 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' ')
const ruOfMonths = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const kkMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')

/** People write about the month that is over. */
function monthWords(receivedOn: Day, language: Language): Record<string, string> {
  const month = addMonths(receivedOn, -1)
  const [year, at] = [month.slice(0, 4), Number(month.slice(5, 7)) - 1]
  if (language === 'kk') return { month: `${year} жылғы ${kkMonths[at]}` }
  return {
    month: `${ruMonths[at]} ${year} года`,
    inMonth: `${ruInMonths[at]} ${year} года`,
    fromMonth: `${ruOfMonths[at]} ${year} года`,
  }
}

export function fill(text: string, values: Record<string, string | number | undefined>, sex: Sex = 'female'): string {
  return text
    .replace(/\(([^|()]*)\|([^|()]*)\)/g, sex === 'male' ? '$1' : '$2')
    .replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''))
    .trim()
}

/** A place that people on this topic ask for, in their language. */
export function aPlace(random: Random, texts: TopicTexts): (language: Language) => Partial<Fillings> {
  const place = random.pick(sanatoriumsFor(texts))
  return (language) => ({ place: place[language], days: place.days[0]! })
}
export const sanatoriumsFor = (texts: TopicTexts): Sanatorium[] =>
  sanatoriums.filter(({ children }) => (children ?? false) === (texts.children ?? false))

const openings: Record<Language, string[]> = {
  ru: [
    'Работаю в {employer}, должность — {position}.',
    'Я работаю {by} в {employer}.',
    'Здравствуйте. Работаю {by}, место работы — {employer}.',
    '',
  ],
  kk: [
    '{employer} ұйымында {position} болып жұмыс істеймін.',
    'Сәлеметсіз бе. {employer} ұйымында {position} болып істеймін.',
    '',
  ],
}

/** Subject and description of an appeal in its writer's words. */
export function wordsOf(
  random: Random,
  texts: TopicTexts,
  language: Language,
  receivedOn: Day,
  person: Person | null,
  fillings: Fillings,
) {
  const wording = texts[language]
  const position = person?.position
  const values = {
    ...fillings,
    ...monthWords(receivedOn, language),
    hours: random.int(8, 46),
    position: position?.[language],
    by: position?.by,
  }
  const opening = position ? random.pick(openings[language]) : ''
  // Subjects and bodies stand in the same order, so that both tell the same story.
  const at = random.int(0, wording.subjects.length - 1)
  const parts = [opening, wording.bodies[at % wording.bodies.length] ?? '', random.pick(wording.asks)]
  const said = (text: string) => fill(text, values, person?.sex)
  return { subject: said(wording.subjects[at] ?? ''), description: parts.map(said).filter(Boolean).join(' ') }
}

export const doneWords = (random: Random, texts: TopicTexts, language: Language, fillings: Fillings): string =>
  fill(random.pick(texts[language].done), { ...fillings })

export const answerWords = (random: Random, outcome: string, language: Language): string =>
  random.pick(answers[outcome]?.[language] ?? answers['explained']![language])

export const consultationSubject = (random: Random, category: AppealCategory, language: Language): string =>
  random.pick(consultationSubjects[category][language])
