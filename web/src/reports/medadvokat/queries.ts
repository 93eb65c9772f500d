import { reportMedAdvokat } from '@qorgan/shared/reports'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../platform/api.ts'
import type { MedAdvokatSearch } from './search.ts'

export const medAdvokatReport = (search: MedAdvokatSearch, byBranch: boolean) =>
  queryOptions({
    queryKey: ['reports', 'medadvokat', search, byBranch] as const,
    queryFn: ({ signal }) =>
      api(
        reportMedAdvokat,
        {
          query: {
            ...search,
            from: search.from ?? '',
            to: search.to ?? '',
            ...(byBranch ? { rows: 'branch' as const } : {}),
          },
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
