import { changePrintSettings, getPrintSettings } from '@qorgan/shared/exports'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { api } from '../../platform/api.ts'

const all = ['print-settings'] as const

export const printSettingsQueries = {
  settings: queryOptions({ queryKey: all, queryFn: ({ signal }) => api(getPrintSettings, undefined, signal) }),
}

export const printSettingsMutations = {
  change: mutationOptions({
    mutationFn: ({ version, body }: { version: number; body: z.input<typeof changePrintSettings.body> }) =>
      api(changePrintSettings, { version, body }),
    meta: { invalidates: [all] },
  }),
}
