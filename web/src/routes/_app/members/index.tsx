import { createFileRoute } from '@tanstack/react-router'
import { MemberListPage } from '../../../members/MemberListPage.tsx'
import { memberQueries } from '../../../members/queries.ts'
import { memberSearch } from '../../../members/search.ts'

export const Route = createFileRoute('/_app/members/')({
  validateSearch: memberSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(memberQueries.list(deps))
    void context.queryClient.prefetchQuery(memberQueries.summary(deps))
  },
  component: MemberListPage,
})
