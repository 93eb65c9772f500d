import {
  changeMember,
  createMember,
  getMember,
  listMembers,
  lookupMember,
  matchMembers,
  type MemberChange,
  type MemberDraft,
  revealIin,
  summariseMembers,
} from '@qorgan/shared/members'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../platform/api.ts'
import type { MemberSearch } from './search.ts'

const all = ['members'] as const
const isIin = (text: string) => /^\d{12}$/.test(text.replace(/\s/g, ''))

export const memberQueries = {
  all,
  list: (search: MemberSearch) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listMembers, { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
  summary: (search: MemberSearch) =>
    queryOptions({
      queryKey: [...all, 'summary', search] as const,
      queryFn: ({ signal }) => api(summariseMembers, { query: search }, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => api(getMember, { params: { id } }, signal),
    }),
  /** By name or card number; a whole IIN travels in a body, never in an address. `anyone`: beyond the members whom one may browse. */
  find: (text: string, anyone: boolean) =>
    queryOptions({
      queryKey: [...all, 'find', text, anyone] as const,
      queryFn: async ({ signal }) => {
        if (!anyone && isIin(text)) return api(lookupMember, { body: { iin: text.replace(/\s/g, '') } }, signal)
        if (!anyone) return api(listMembers, { query: { q: text, limit: 12 } }, signal)
        const row = isIin(text) ? { text: '', iin: text.replace(/\s/g, '') } : { text, cardNumber: text.slice(0, 40) }
        const found = await api(matchMembers, { body: { rows: [row] } }, signal)
        return { items: found.items.flatMap(({ candidates }) => candidates), nextCursor: null }
      },
      enabled: text.length >= 2 && (!/^\d+$/.test(text) || text.length < 12 || isIin(text)),
      gcTime: 60_000,
    }),
}

const meta = { invalidates: [all] as const }
export const memberMutations = {
  create: mutationOptions({
    mutationFn: (body: z.input<typeof MemberDraft>) => api(createMember, { body }),
    meta,
  }),
  change: mutationOptions({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: z.input<typeof MemberChange> }) =>
      api(changeMember, { params: { id }, version, body }),
    meta,
  }),
  revealIin: mutationOptions({ mutationFn: (id: string) => api(revealIin, { params: { id } }) }),
  match: mutationOptions({
    mutationFn: (rows: z.input<typeof matchMembers.body>['rows']) => api(matchMembers, { body: { rows } }),
  }),
}
