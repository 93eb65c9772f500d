import { checkControlCode, issueReport, listIssuedReports } from '@qorgan/shared/exports'
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../../platform/api.ts'

const all = ['issued-reports'] as const

export const issuedQueries = {
  list: infiniteQueryOptions({
    queryKey: all,
    queryFn: ({ signal, pageParam }) =>
      api(listIssuedReports, { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  }),
}

export const issuedMutations = {
  issue: mutationOptions({
    mutationFn: (body: z.input<typeof issueReport.body>) => api(issueReport, { body }),
    meta: { invalidates: [all] },
  }),
  check: mutationOptions({
    mutationFn: (code: string) => api(checkControlCode, { body: { code } }),
  }),
}
