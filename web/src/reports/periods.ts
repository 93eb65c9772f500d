import { type Day, lastOfMonth } from '@qorgan/shared/dates'

/** Months from and to of each period that the union reports on; the agreement with the ministry asks for ten months. */
export const periodMonths = {
  year: [1, 12],
  h1: [1, 6],
  h2: [7, 12],
  q1: [1, 3],
  q2: [4, 6],
  q3: [7, 9],
  q4: [10, 12],
  m9: [1, 9],
  m10: [1, 10],
} as const satisfies Record<string, readonly [number, number]>
export type PeriodKey = keyof typeof periodMonths
export const periodKeys = Object.keys(periodMonths) as PeriodKey[]
export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
export type Month = (typeof months)[number]

const two = (n: number) => String(n).padStart(2, '0')
const span = (year: string, first: number, last: number) => ({
  from: `${year}-${two(first)}-01`,
  to: lastOfMonth(`${year}-${two(last)}-01`),
})

/** `m5` is the month, `q2` the quarter; the dates are whole months. */
export function datesOf(year: string, period: PeriodKey | `month${Month}`): { from: Day; to: Day } {
  const month = /^month(\d+)$/.exec(period)?.[1]
  if (month !== undefined) return span(year, Number(month), Number(month))
  const [first, last] = periodMonths[period as PeriodKey]
  return span(year, first, last)
}

export function periodOf(from: Day, to: Day): PeriodKey | `month${Month}` | null {
  const year = from.slice(0, 4)
  const known = [...periodKeys, ...months.map((month) => `month${month}` as const)]
  return known.find((key) => datesOf(year, key).from === from && datesOf(year, key).to === to) ?? null
}

/** Five calendar years on end, up to and with the given one. */
export const lastYears = 'lastYears'
export const lastYearsOf = (year: string): { from: Day; to: Day } => ({
  from: `${Number(year) - 4}-01-01`,
  to: `${year}-12-31`,
})

/** The register's years, newest first. */
export const yearsOfRegister = (now: Day): string[] =>
  Array.from({ length: Number(now.slice(0, 4)) - 2020 }, (_, i) => String(2021 + i)).toReversed()
