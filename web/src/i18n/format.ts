import { addDays, type Day, dayFromNumber } from '@qorgan/shared/dates'
import { dayWords } from '@qorgan/shared/day-words'
import type { Label, Locale } from '@qorgan/shared/fields'
import { useText } from './i18n.ts'

// Browsers carry no Kazakh number or date formats, so numbers are grouped the Russian way there
// and the names of months come from our own dictionary.
const russian = new Intl.NumberFormat('ru')
const english = new Intl.NumberFormat('en')
/** The union prints 1155, and 20 059: a space from five digits on. */
const counts = new Intl.NumberFormat('ru', { useGrouping: 'min2' })
const numbers: Record<Locale, Intl.NumberFormat> = { ru: russian, kk: russian, en: english }

/** Kazakhstan is one zone, UTC+5, since 1 March 2024. */
const offsetMs = 5 * 3_600_000

export const today = (): Day => new Date(Date.now() + offsetMs).toISOString().slice(0, 10)
export const dayOfInstant = (instant: string): Day =>
  new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 10)
/** The hour of the union's clock. */
export const timeOfInstant = (instant: string): string =>
  new Date(Date.parse(instant) + offsetMs).toISOString().slice(11, 16)

export const formatNumber = (locale: Locale, value: number) => numbers[locale].format(value)
export const formatCount = (locale: Locale, value: number) =>
  locale === 'en' ? english.format(value) : counts.format(value)
export const formatTenge = (locale: Locale, value: number) => `${numbers[locale].format(value)}\u00a0₸`
/** 22.11.2026 in every language: the order of the papers people hold. */
export const formatDay = (day: Day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
export const formatInstant = (instant: string) => {
  const local = new Date(Date.parse(instant) + offsetMs).toISOString()
  return `${formatDay(local.slice(0, 10))} ${local.slice(11, 16)}`
}

/** Two digits of a year are this century; a date without a year is the nearest past one. */
export function parseDay(text: string, now: Day = today()): Day | null {
  const parts = text.trim().split(/[.,/\s-]+/)
  const digits = text.replace(/\D/g, '')
  const typed = parts.length > 1 ? parts : [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  const [d, m, y] = typed[0]?.length === 4 ? typed.toReversed() : typed
  if (!d || !m) return null
  const year = !y ? now.slice(0, 4) : y.length === 2 ? `20${y}` : y
  const day = `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const exact = dayFromNumber(Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)) === day
  if (!exact) return null
  return parts.length === 2 && day > addDays(now, 180) ? `${Number(year) - 1}${day.slice(4)}` : day
}

/**
 * Whole tenge from what people type or paste: groups of spaces, thin or not, and a comma or a dot before tiyn.
 * Null when it is no amount, or when it has tiyn, which are not in use.
 */
export function parseTenge(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u2009\u202f'₸]|тг\.?|тенге|теңге|KZT/giu, '')
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(bare) ? bare.replace(/[.,]/g, '') : bare
  const match = /^(\d{1,13})(?:[.,]0{1,2})?$/.exec(grouped)
  return match ? Number(match[1]) : null
}

export function useFormat() {
  const { locale } = useText()
  return {
    locale,
    number: (value: number) => formatNumber(locale, value),
    count: (value: number) => formatCount(locale, value),
    tenge: (value: number) => formatTenge(locale, value),
    day: formatDay,
    longDay: (day: Day) => dayWords[locale].day(day, true),
    instant: formatInstant,
    label: (label: Label) => (locale === 'en' ? (label.en ?? label.ru) : label[locale]),
  }
}
