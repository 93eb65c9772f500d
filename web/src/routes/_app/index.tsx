import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '../../home/HomePage.tsx'
import { signalQueries } from '../../home/queries.ts'
import { notificationQueries } from '../../notifications/queries.ts'

export const Route = createFileRoute('/_app/')({
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([
      queryClient.ensureQueryData(signalQueries.buckets),
      // Above the rest: what comes later would push it away from under the hand.
      queryClient.prefetchQuery({ ...notificationQueries.unread, staleTime: Infinity }),
    ])
  },
  component: HomePage,
})
