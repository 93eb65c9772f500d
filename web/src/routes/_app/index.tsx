import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '../../home/HomePage.tsx'
import { signalQueries } from '../../home/queries.ts'

export const Route = createFileRoute('/_app/')({
  loader: ({ context }) => context.queryClient.ensureQueryData(signalQueries.buckets),
  component: HomePage,
})
