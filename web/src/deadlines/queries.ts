import { addWorkingDays, clearCalendarDay, listCalendar, setCalendarDay } from '@qorgan/shared/deadlines'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'

export const calendarQueries = {
  year: (year: number) =>
    queryOptions({
      queryKey: ['working-calendar', year] as const,
      queryFn: ({ signal }) =>
        allPages((page) =>
          api(listCalendar, { query: { from: `${year}-01-01`, to: `${year}-12-31`, ...page } }, signal),
        ),
      staleTime: 60_000,
    }),
  add: (from: string, workingDays: number) =>
    queryOptions({
      queryKey: ['working-days', from, workingDays] as const,
      queryFn: ({ signal }) => api(addWorkingDays, { query: { from, workingDays } }, signal),
    }),
}

// A changed day moves the due dates of open appeals.
const meta = { invalidates: [['working-calendar'], ['working-days'], ['appeals'], ['signals']] as const }
export const calendarMutations = {
  set: mutationOptions({
    mutationFn: ({ date, body }: { date: string; body: z.input<typeof setCalendarDay.body> }) =>
      api(setCalendarDay, { params: { date }, body }),
    meta,
  }),
  clear: mutationOptions({
    mutationFn: (date: string) => api(clearCalendarDay, { params: { date } }),
    meta,
  }),
}
