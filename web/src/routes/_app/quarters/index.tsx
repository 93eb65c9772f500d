import { createFileRoute } from '@tanstack/react-router'
import { closingQueries } from '../../../closing/queries.ts'
import { QuartersPage } from '../../../closing/QuartersPage.tsx'

export const Route = createFileRoute('/_app/quarters/')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(closingQueries.periods)
  },
  component: QuartersPage,
})
