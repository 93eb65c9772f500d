import { changePost, changeUser, createPost, createUser, listUsers } from '@qorgan/shared/accounts'
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../platform/api.ts'

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>

export const userQueries = {
  list: (q: string, withClosed: boolean) =>
    infiniteQueryOptions({
      queryKey: ['users', 'list', q, withClosed] as const,
      queryFn: ({ signal, pageParam }) =>
        api(
          listUsers,
          {
            query: {
              limit: 100,
              ...(q ? { q } : {}),
              ...(withClosed ? {} : { active: true }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        ),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
}

const meta = { invalidates: [['users']] as const }
export const userMutations = {
  create: mutationOptions({ mutationFn: (body: BodyOf<typeof createUser>) => api(createUser, { body }), meta }),
  change: mutationOptions({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: BodyOf<typeof changeUser> }) =>
      api(changeUser, { params: { id }, version, body }),
    meta,
  }),
  givePost: mutationOptions({
    mutationFn: ({ id, body }: { id: string; body: BodyOf<typeof createPost> }) =>
      api(createPost, { params: { id }, body }),
    meta,
  }),
  changePost: mutationOptions({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: BodyOf<typeof changePost> }) =>
      api(changePost, { params: { id }, version, body }),
    meta,
  }),
}
