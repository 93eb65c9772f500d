import { changeDeadlineRule, createDeadlineRule, listDeadlineRules } from '@qorgan/shared/legal-terms'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { allPages, api } from '../platform/api.ts'

type BodyOf<R extends { body: z.ZodType }> = z.input<R['body']>

export const ruleQueries = {
  all: queryOptions({
    queryKey: ['deadline-rules', 'all'] as const,
    queryFn: ({ signal }) => allPages((page) => api(listDeadlineRules, { query: page }, signal)),
  }),
}

export const ruleMutations = {
  /** New without a version, changed with the one that was seen. */
  save: mutationOptions({
    mutationFn: (
      saved:
        | { draft: BodyOf<typeof createDeadlineRule> }
        | { change: { id: string; version: number; body: BodyOf<typeof changeDeadlineRule> } },
    ) =>
      'change' in saved
        ? api(changeDeadlineRule, {
            params: { id: saved.change.id },
            version: saved.change.version,
            body: saved.change.body,
          })
        : api(createDeadlineRule, { body: saved.draft }),
    meta: { invalidates: [['deadline-rules'], ['legal-cases']] as const },
  }),
}
