import { addDays, addMonths, Day, firstOfMonth, lastOfMonth, weekday } from '@qorgan/shared/dates'
import { listCaseCalendar } from '@qorgan/shared/hearings'
import { z } from 'zod'
import { today } from '../i18n/format.ts'
import { searchOf } from '../platform/search-params.ts'

export const CalendarView = z.enum(['month', 'week'])
export type CalendarView = z.output<typeof CalendarView>

const parse = searchOf({ view: CalendarView, on: Day, kind: listCaseCalendar.query.shape.kind })
export type CalendarSearch = ReturnType<typeof parse>
export const calendarSearch = parse

const monday = (day: Day) => addDays(day, 1 - weekday(day))

/** Whole weeks: those of the month, or the one. */
export function calendarSpan({ view = 'month', on = today() }: CalendarSearch): { from: Day; to: Day } {
  if (view === 'week') return { from: monday(on), to: addDays(monday(on), 6) }
  return { from: monday(firstOfMonth(on)), to: addDays(monday(lastOfMonth(on)), 6) }
}

export function stepFrom({ view = 'month', on = today() }: CalendarSearch, step: 1 | -1): Day {
  return view === 'week' ? addDays(on, 7 * step) : addMonths(firstOfMonth(on), step)
}
