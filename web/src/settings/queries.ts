import { changeAppealTerm, listAppealTerms } from '@qorgan/shared/deadlines'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { changeSettings, getSettings } from '@qorgan/shared/settings'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../platform/api.ts'

export const settingsQueries = {
  settings: queryOptions({
    queryKey: ['settings'] as const,
    queryFn: ({ signal }) => api(getSettings, undefined, signal),
    staleTime: 60_000,
  }),
  terms: queryOptions({
    queryKey: ['appeal-terms'] as const,
    queryFn: ({ signal }) => api(listAppealTerms, { query: { limit: 200 } }, signal),
    staleTime: 60_000,
  }),
}

export const settingsMutations = {
  change: mutationOptions({
    mutationFn: ({ version, body }: { version: number; body: z.input<typeof changeSettings.body> }) =>
      api(changeSettings, { version, body }),
    meta: { invalidates: [['settings'], ['signals']] },
  }),
  changeTerm: mutationOptions({
    mutationFn: ({
      category,
      version,
      workingDays,
    }: {
      category: AppealCategory
      version: number
      workingDays: number
    }) => api(changeAppealTerm, { params: { category }, version, body: { workingDays } }),
    meta: { invalidates: [['appeal-terms']] },
  }),
}
