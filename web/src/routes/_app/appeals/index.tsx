import { createFileRoute } from '@tanstack/react-router'
import { AppealListPage } from '../../../appeals/AppealListPage.tsx'
import { appealQueries } from '../../../appeals/queries.ts'
import { appealSearch } from '../../../appeals/search.ts'

export const Route = createFileRoute('/_app/appeals/')({
  validateSearch: appealSearch,
  loaderDeps: ({ search }) => search,
  // Not awaited: the page stands at once, its rows follow.
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(appealQueries.list(deps))
    void context.queryClient.prefetchQuery(appealQueries.summary(deps))
  },
  component: AppealListPage,
})
