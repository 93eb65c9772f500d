import { createFileRoute } from '@tanstack/react-router'
import { EffectListPage } from '../../effects/EffectListPage.tsx'
import { effectQueries } from '../../effects/queries.ts'
import { effectSearch } from '../../effects/search.ts'

export const Route = createFileRoute('/_app/effects')({
  validateSearch: effectSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(effectQueries.list(deps))
    void context.queryClient.prefetchQuery(effectQueries.summary(deps))
  },
  component: EffectListPage,
})
