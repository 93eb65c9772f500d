import { listBuckets } from '@qorgan/shared/signals'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../platform/api.ts'

export const signalQueries = {
  buckets: queryOptions({
    queryKey: ['signals'] as const,
    queryFn: ({ signal }) => api(listBuckets, undefined, signal),
    refetchInterval: 300_000,
  }),
}
