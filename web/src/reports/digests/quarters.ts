import { addMonths, type Day, firstOfMonth, lastOfMonth } from '@qorgan/shared/dates'

/** The quarter that holds a day, moved by whole quarters: `2026Q3`. */
export function quarterOf(day: Day, moved = 0): string {
  const month = addMonths(firstOfMonth(day), moved * 3)
  return `${month.slice(0, 4)}Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}

export function datesOfQuarter(key: string): { from: Day; to: Day } {
  const from = `${key.slice(0, 4)}-${String(Number(key.slice(5)) * 3 - 2).padStart(2, '0')}-01`
  return { from, to: lastOfMonth(addMonths(from, 2)) }
}
