import { createFileRoute } from '@tanstack/react-router'
import { closingQueries } from '../../../closing/queries.ts'
import { UnitReportPage } from '../../../closing/UnitReportPage.tsx'

export const Route = createFileRoute('/_app/quarters/$key_/$reportId')({
  loader: async ({ context: { queryClient }, params: { key, reportId } }) => {
    void queryClient.prefetchQuery(closingQueries.figures(reportId))
    void queryClient.prefetchQuery(closingQueries.checks(reportId))
    await Promise.all([
      queryClient.ensureQueryData(closingQueries.report(reportId)),
      queryClient.ensureQueryData(closingQueries.period(key)),
    ])
  },
  component: UnitReportPage,
})
