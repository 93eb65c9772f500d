import { listAppeals } from '@qorgan/shared/appeals'
import { getSettings } from '@qorgan/shared/settings'
import { queryOptions } from '@tanstack/react-query'
import { allPages, api } from '../../platform/api.ts'
import type { BatchText } from './draft.ts'

export const settingsQuery = queryOptions({
  queryKey: ['settings'] as const,
  queryFn: ({ signal }) => api(getSettings, undefined, signal),
  staleTime: 60_000,
})

export interface Had {
  vouchers: number
  aid: number
}

/** What these members had in the year already, a hundred of them at a question. */
export const hadThisYear = (kind: BatchText['kind'], year: string, memberIds: readonly string[]) =>
  queryOptions({
    queryKey: ['appeals', 'had', kind, year, memberIds] as const,
    queryFn: async ({ signal }) => {
      const had = new Map<string, Had>()
      for (let i = 0; i < memberIds.length; i += 100) {
        const query = {
          memberId: memberIds.slice(i, i + 100),
          category: [kind],
          receivedFrom: `${year}-01-01`,
          receivedTo: `${year}-12-31`,
        }
        const items = await allPages((page) => api(listAppeals, { query: { ...query, ...page } }, signal))
        for (const { applicant, effect } of items) {
          if (!applicant.memberId) continue
          const now = had.get(applicant.memberId) ?? { vouchers: 0, aid: 0 }
          had.set(applicant.memberId, { vouchers: now.vouchers + 1, aid: now.aid + effect.received + effect.agreed })
        }
      }
      return had
    },
    enabled: memberIds.length > 0,
    staleTime: 30_000,
  })
