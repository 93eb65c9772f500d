import {
  acceptBranchReport,
  changeBranchReport,
  closePeriod,
  getBranchReport,
  getBranchReportFigures,
  getReportingPeriod,
  listBranchReportChecks,
  listBranchReportDifferences,
  listBranchReports,
  listPeriodDifferences,
  listReportingPeriods,
  remindBranch,
  reopenPeriod,
  returnBranchReport,
  submitBranchReport,
} from '@qorgan/shared/closing'
import type { RouteOutput } from '@qorgan/shared/contract'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'

const all = ['closing'] as const

export type Figures = RouteOutput<typeof getBranchReportFigures>
export type Check = RouteOutput<typeof listBranchReportChecks>['items'][number]

/** What was frozen is compared with what the records say by now: of one unit, or of all. */
export type Compared = { report: string } | { period: string }

export const closingQueries = {
  all,
  periods: queryOptions({
    queryKey: [...all, 'periods'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listReportingPeriods, { query: page }, signal)),
  }),
  period: (key: string) =>
    queryOptions({
      queryKey: [...all, 'period', key] as const,
      queryFn: ({ signal }) => api(getReportingPeriod, { params: { key } }, signal),
    }),
  reports: (key: string) =>
    queryOptions({
      queryKey: [...all, 'reports', key] as const,
      queryFn: ({ signal }) => allPages((page) => api(listBranchReports, { params: { key }, query: page }, signal)),
    }),
  report: (id: string) =>
    queryOptions({
      queryKey: [...all, 'report', id] as const,
      queryFn: ({ signal }) => api(getBranchReport, { params: { id } }, signal),
    }),
  // Records are mended on other pages: whoever comes back sees what became of it.
  figures: (id: string) =>
    queryOptions({
      queryKey: [...all, 'figures', id] as const,
      queryFn: ({ signal }) => api(getBranchReportFigures, { params: { id } }, signal),
      staleTime: 0,
    }),
  checks: (id: string) =>
    queryOptions({
      queryKey: [...all, 'checks', id] as const,
      queryFn: async ({ signal }) => (await api(listBranchReportChecks, { params: { id } }, signal)).items,
      staleTime: 0,
    }),
  differences: (of: Compared) =>
    infiniteQueryOptions({
      queryKey: [...all, 'differences', of] as const,
      queryFn: ({ signal, pageParam }) => {
        const query = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }
        return 'report' in of
          ? api(listBranchReportDifferences, { params: { id: of.report }, query }, signal)
          : api(listPeriodDifferences, { params: { key: of.period }, query }, signal)
      },
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
      staleTime: 0,
    }),
}

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>
interface Act<B> {
  id: string
  version: number
  body: B
}

const meta = { invalidates: [all, ['signals'], ['reports']] as const }

export const closingMutations = {
  change: mutationOptions({
    mutationFn: ({ id, version, body }: Act<BodyOf<typeof changeBranchReport>>) =>
      api(changeBranchReport, { params: { id }, version, body }),
    meta,
  }),
  submit: mutationOptions({
    mutationFn: ({ id, version, body }: Act<BodyOf<typeof submitBranchReport>>) =>
      api(submitBranchReport, { params: { id }, version, body }),
    meta,
  }),
  sendBack: mutationOptions({
    mutationFn: ({ id, version, body }: Act<BodyOf<typeof returnBranchReport>>) =>
      api(returnBranchReport, { params: { id }, version, body }),
    meta,
  }),
  accept: mutationOptions({
    mutationFn: ({ id, version, body }: Act<BodyOf<typeof acceptBranchReport>>) =>
      api(acceptBranchReport, { params: { id }, version, body }),
    meta,
  }),
  remind: mutationOptions({
    mutationFn: async (ids: readonly string[]) => {
      // One after another: a reminder of twenty units is no reason to hurry the server.
      const reminded = []
      for (const id of ids) reminded.push(await api(remindBranch, { params: { id } }))
      return reminded
    },
    meta,
  }),
  close: mutationOptions({
    mutationFn: ({ key, version }: { key: string; version: number }) => api(closePeriod, { params: { key }, version }),
    meta,
  }),
  reopen: mutationOptions({
    mutationFn: ({ key, version, body }: { key: string; version: number; body: BodyOf<typeof reopenPeriod> }) =>
      api(reopenPeriod, { params: { key }, version, body }),
    meta,
  }),
}
