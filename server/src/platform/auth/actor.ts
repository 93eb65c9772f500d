import type { Permission, Role } from '@qorgan/shared/permissions'
import { may as roleMay } from '@qorgan/shared/permissions'

/** What the request's transaction becomes in PostgreSQL; its policies decide which rows exist. */
export type DatabaseRole =
  | 'qorgan_union'
  | 'qorgan_unit'
  | 'qorgan_organisation'
  | 'qorgan_accountant'
  | 'qorgan_legal'
  | 'qorgan_lawyer'
  | 'qorgan_administrator'
  | 'qorgan_system'

/** Who acts, in which post: loaded from the session's rows at every request, so that a withdrawn right ends at once. */
export interface Actor {
  userId: string
  fullName: string
  sessionId: string
  postId: string
  role: Role
  /** The unit of the post; the council is a unit. */
  unitId: string
  isCouncil: boolean
  organisationId: string | null
  requestId: string
}

export const may = (actor: Actor, permission: Permission): boolean => roleMay(actor.role, permission)

const roleInDatabase = {
  branch_chair: 'qorgan_unit',
  branch_specialist: 'qorgan_unit',
  organisation_chair: 'qorgan_organisation',
  council_specialist: 'qorgan_union',
  council_head: 'qorgan_union',
  legal_head: 'qorgan_legal',
  legal_officer: 'qorgan_legal',
  lawyer: 'qorgan_lawyer',
  accountant: 'qorgan_accountant',
  auditor: 'qorgan_union',
  administrator: 'qorgan_administrator',
} as const satisfies Record<Role, DatabaseRole>

export const databaseRoleOf = (actor: Actor): DatabaseRole => roleInDatabase[actor.role]

/** Roles whose records are of every unit. An accountant of the council's are, one of a branch sees the branch's. */
export const seesUnion = (actor: Actor): boolean =>
  databaseRoleOf(actor) === 'qorgan_union' ||
  databaseRoleOf(actor) === 'qorgan_legal' ||
  (actor.role === 'accountant' && actor.isCouncil)
