import {
  addEffect,
  changeEffect,
  confirmEffect,
  confirmEffects,
  type EffectChange,
  type EffectDraft,
  listAppealEffects,
  listEffects,
  summariseEffects,
  voidEffect,
} from '@qorgan/shared/effects'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'
import type { effectSearch } from './search.ts'

export type EffectSearch = ReturnType<typeof effectSearch>
const all = ['effects'] as const

export const effectQueries = {
  all,
  list: (search: EffectSearch) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listEffects, { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
  summary: (search: EffectSearch) =>
    queryOptions({
      queryKey: [...all, 'summary', search] as const,
      queryFn: ({ signal }) => api(summariseEffects, { query: search }, signal),
    }),
  ofAppeal: (id: string) =>
    queryOptions({
      queryKey: [...all, 'of', id] as const,
      queryFn: ({ signal }) => allPages((page) => api(listAppealEffects, { params: { id }, query: page }, signal)),
    }),
}

const meta = { invalidates: [all, ['appeals'], ['legal-cases'], ['signals'], ['reports']] as const }

export const effectMutations = {
  add: mutationOptions({
    mutationFn: ({ appealId, body }: { appealId: string; body: z.input<typeof EffectDraft> }) =>
      api(addEffect, { params: { id: appealId }, body }),
    meta,
  }),
  change: mutationOptions({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: z.input<typeof EffectChange> }) =>
      api(changeEffect, { params: { id }, version, body }),
    meta,
  }),
  confirm: mutationOptions({
    mutationFn: ({ id, version }: { id: string; version: number }) => api(confirmEffect, { params: { id }, version }),
    meta,
  }),
  confirmMany: mutationOptions({ mutationFn: (ids: string[]) => api(confirmEffects, { body: { ids } }), meta }),
  void: mutationOptions({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      api(voidEffect, { params: { id }, version, body: { reason } }),
    meta,
  }),
}
