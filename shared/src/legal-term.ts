import { addDays, addMonths, type Day, dayFromNumber, dayNumber } from './dates.ts'
import { type InEachLanguage, dayWords, inEachLanguage, spansYears } from './day-words.ts'
import type { Label, Locale } from './fields.ts'
import type { TermUnit } from './legal-terms.ts'
import {
  addWorkingDays,
  exceptionsInWords,
  isWorkingDay,
  provisionalInWords,
  provisionalYears,
  termInWords,
  type WorkingCalendar,
} from './working-days.ts'

export interface LegalTerm {
  length: number
  unit: TermUnit
}
/** What a term is of, for its sentence. */
export interface TermSource {
  event: Label
  act: string
  article: string
}
export interface TermEnd {
  from: Day
  term: LegalTerm
  /** The last day of the term. */
  date: Day
  /** Where the count itself ended: another day when that one is not a working day. */
  ends: Day
  /** Of a count of working days: weekdays off that were passed over, and worked days of weekends. */
  skipped: Day[]
  worked: Day[]
  provisionalYears: number[]
}

/**
 * The last day of a term set by law. The count starts the day after the event; months and years end on the same date, or on the last day
 * of a month that lacks it; a last day that is not a working day gives way to the next one (АППК art. 76, ГПК art. 122-123).
 */
export function legalTerm(calendar: WorkingCalendar, from: Day, term: LegalTerm): TermEnd {
  if (!Number.isInteger(term.length) || term.length < 0) throw new RangeError('a term is a whole number from 0')
  if (term.unit === 'working_day' || term.length === 0) {
    const count = addWorkingDays(calendar, from, term.length)
    const { date, skipped, worked } = count
    return { from, term, date, ends: date, skipped, worked, provisionalYears: count.provisionalYears }
  }
  const ends = endOfCount(from, term)
  const date = isWorkingDay(calendar, ends) ? ends : addWorkingDays(calendar, ends, 0).date
  // Days of the count say nothing of the calendar: only whether the last one is worked does.
  const years = provisionalYears(calendar, addDays(ends, -1), date)
  return { from, term, date, ends, skipped: [], worked: [], provisionalYears: years }
}

function endOfCount(from: Day, { length, unit }: LegalTerm): Day {
  switch (unit) {
    case 'working_day':
    case 'calendar_day':
      return addDays(from, length)
    case 'month':
      return addMonths(from, length)
    case 'year':
      return addMonths(from, 12 * length)
  }
}

/** `1 month from 15 October (service of the employer’s act; ТК РК, ст. 160 п. 1): 15 November is a day off, so 16 November`. */
export function explainLegalTerm(end: TermEnd, { event, act, article }: TermSource): InEachLanguage {
  const withYear = spansYears([end.from, end.ends, end.date, ...end.skipped, ...end.worked])
  return inEachLanguage((locale) => {
    const source = `${(locale === 'en' ? event.en : event[locale]) ?? event.ru}; ${act}, ${article}`
    return [
      lengthInWords(locale, end, withYear),
      ` (${source})`,
      exceptionsInWords(locale, end, withYear),
      ': ',
      dayInWords(locale, end, withYear),
      provisionalInWords(locale, end.provisionalYears),
    ].join('')
  })
}

const pluralRu = new Intl.PluralRules('ru')
const ruUnits = {
  calendar_day: { one: 'календарный день', few: 'календарных дня', many: 'календарных дней' },
  month: { one: 'месяц', few: 'месяца', many: 'месяцев' },
  year: { one: 'год', few: 'года', many: 'лет' },
} as const
const kkUnits = { calendar_day: 'күнтізбелік күн', month: 'ай', year: 'жыл' } as const
const enUnits = { calendar_day: 'calendar day', month: 'month', year: 'year' } as const

function lengthInWords(locale: Locale, { from, term: { length, unit }, date }: TermEnd, withYear: boolean): string {
  if (unit === 'working_day' || length === 0) return termInWords(locale, { from, workingDays: length, date }, withYear)
  const since = dayWords[locale].since(from, withYear)
  const words = {
    ru: () => {
      const form = pluralRu.select(length)
      return `${length} ${ruUnits[unit][form === 'one' || form === 'few' ? form : 'many']} ${since}`
    },
    kk: () => `${since} ${length} ${kkUnits[unit]}`,
    en: () => `${length} ${enUnits[unit]}${length === 1 ? '' : 's'} ${since}`,
  }
  return words[locale]()
}

/** The last day, and what moved it. */
function dayInWords(locale: Locale, { ends, date }: TermEnd, withYear: boolean): string {
  const say = dayWords[locale]
  const day = say.day(date, withYear)
  if (ends === date) return day
  const passed = Array.from({ length: dayNumber(date) - dayNumber(ends) }, (_, n) => dayFromNumber(dayNumber(ends) + n))
  const off = say.days(passed, withYear)
  const many = passed.length > 1
  const said = {
    ru: `${off} — ${many ? 'нерабочие дни' : 'нерабочий день'}, поэтому ${day}`,
    kk: `${off} — жұмыс ${many ? 'күндері' : 'күні'} емес, сондықтан ${day}`,
    en: `${off} ${many ? 'are days off' : 'is a day off'}, so ${day}`,
  }
  return said[locale]
}
