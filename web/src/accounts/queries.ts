import {
  act,
  changeMe,
  changePassword,
  endOtherSessions,
  endSession,
  listSessions,
  listUsers,
  me,
} from '@qorgan/shared/accounts'
import type { Locale } from '@qorgan/shared/fields'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'

export const accountQueries = {
  me: queryOptions({
    queryKey: ['me'] as const,
    queryFn: ({ signal }) => api(me, undefined, signal),
    staleTime: 60_000,
  }),
  sessions: queryOptions({
    queryKey: ['sessions'] as const,
    queryFn: ({ signal }) => api(listSessions, { query: { limit: 200 } }, signal),
  }),
  /** Colleagues of the active unit: those who can be named as responsible. */
  colleagues: queryOptions({
    queryKey: ['users', 'colleagues'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listUsers, { query: { ...page, active: true } }, signal)),
    staleTime: 300_000,
  }),
}

export const accountMutations = {
  speak: mutationOptions({ mutationFn: (locale: Locale) => api(changeMe, { body: { locale } }) }),
  act: mutationOptions({ mutationFn: (postId: string) => api(act, { body: { postId } }) }),
  changePassword: mutationOptions({
    mutationFn: (body: z.input<typeof changePassword.body>) => api(changePassword, { body }),
    meta: { invalidates: [['sessions']] },
  }),
  endSession: mutationOptions({
    mutationFn: (id: string) => api(endSession, { params: { id } }),
    meta: { invalidates: [['sessions']] },
  }),
  endOthers: mutationOptions({
    mutationFn: () => api(endOtherSessions),
    meta: { invalidates: [['sessions']] },
  }),
}
