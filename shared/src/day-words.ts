import { addDays, type Day, yearOf } from './dates.ts'
import type { Locale } from './fields.ts'

/** How one language says days. `withYear` where the sentence spans years, so that each date says its own. */
export interface DayWords {
  day: (day: Day, withYear: boolean) => string
  days: (days: readonly Day[], withYear: boolean) => string
  since: (day: Day, withYear: boolean) => string
  until: (day: Day, withYear: boolean) => string
  workingDays: (count: number) => string
  list: (items: string[]) => string
}

export type InEachLanguage = Record<Locale, string>
export const inEachLanguage = (say: (locale: Locale) => string): InEachLanguage => ({
  ru: say('ru'),
  kk: say('kk'),
  en: say('en'),
})

const dateOf = (day: Day) => Number(day.slice(8))
const monthIndex = (day: Day) => Number(day.slice(5, 7)) - 1
const pick = (months: readonly string[], day: Day) => months[monthIndex(day)] ?? ''

const ruOf = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')
const enMonths = 'January February March April May June July August September October November December'.split(' ')
// The endings follow the last sound of each month, so the case forms are written out rather than built.
const kkMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')
/** As they stand in a date. */
export const monthNames = { ru: ruOf, kk: kkMonths, en: enMonths } as const satisfies Record<Locale, readonly string[]>
const kkFrom =
  'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан'.split(
    ' ',
  )
const kkTo =
  'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға'.split(
    ' ',
  )

interface Run {
  text: string
  day: Day
}
/** Four or more days on end become `21–25`; a run ends with its month. */
function runs(days: readonly Day[]): Run[] {
  const found: { first: Day; last: Day }[] = []
  for (const day of days) {
    const open = found.at(-1)
    if (open && open.last.slice(0, 7) === day.slice(0, 7) && dateOf(day) === dateOf(open.last) + 1) open.last = day
    else found.push({ first: day, last: day })
  }
  return found.flatMap(({ first, last }) => {
    const [from, to] = [dateOf(first), dateOf(last)]
    if (to - from >= 3) return [{ text: `${from}–${to}`, day: last }]
    return Array.from({ length: to - from + 1 }, (_, n) => ({ text: String(from + n), day: addDays(first, n) }))
  })
}

function joined(parts: string[], and: string): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`
}

/** `24, 25 марта и 1 мая`: a month is said once, after its last day; the year likewise, or first in Kazakh. */
function listOfDays(
  days: readonly Day[],
  withYear: boolean,
  language: {
    months: readonly string[]
    and: string
    yearFirst?: (year: number) => string
    yearLast?: (year: number) => string
  },
): string {
  const all = runs(days)
  return joined(
    all.map(({ text, day }, i) => {
      const [before, after] = [all[i - 1]?.day, all[i + 1]?.day]
      const month = after?.slice(0, 7) === day.slice(0, 7) ? '' : ` ${pick(language.months, day)}`
      const opensYear = withYear && (!before || yearOf(before) !== yearOf(day))
      const closesYear = withYear && (!after || yearOf(after) !== yearOf(day))
      const first = opensYear && language.yearFirst ? `${language.yearFirst(yearOf(day))} ` : ''
      const last = closesYear && language.yearLast ? ` ${language.yearLast(yearOf(day))}` : ''
      return `${first}${text}${month}${last}`
    }),
    language.and,
  )
}

const pluralRu = new Intl.PluralRules('ru')
const ruWorkingDays: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'рабочий день', few: 'рабочих дня' }
const ruYear = (year: number) => `${year} года`
const kkYear = (year: number) => `${year} жылғы`

const ruDay = (day: Day, withYear: boolean) =>
  `${dateOf(day)} ${pick(ruOf, day)}${withYear ? ` ${ruYear(yearOf(day))}` : ''}`
const kkDay = (months: readonly string[]) => (day: Day, withYear: boolean) =>
  `${withYear ? `${kkYear(yearOf(day))} ` : ''}${dateOf(day)} ${pick(months, day)}`
const enDay = (day: Day, withYear: boolean) =>
  `${dateOf(day)} ${pick(enMonths, day)}${withYear ? ` ${yearOf(day)}` : ''}`

export const dayWords: Record<Locale, DayWords> = {
  ru: {
    day: ruDay,
    days: (days, withYear) => listOfDays(days, withYear, { months: ruOf, and: 'и', yearLast: ruYear }),
    since: (day, withYear) => `${dateOf(day) === 2 ? 'со' : 'с'} ${ruDay(day, withYear)}`,
    until: (day, withYear) => `до ${ruDay(day, withYear)}`,
    workingDays: (count) => `${count} ${ruWorkingDays[pluralRu.select(count)] ?? 'рабочих дней'}`,
    list: (items) => joined(items, 'и'),
  },
  kk: {
    day: kkDay(kkMonths),
    days: (days, withYear) => listOfDays(days, withYear, { months: kkMonths, and: 'және', yearFirst: kkYear }),
    since: (day, withYear) => `${kkDay(kkFrom)(day, withYear)} бастап`,
    until: (day, withYear) => `${kkDay(kkTo)(day, withYear)} дейін`,
    workingDays: (count) => `${count} жұмыс күні`,
    list: (items) => joined(items, 'және'),
  },
  en: {
    day: enDay,
    days: (days, withYear) => listOfDays(days, withYear, { months: enMonths, and: 'and', yearLast: String }),
    since: (day, withYear) => `from ${enDay(day, withYear)}`,
    until: (day, withYear) => `to ${enDay(day, withYear)}`,
    workingDays: (count) => `${count} working ${count === 1 ? 'day' : 'days'}`,
    list: (items) => joined(items, 'and'),
  },
}

/** A date needs its year when the sentence's dates are not all of the due date's year. */
export const spansYears = (days: readonly Day[]): boolean => new Set(days.map(yearOf)).size > 1
