import { z } from 'zod'

const DAY_MS = 86_400_000

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(dayNumber(text)) === text

/** A calendar day of the union, `YYYY-MM-DD` in Asia/Almaty. Years 1900..2199: beyond them it is a slip of the hand. */
export const Day = z
  .string()
  .refine((text) => isDay(text) && text >= '1900-01-01' && text <= '2199-12-31', { params: { code: 'invalid_format' } })
  .meta({ format: 'date', example: '2026-11-22' })
export type Day = string

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
export function dayFromNumber(n: number): Day {
  const ms = n * DAY_MS
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString().slice(0, 10) : ''
}
export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days)
export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): string => day.slice(0, 7)
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`
export const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1)
/** 1 Monday .. 7 Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The same date n months on; a date that the month lacks becomes its last day (31 January + 1 = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = year * 12 + (month - 1) + months
  const y = Math.floor(first / 12)
  const m = (first % 12) + 1
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`
}
