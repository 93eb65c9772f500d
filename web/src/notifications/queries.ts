import { listNotifications, readNotification, readNotifications } from '@qorgan/shared/notifications'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../platform/api.ts'

const all = ['notifications'] as const

/** The list and the bell say the same: each page that shows one asks. */
const asked = { refetchInterval: 300_000, staleTime: 0 } as const

export const notificationQueries = {
  /** For the bell and the first page alike: how many, and the newest of them. */
  unread: queryOptions({
    queryKey: [...all, 'unread'] as const,
    queryFn: ({ signal }) => api(listNotifications, { query: { unread: true, limit: 3 } }, signal),
    ...asked,
  }),
  list: infiniteQueryOptions({
    queryKey: [...all, 'list'] as const,
    ...asked,
    queryFn: ({ signal, pageParam }) =>
      api(listNotifications, { query: pageParam ? { cursor: pageParam } : {} }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  }),
}

const meta = { invalidates: [all] as const }

export const notificationMutations = {
  read: mutationOptions({ mutationFn: (id: string) => api(readNotification, { params: { id } }), meta }),
  readAll: mutationOptions({ mutationFn: () => api(readNotifications), meta }),
}
