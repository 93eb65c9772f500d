import { createFileRoute } from '@tanstack/react-router'
import { CaseCalendarPage } from '../../case-calendar/CaseCalendarPage.tsx'
import { caseCalendarQueries } from '../../case-calendar/queries.ts'
import { calendarSearch } from '../../case-calendar/search.ts'

export const Route = createFileRoute('/_app/case-calendar')({
  validateSearch: calendarSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(caseCalendarQueries.entries(deps))
  },
  component: CaseCalendarPage,
})
