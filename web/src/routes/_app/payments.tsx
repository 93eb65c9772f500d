import { createFileRoute } from '@tanstack/react-router'
import { PaymentsPage } from '../../case-money/PaymentsPage.tsx'
import { caseMoneyQueries } from '../../case-money/queries.ts'
import { paymentSearch } from '../../case-money/search.ts'

export const Route = createFileRoute('/_app/payments')({
  validateSearch: paymentSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(caseMoneyQueries.statement(deps))
    void context.queryClient.prefetchQuery(caseMoneyQueries.summary(deps))
  },
  component: PaymentsPage,
})
