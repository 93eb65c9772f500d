import {
  listOrganisationDigests,
  reportAppeals,
  reportMembership,
  reportMinistry,
  reportMovement,
} from '@qorgan/shared/reports'
import type { Day } from '@qorgan/shared/dates'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../platform/api.ts'
import type { MovementSearch } from './movement/search.ts'
import type { DatesSearch, ReportSearch } from './search.ts'

const all = ['reports'] as const

export const reportQueries = {
  appeals: (search: ReportSearch) =>
    queryOptions({
      queryKey: [...all, 'appeals', search] as const,
      queryFn: ({ signal }) =>
        api(reportAppeals, { query: { ...search, from: search.from ?? '', to: search.to ?? '' } }, signal),
      placeholderData: keepPreviousData,
    }),
  movement: (search: MovementSearch) =>
    queryOptions({
      queryKey: [...all, 'movement', search] as const,
      queryFn: ({ signal }) =>
        api(reportMovement, { query: { ...search, from: search.from ?? '', to: search.to ?? '' } }, signal),
      placeholderData: keepPreviousData,
    }),
  membership: (on: Day) =>
    queryOptions({
      queryKey: [...all, 'membership', on] as const,
      queryFn: ({ signal }) => api(reportMembership, { query: { on } }, signal),
      placeholderData: keepPreviousData,
    }),
  ministry: ({ from = '', to = '' }: DatesSearch) =>
    queryOptions({
      queryKey: [...all, 'ministry', from, to] as const,
      queryFn: ({ signal }) => api(reportMinistry, { query: { from, to } }, signal),
      placeholderData: keepPreviousData,
    }),
  digests: (question: { from: Day; to: Day; branchId?: string | undefined }) =>
    queryOptions({
      queryKey: [...all, 'digests', question] as const,
      queryFn: async ({ signal }) => {
        const { branchId, from, to } = question
        return (
          await api(
            listOrganisationDigests,
            { query: { from, to, ...(branchId ? { branchId: [branchId] } : {}) } },
            signal,
          )
        ).items
      },
      placeholderData: keepPreviousData,
    }),
  /** Which levels count on a day: the lists behind a report's numbers are of the same ones. */
  levels: (on: Day) =>
    queryOptions({
      queryKey: [...all, 'levels', on] as const,
      queryFn: async ({ signal }) =>
        (await api(reportAppeals, { query: { from: on, to: on } }, signal)).columns[0]?.levels ?? [],
      staleTime: 300_000,
    }),
}
