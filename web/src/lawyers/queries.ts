import {
  changeLawyer,
  checkConflicts,
  createLawyer,
  decideConflictCheck,
  listConflictChecks,
  listLawyers,
} from '@qorgan/shared/lawyers'
import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'
import type { lawyerSearch } from './search.ts'

export type LawyerSearch = ReturnType<typeof lawyerSearch>
const all = ['lawyers'] as const

export const lawyerQueries = {
  list: (search: LawyerSearch) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listLawyers, { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
      placeholderData: keepPreviousData,
    }),
  /** The whole panel, those first who fit the case and are free. */
  forCase: (forCaseId: string, q: string) =>
    queryOptions({
      queryKey: [...all, 'for', forCaseId, q] as const,
      queryFn: ({ signal }) => api(listLawyers, { query: { forCaseId, active: true, q, limit: 50 } }, signal),
      placeholderData: keepPreviousData,
    }),
  names: queryOptions({
    queryKey: [...all, 'names'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listLawyers, { query: page }, signal)),
    staleTime: 300_000,
  }),
  checks: (id: string) =>
    queryOptions({
      queryKey: ['legal-cases', 'conflicts', id] as const,
      queryFn: ({ signal }) => allPages((page) => api(listConflictChecks, { params: { id }, query: page }, signal)),
    }),
}

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>
const afterCheck = { invalidates: [['legal-cases'], ['signals']] as const }

export const lawyerMutations = {
  /** New without a version, changed with the one that was seen. */
  save: mutationOptions({
    mutationFn: (
      saved:
        | { draft: BodyOf<typeof createLawyer> }
        | { change: { id: string; version: number; body: BodyOf<typeof changeLawyer> } },
    ) =>
      'change' in saved
        ? api(changeLawyer, { params: { id: saved.change.id }, version: saved.change.version, body: saved.change.body })
        : api(createLawyer, { body: saved.draft }),
    meta: { invalidates: [all, ['legal-cases']] as const },
  }),
  check: mutationOptions({
    mutationFn: ({ id, body }: { id: string; body: BodyOf<typeof checkConflicts> }) =>
      api(checkConflicts, { params: { id }, body }),
    meta: afterCheck,
  }),
  decide: mutationOptions({
    mutationFn: ({
      body,
      version,
      ...params
    }: {
      id: string
      itemId: string
      version: number
      body: BodyOf<typeof decideConflictCheck>
    }) => api(decideConflictCheck, { params, version, body }),
    meta: afterCheck,
  }),
}
