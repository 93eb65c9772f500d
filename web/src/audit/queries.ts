import { listAudit, verifyAudit } from '@qorgan/shared/audit'
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query'
import { api } from '../platform/api.ts'
import { searchOf } from '../platform/search-params.ts'

const { entity, entityId, actorId, action, from, to } = listAudit.query.shape
export const auditSearch = searchOf({ entity, entityId, actorId, action, from, to })
export type AuditSearch = ReturnType<typeof auditSearch>

export const auditQueries = {
  list: (search: AuditSearch) =>
    infiniteQueryOptions({
      queryKey: ['audit', search] as const,
      queryFn: ({ signal, pageParam }) =>
        api(listAudit, { query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor,
    }),
}
export const auditMutations = { verify: mutationOptions({ mutationFn: () => api(verifyAudit) }) }
