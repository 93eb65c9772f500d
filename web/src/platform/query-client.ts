import { MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query'
import { ApiError, isProblem } from './problem.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error
    mutationMeta: { invalidates?: readonly QueryKey[] }
  }
}

/** A refusal is final; a lost connection or a busy server is worth another try. */
const mayPass = (error: Error) =>
  !(error instanceof ApiError) || error.code === 'client.offline' || [429, 503].includes(error.problem.status)

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isProblem(error, 'auth.required')) onSignedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({
      onError,
      onSettled: async (_data, _error, _variables, _result, mutation) => {
        await Promise.all((mutation.meta?.invalidates ?? []).map((queryKey) => client.invalidateQueries({ queryKey })))
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && mayPass(error),
        retryDelay: (count, error) =>
          error instanceof ApiError && error.retryAfter ? error.retryAfter * 1000 : 800 * 2 ** count,
      },
    },
  })
  return client
}
