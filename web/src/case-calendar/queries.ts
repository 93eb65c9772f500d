import { createCalendarLink, getCalendarLink, listCaseCalendar, revokeCalendarLink } from '@qorgan/shared/hearings'
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../platform/api.ts'
import { calendarSpan, type CalendarSearch } from './search.ts'

export const caseCalendarQueries = {
  entries: (search: CalendarSearch) => {
    const query = { ...calendarSpan(search), ...(search.kind ? { kind: search.kind } : {}) }
    return queryOptions({
      queryKey: ['case-calendar', query] as const,
      queryFn: async ({ signal }) => (await api(listCaseCalendar, { query }, signal)).items,
      placeholderData: keepPreviousData,
    })
  },
  link: queryOptions({
    queryKey: ['calendar-link'] as const,
    queryFn: ({ signal }) => api(getCalendarLink, undefined, signal),
    staleTime: 0,
  }),
}

const meta = { invalidates: [['calendar-link']] as const }
export const calendarLinkMutations = {
  create: mutationOptions({ mutationFn: () => api(createCalendarLink), meta }),
  revoke: mutationOptions({ mutationFn: () => api(revokeCalendarLink), meta }),
}
