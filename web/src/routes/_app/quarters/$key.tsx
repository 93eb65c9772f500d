import { createFileRoute, redirect } from '@tanstack/react-router'
import { accountQueries } from '../../../accounts/queries.ts'
import { BoardPage } from '../../../closing/BoardPage.tsx'
import { closingQueries } from '../../../closing/queries.ts'
import { boardSearch } from '../../../closing/search.ts'

export const Route = createFileRoute('/_app/quarters/$key')({
  validateSearch: boardSearch,
  loader: async ({ context: { queryClient }, params: { key } }) => {
    const [me, reports] = await Promise.all([
      queryClient.ensureQueryData(accountQueries.me),
      queryClient.ensureQueryData(closingQueries.reports(key)),
      queryClient.ensureQueryData(closingQueries.period(key)),
    ])
    const [own] = reports
    // A branch has one report in a quarter: a list of one is only a step more.
    if (me.activePost.branchId !== null && own)
      throw redirect({ to: '/quarters/$key/$reportId', params: { key, reportId: own.id }, replace: true })
  },
  component: BoardPage,
})
