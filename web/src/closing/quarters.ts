import { addMonths, type Day, lastOfMonth } from '@qorgan/shared/dates'

export interface Quarter {
  key: string
  from: Day
  to: Day
}

/** `2026Q3` moved by whole quarters; null for what is no quarter. */
export function quarterAt(key: string, moved = 0): Quarter | null {
  const [, year, number] = /^(\d{4})Q([1-4])$/.exec(key) ?? []
  if (!year || !number) return null
  const from = addMonths(`${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`, moved * 3)
  return {
    key: `${from.slice(0, 4)}Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`,
    from,
    to: lastOfMonth(addMonths(from, 2)),
  }
}
