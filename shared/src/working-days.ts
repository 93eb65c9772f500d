import { type Day, dayFromNumber, dayNumber, yearOf } from './dates.ts'
import { type InEachLanguage, dayWords, inEachLanguage, spansYears } from './day-words.ts'
import type { CalendarDay } from './deadlines.ts'
import type { Locale } from './fields.ts'

/** A day that differs from an ordinary week, or that may yet change. */
export type SpecialDay = Pick<CalendarDay, 'date' | 'kind' | 'provisional'>
/** First and last year whose special days are known. */
export interface LoadedYears {
  first: number
  last: number
}

/** Days are counted as numbers (`dayNumber`), so that no date is parsed or printed inside a loop. */
export interface WorkingCalendar {
  /** Days that differ from an ordinary week: a weekday off, or a day of a weekend that is worked. */
  isWorking: ReadonlyMap<number, boolean>
  exceptions: readonly { day: number; change: 1 | -1 }[]
  provisionalDays: readonly number[]
  /** First and last day of the loaded years; none loaded: first > last. */
  loaded: { first: number; last: number }
}

export interface WorkingDaysCount {
  from: Day
  workingDays: number
  date: Day
  /** Days off other than weekends that were passed over, in order. */
  skipped: Day[]
  /** Days of a weekend that counted because they are worked. */
  worked: Day[]
  provisional: boolean
  /** The years for whose sake the count is provisional. */
  provisionalYears: number[]
}

// 1970-01-01 was a Thursday: with this shift every Monday is a multiple of seven, also before 1970.
const sinceMonday = (day: number) => (((day + 3) % 7) + 7) % 7
const isWeekday = (day: number) => sinceMonday(day) < 5
/** Mondays to Fridays up to and with a day; only differences of it mean anything. */
const weekdaysUpTo = (day: number) => Math.floor((day + 3) / 7) * 5 + Math.min(sinceMonday(day) + 1, 5)

/** Holidays of one year by law are a dozen: one day that somebody entered ahead doesn't make its year known. */
const holidaysOfKnownYear = 8
export function loadedYears(days: readonly Pick<SpecialDay, 'date' | 'kind'>[]): LoadedYears | null {
  const holidays = new Map<number, number>()
  for (const { date, kind } of days)
    if (kind === 'holiday') holidays.set(yearOf(date), (holidays.get(yearOf(date)) ?? 0) + 1)
  const known = [...holidays].filter(([, count]) => count >= holidaysOfKnownYear).map(([year]) => year)
  if (known.length === 0) return null
  // Only years without a gap: between two known years an unknown one would pass for known.
  const last = Math.max(...known)
  let first = last
  while (known.includes(first - 1)) first--
  return { first, last }
}

export function workingCalendar(days: readonly SpecialDay[], years: LoadedYears | null): WorkingCalendar {
  const isWorking = new Map<number, boolean>()
  const provisionalDays: number[] = []
  for (const { date, kind, provisional } of days) {
    const day = dayNumber(date)
    const working = kind === 'working'
    if (working !== isWeekday(day)) isWorking.set(day, working)
    if (provisional) provisionalDays.push(day)
  }
  const exceptions = [...isWorking]
    .map(([day, working]) => ({ day, change: working ? (1 as const) : (-1 as const) }))
    .sort((a, b) => a.day - b.day)
  const loaded = years
    ? { first: dayNumber(`${years.first}-01-01`), last: dayNumber(`${years.last}-12-31`) }
    : { first: 1, last: 0 }
  return { isWorking, exceptions, provisionalDays, loaded }
}

export function isWorkingDay(calendar: WorkingCalendar, date: Day): boolean {
  const day = dayNumber(date)
  return calendar.isWorking.get(day) ?? isWeekday(day)
}

/**
 * The count starts the next day (Administrative Procedures Code art. 76(2)). No days at all is the day itself, or
 * the next working day when it is off, as for any term that ends on a day off (art. 76(5)).
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, workingDays: number): WorkingDaysCount {
  if (!Number.isInteger(workingDays) || workingDays < 0) throw new RangeError('working days are a whole number from 0')
  const start = workingDays === 0 ? dayNumber(from) - 1 : dayNumber(from)
  let left = Math.max(workingDays, 1)
  const skipped: Day[] = []
  const worked: Day[] = []
  let day = start
  while (left > 0) {
    day++
    const exception = calendar.isWorking.get(day)
    if (exception ?? isWeekday(day)) left--
    if (exception !== undefined) (exception ? worked : skipped).push(dayFromNumber(day))
  }
  const years = yearsInDoubt(calendar, start, day)
  const date = dayFromNumber(day)
  return { from, workingDays, date, skipped, worked, provisional: years.length > 0, provisionalYears: years }
}

/** Working days after `from` up to and with `to`; none when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  if (end <= start) return 0
  let count = weekdaysUpTo(end) - weekdaysUpTo(start)
  for (const { day, change } of calendar.exceptions) {
    if (day > end) break
    if (day > start) count += change
  }
  return count
}

/** Years that make a count over (from, to] provisional: outside the loaded ones, or with a provisional day in it. */
export const provisionalYears = (calendar: WorkingCalendar, from: Day, to: Day): number[] =>
  yearsInDoubt(calendar, dayNumber(from), dayNumber(to))

function yearsInDoubt({ loaded, provisionalDays }: WorkingCalendar, start: number, end: number): number[] {
  const years = new Set<number>()
  const addFrom = (first: number, last: number) => {
    if (first > last) return
    for (let year = yearOf(dayFromNumber(first)); year <= yearOf(dayFromNumber(last)); year++) years.add(year)
  }
  if (loaded.first > loaded.last) addFrom(start + 1, end)
  else {
    addFrom(start + 1, Math.min(end, loaded.first - 1))
    addFrom(Math.max(start + 1, loaded.last + 1), end)
  }
  for (const day of provisionalDays) if (day > start && day <= end) years.add(yearOf(dayFromNumber(day)))
  return [...years].sort((a, b) => a - b)
}

/** `15 working days from 19 March, without 24 and 25 March`. */
export function explainWorkingDays(count: WorkingDaysCount): InEachLanguage {
  const withYear = spansYears([count.from, count.date, ...count.skipped, ...count.worked])
  return inEachLanguage((locale) =>
    [
      termInWords(locale, count, withYear),
      exceptionsInWords(locale, count, withYear),
      provisionalInWords(locale, count.provisionalYears),
    ].join(''),
  )
}

export function termInWords(
  locale: Locale,
  { from, workingDays, date }: Pick<WorkingDaysCount, 'from' | 'workingDays' | 'date'>,
  withYear: boolean,
): string {
  const say = dayWords[locale]
  const since = say.since(from, withYear)
  if (workingDays > 0) {
    const term = say.workingDays(workingDays)
    return locale === 'kk' ? `${since} ${term}` : `${term} ${since}`
  }
  const sameDay = say.day(from, withYear)
  if (date === from)
    return { ru: `в тот же день: ${sameDay}`, kk: `сол күні: ${sameDay}`, en: `the same day: ${sameDay}` }[locale]
  return {
    ru: `первый рабочий день ${since}`,
    kk: `${since} бірінші жұмыс күні`,
    en: `the first working day ${since}`,
  }[locale]
}

/** Begins with a comma, or is empty. In Kazakh a clause of its own, so that the list of dates takes no endings. */
export function exceptionsInWords(
  locale: Locale,
  { skipped, worked }: Pick<WorkingDaysCount, 'skipped' | 'worked'>,
  withYear: boolean,
): string {
  const list = (days: Day[]) => dayWords[locale].days(days, withYear)
  const many = worked.length > 1
  const without = {
    ru: () => `без ${list(skipped)}`,
    kk: () => `${list(skipped)} есепке алынбайды`,
    en: () => `without ${list(skipped)}`,
  }
  const counting = {
    ru: () => `${list(worked)} — ${many ? 'рабочие дни' : 'рабочий день'}`,
    kk: () => `${list(worked)} — жұмыс ${many ? 'күндері' : 'күні'}`,
    en: () => `with ${list(worked)} worked`,
  }
  return `${skipped.length > 0 ? `, ${without[locale]()}` : ''}${worked.length > 0 ? `, ${counting[locale]()}` : ''}`
}

/** In brackets after a space, or empty. */
export function provisionalInWords(locale: Locale, years: readonly number[]): string {
  if (years.length === 0) return ''
  const list = dayWords[locale].list(years.map(String))
  const one = years.length === 1
  const said = {
    ru: `календарь на ${list} ${one ? 'год' : 'годы'} не утверждён`,
    kk: one ? `${list} жылғы күнтізбе бекітілмеген` : `${list} жылдардағы күнтізбе бекітілмеген`,
    en: `the ${one ? 'calendar' : 'calendars'} for ${list} ${one ? 'is' : 'are'} not approved`,
  }
  return ` (${said[locale]})`
}
