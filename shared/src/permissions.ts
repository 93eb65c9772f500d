import { z } from 'zod'

export const Role = z
  .enum([
    'branch_chair',
    'branch_specialist',
    'organisation_chair',
    'council_specialist',
    'council_head',
    'legal_head',
    'legal_officer',
    'lawyer',
    'accountant',
    'auditor',
    'administrator',
  ])
  .meta({ id: 'Role' })
export type Role = z.output<typeof Role>

const work = [
  'appeals:read',
  'appeals:register',
  'appeals:work',
  'effects:read',
  'effects:write',
  'members:read',
  'members:reveal',
  'reports:read',
  'search:read',
] as const
const unitWork = [
  ...work,
  'members:write',
  'employers:write',
  'appeals:batch',
  'appeals:assign',
  'appeals:extend',
  'effects:confirm',
  'effects:void',
  'appeals:reopen',
] as const
const council = [
  ...work,
  'members:write',
  'employers:write',
  'appeals:batch',
  'appeals:assign',
  'appeals:extend',
  'appeals:transfer',
  'effects:confirm',
  'effects:void',
] as const

/** What each role may do (the table of roles in the contract). Which rows it may do it to is its post's unit. */
export const rolePermissions = {
  branch_chair: [...unitWork, 'appeals:transfer', 'appeals:annul'],
  branch_specialist: unitWork,
  organisation_chair: [...work, 'appeals:transfer'],
  council_specialist: council,
  council_head: [...council, 'appeals:annul', 'appeals:reopen', 'settings:write'],
  legal_head: ['appeals:read', 'members:read', 'members:reveal', 'effects:read', 'search:read'],
  legal_officer: ['appeals:read', 'members:read', 'members:reveal', 'effects:read', 'search:read'],
  lawyer: [],
  accountant: ['appeals:read', 'effects:read', 'effects:confirm', 'effects:void', 'reports:read'],
  auditor: ['appeals:read', 'members:read', 'effects:read', 'reports:read', 'search:read', 'audit:read'],
  administrator: ['users:write', 'directories:write', 'employers:write', 'calendar:write', 'settings:write'],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof rolePermissions)[Role][number]

export function may(role: Role, permission: Permission): boolean {
  const granted: readonly Permission[] = rolePermissions[role]
  return granted.includes(permission)
}
