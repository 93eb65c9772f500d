import { createFileRoute } from '@tanstack/react-router'
import { reportQueries } from '../../reports/queries.ts'
import { ReportPage } from '../../reports/ReportPage.tsx'
import { reportSearch } from '../../reports/search.ts'

export const Route = createFileRoute('/_app/reports')({
  validateSearch: reportSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(reportQueries.appeals(deps))
  },
  component: ReportPage,
})
