import { useSuspenseQuery } from '@tanstack/react-query'
import type { Permission } from '@qorgan/shared/permissions'
import { accountQueries } from './queries.ts'

export function useMe() {
  return useSuspenseQuery(accountQueries.me).data
}

/** What the active post allows; what may be done with one record travels with it in `can`. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}
