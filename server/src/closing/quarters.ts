import { addMonths, type Day, lastOfMonth } from '@qorgan/shared/dates'
import { addWorkingDays, type WorkingCalendar } from '@qorgan/shared/working-days'

export interface Quarter {
  /** `2026Q3` */
  key: string
  from: Day
  to: Day
}

/** The union's own rule: a quarter's report is in by the tenth working day after it. */
const DUE_AFTER_WORKING_DAYS = 10

export function quarterOf(day: Day): Quarter {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  const from = `${day.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  return { key: `${day.slice(0, 4)}Q${quarter}`, from, to: lastOfMonth(addMonths(from, 2)) }
}

export const quarterOfKey = (key: string): Quarter =>
  quarterOf(`${key.slice(0, 4)}-${String(Number(key.slice(5)) * 3).padStart(2, '0')}-01`)
export const quartersAfter = ({ from }: Quarter, quarters: number): Quarter => quarterOf(addMonths(from, quarters * 3))
export const beginningOfYear = ({ from, to }: Quarter) => ({ from: `${from.slice(0, 4)}-01-01`, to })
export const dueOn = (calendar: WorkingCalendar, { to }: Quarter): Day =>
  addWorkingDays(calendar, to, DUE_AFTER_WORKING_DAYS).date
