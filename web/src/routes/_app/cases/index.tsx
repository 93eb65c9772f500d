import { createFileRoute } from '@tanstack/react-router'
import { CaseListPage } from '../../../legal-cases/CaseListPage.tsx'
import { caseQueries } from '../../../legal-cases/queries.ts'
import { caseSearch } from '../../../legal-cases/search.ts'

export const Route = createFileRoute('/_app/cases/')({
  validateSearch: caseSearch,
  loaderDeps: ({ search }) => search,
  // Not awaited: the page stands at once, its rows follow.
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(caseQueries.list(deps))
    void context.queryClient.prefetchQuery(caseQueries.summary(deps))
  },
  component: CaseListPage,
})
