import { addLegacyTotal, listLegacyTotals, reportLabourSafety, voidLegacyTotal } from '@qorgan/shared/legacy-totals'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../../platform/api.ts'

const all = ['legacy-totals'] as const

export const printedQueries = {
  totals: queryOptions({
    queryKey: all,
    queryFn: ({ signal }) => allPages((page) => api(listLegacyTotals, { query: page }, signal)),
  }),
  voided: queryOptions({
    queryKey: [...all, 'voided'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listLegacyTotals, { query: { ...page, voided: true } }, signal)),
  }),
  labourSafety: queryOptions({
    queryKey: ['reports', 'labour-safety'] as const,
    queryFn: ({ signal }) => api(reportLabourSafety, undefined, signal),
    staleTime: Infinity,
  }),
}

export const printedMutations = {
  add: mutationOptions({
    mutationFn: (body: z.input<typeof addLegacyTotal.body>) => api(addLegacyTotal, { body }),
    meta: { invalidates: [all, ['reports']] as const },
  }),
  void: mutationOptions({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      api(voidLegacyTotal, { params: { id }, version, body: { reason } }),
    meta: { invalidates: [all, ['reports']] as const },
  }),
}
