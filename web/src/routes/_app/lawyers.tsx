import { createFileRoute } from '@tanstack/react-router'
import { LawyersPage } from '../../lawyers/LawyersPage.tsx'
import { lawyerQueries } from '../../lawyers/queries.ts'
import { lawyerSearch } from '../../lawyers/search.ts'

export const Route = createFileRoute('/_app/lawyers')({
  validateSearch: lawyerSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(lawyerQueries.list(deps))
  },
  component: LawyersPage,
})
