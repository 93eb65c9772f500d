import { type Day, firstOfMonth, lastOfMonth } from '@qorgan/shared/dates'
import { monthNames } from '@qorgan/shared/day-words'
import type { Locale } from '@qorgan/shared/fields'

/** Digits of a number stay on one line. */
const NO_BREAK = '\u00A0'
const grouped = (digits: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, NO_BREAK)

/** `334 731 370`; below zero with the sign of mathematics. */
export const amount = (n: number): string => (n < 0 ? '−' : '') + grouped(String(Math.abs(n)))
/** `1155` and `12 466`, as the union prints them: four digits stand together. */
export const count = (n: number): string => (Math.abs(n) < 10_000 ? String(n).replace('-', '−') : amount(n))
export const signed = (n: number): string => (n > 0 ? `+${amount(n)}` : amount(n))
export const tenge = (n: number, locale: Locale): string => `${amount(n)}${NO_BREAK}${locale === 'en' ? '₸' : 'тг'}`
/** `86,4 %` */
export const share = (part: number, locale: Locale): string =>
  `${(part * 100).toFixed(1).replace('.', locale === 'en' ? '.' : ',')}${NO_BREAK}%`

/** `22 ноября 2026 года`, `2026 жылғы 22 қараша`, `22 November 2026`. */
export function longDay(day: Day, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const name = monthNames[locale][month - 1] ?? ''
  if (locale === 'kk') return `${year}${NO_BREAK}жылғы ${date}${NO_BREAK}${name}`
  return `${date}${NO_BREAK}${name} ${year}${locale === 'ru' ? `${NO_BREAK}года` : ''}`
}

const roman = ['I', 'II', 'III', 'IV']
type Span = { from: Day; to: Day }

/** The periods that the union reports by their names, any others by their dates. */
export function period(span: Span, locale: Locale): string {
  return named(span)?.[locale] ?? between(span, locale)
}

function between({ from, to }: Span, locale: Locale): string {
  const [first, last] = [longDay(from, locale), longDay(to, locale)]
  if (from === to) return first
  if (locale === 'ru') return `с ${first} по ${last}`
  return locale === 'kk' ? `${first} – ${last}` : `${first} to ${last}`
}

function named({ from, to }: Span): Record<Locale, string> | undefined {
  const [year, lastYear] = [from.slice(0, 4), to.slice(0, 4)]
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  if (from !== firstOfMonth(from) || to !== lastOfMonth(to)) return undefined
  if (year !== lastYear)
    return first === 1 && last === 12
      ? { ru: `за ${year}–${lastYear} годы`, kk: `${year}–${lastYear} жылдар`, en: `${year} to ${lastYear}` }
      : undefined
  if (first === 1 && last === 12) return { ru: `за ${year} год`, kk: `${year} жыл`, en: year }
  if (first % 3 === 1 && last === first + 2) {
    const quarter = (first + 2) / 3
    return {
      ru: `за ${roman[quarter - 1]} квартал ${year} года`,
      kk: `${year} жылғы ${quarter}-тоқсан`,
      en: `Q${quarter} ${year}`,
    }
  }
  if (first % 6 === 1 && last === first + 5) {
    const half = first === 1 ? 1 : 2
    return {
      ru: `за ${roman[half - 1]} полугодие ${year} года`,
      kk: `${year} жылғы ${half}-жартыжылдық`,
      en: `H${half} ${year}`,
    }
  }
  if (first === 1)
    return {
      ru: `за ${last} ${last === 1 ? 'месяц' : last < 5 ? 'месяца' : 'месяцев'} ${year} года`,
      kk: `${year} жылғы ${last} ай`,
      en: `${last} ${last === 1 ? 'month' : 'months'} of ${year}`,
    }
  return undefined
}
