import {
  getEmployer,
  listBranches,
  listEmployers,
  listPrimaryOrganisations,
  listRegions,
  listTopics,
} from '@qorgan/shared/organisation'
import { queryOptions } from '@tanstack/react-query'
import { allPages, api } from '../platform/api.ts'

const staleTime = 300_000

/** Directories: small, rarely changed, held whole, except employers. */
export const organisationQueries = {
  all: ['organisation'] as const,
  branches: queryOptions({
    queryKey: ['organisation', 'branches'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listBranches, { query: page }, signal)),
    staleTime,
  }),
  regions: queryOptions({
    queryKey: ['organisation', 'regions'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listRegions, { query: page }, signal)),
    staleTime,
  }),
  primaryOrganisations: queryOptions({
    queryKey: ['organisation', 'primary-organisations'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listPrimaryOrganisations, { query: page }, signal)),
    staleTime,
  }),
  topics: queryOptions({
    queryKey: ['organisation', 'topics'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listTopics, { query: page }, signal)),
    staleTime,
  }),
  employers: (q: string) =>
    queryOptions({
      queryKey: ['organisation', 'employers', q] as const,
      queryFn: ({ signal }) => api(listEmployers, { query: { q, limit: 30 } }, signal),
      staleTime,
    }),
  employer: (id: string) =>
    queryOptions({
      queryKey: ['organisation', 'employer', id] as const,
      queryFn: ({ signal }) => api(getEmployer, { params: { id } }, signal),
      staleTime,
    }),
}
