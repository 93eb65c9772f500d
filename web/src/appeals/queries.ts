import {
  acceptTransfer,
  annulAppeal,
  type AppealChange,
  type AppealDraft,
  assignAppeal,
  changeAppeal,
  extendAppeal,
  findSimilar,
  getAppeal,
  listAppeals,
  registerAppeal,
  rejectTransfer,
  reopenAppeal,
  resolveAppeal,
  resumeAppeal,
  revokeTransfer,
  startAppeal,
  summariseAppeals,
  suspendAppeal,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { addNote, listTimeline } from '@qorgan/shared/timeline'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'
import type { appealSearch } from './search.ts'

export type AppealSearch = ReturnType<typeof appealSearch>

const all = ['appeals'] as const
const filterOf = ({ sort: _sort, ...filter }: AppealSearch) => filter

export const appealQueries = {
  all,
  list: (search: AppealSearch) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listAppeals, { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
  summary: (search: AppealSearch) =>
    queryOptions({
      queryKey: [...all, 'summary', filterOf(search)] as const,
      queryFn: ({ signal }) => api(summariseAppeals, { query: filterOf(search) }, signal),
    }),
  latest: queryOptions({
    queryKey: [...all, 'latest'] as const,
    queryFn: ({ signal }) => api(listAppeals, { query: { limit: 6 } }, signal),
  }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...all, 'detail', id] as const,
      queryFn: ({ signal }) => api(getAppeal, { params: { id } }, signal),
    }),
  timeline: (id: string) =>
    queryOptions({
      queryKey: [...all, 'timeline', id] as const,
      queryFn: ({ signal }) => allPages((page) => api(listTimeline, { params: { id }, query: page }, signal)),
    }),
  similar: (body: z.input<typeof findSimilar.body>) =>
    queryOptions({
      queryKey: [...all, 'similar', body] as const,
      queryFn: ({ signal }) => api(findSimilar, { body }, signal),
    }),
}

/** What a change of an appeal may move: lists, counts, effects, figures, and what waits on the home page. */
export const afterAppeal = [all, ['effects'], ['legal-cases'], ['signals'], ['reports'], ['search']] as const
const meta = { invalidates: afterAppeal }
interface Versioned<B = undefined> {
  id: string
  version: number
  body: B
}
type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>

export const appealMutations = {
  register: mutationOptions({ mutationFn: (body: AppealDraft) => api(registerAppeal, { body }), meta }),
  change: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<AppealChange>) =>
      api(changeAppeal, { params: { id }, version, body }),
    meta,
  }),
  assign: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof assignAppeal>>) =>
      api(assignAppeal, { params: { id }, version, body }),
    meta,
  }),
  extend: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof extendAppeal>>) =>
      api(extendAppeal, { params: { id }, version, body }),
    meta,
  }),
  suspend: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof suspendAppeal>>) =>
      api(suspendAppeal, { params: { id }, version, body }),
    meta,
  }),
  transfer: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof transferAppeal>>) =>
      api(transferAppeal, { params: { id }, version, body }),
    meta,
  }),
  resolve: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof resolveAppeal>>) =>
      api(resolveAppeal, { params: { id }, version, body }),
    meta,
  }),
  annul: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<BodyOf<typeof annulAppeal>>) =>
      api(annulAppeal, { params: { id }, version, body }),
    meta,
  }),
  /** The actions that need a reason and nothing else. */
  withReason: mutationOptions({
    mutationFn: ({
      id,
      version,
      body: { action, reason },
    }: Versioned<{ action: 'reopen' | 'transfer/reject'; reason: string }>) =>
      api(action === 'reopen' ? reopenAppeal : rejectTransfer, { params: { id }, version, body: { reason } }),
    meta,
  }),
  /** The actions that are one press of a button. */
  atOnce: mutationOptions({
    mutationFn: ({ id, version, body }: Versioned<'start' | 'resume' | 'transfer/accept' | 'transfer/revoke'>) => {
      const route = {
        start: startAppeal,
        resume: resumeAppeal,
        'transfer/accept': acceptTransfer,
        'transfer/revoke': revokeTransfer,
      }[body]
      return api(route, { params: { id }, version })
    },
    meta,
  }),
  note: mutationOptions({
    mutationFn: ({ id, text, noteId }: { id: string; text: string; noteId: string }) =>
      api(addNote, { params: { id }, body: { id: noteId, text } }),
    meta: { invalidates: [all] },
  }),
}
