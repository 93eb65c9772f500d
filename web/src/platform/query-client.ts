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
      onSettled: async (_data, error, _variables, _result, mutation) => {
        const asked = Promise.all(
          (mutation.meta?.invalidates ?? []).map((queryKey) => client.invalidateQueries({ queryKey })),
        )
        // Good news waits until the page shows it, a conflict until the page knows what changed; other bad news does not wait.
        if (!error || isProblem(error, 'record.changedMeanwhile')) await asked
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a network a request is refused and says so; the default would hold it back, and the page with it, without a word.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (count, error) => count < 2 && mayPass(error),
        retryDelay: (count, error) =>
          error instanceof ApiError && error.retryAfter ? error.retryAfter * 1000 : 800 * 2 ** count,
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
