import { reportAppeals } from '@qorgan/shared/reports'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../platform/api.ts'
import type { ReportSearch } from './search.ts'

export const reportQueries = {
  appeals: (search: ReportSearch) =>
    queryOptions({
      queryKey: ['reports', 'appeals', search] as const,
      queryFn: ({ signal }) =>
        api(reportAppeals, { query: { ...search, from: search.from ?? '', to: search.to ?? '' } }, signal),
      placeholderData: keepPreviousData,
    }),
}
