import { listMembers } from '@qorgan/shared/members'
import { searchOf } from '../platform/search-params.ts'

const { q, branchId, primaryOrganisationId, kind } = listMembers.query.shape
export const memberSearch = searchOf({ q, branchId, primaryOrganisationId, kind })
export type MemberSearch = ReturnType<typeof memberSearch>
