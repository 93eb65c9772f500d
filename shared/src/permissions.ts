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
  'appeals:attach',
] as const
/** What a branch sees and asks for; the legal department does the rest. */
const caseRequests = ['legalCases:read', 'legalCases:request', 'reports:medadvokat'] as const
/** Reading cases whole, with their money. */
const caseReading = [
  'legalCases:read',
  'legalCases:inspect',
  'conflictChecks:read',
  'lawyers:read',
  'caseMoney:read',
  'caseMoney:own',
  'reports:medadvokat',
] as const
const caseWork = [
  ...caseReading,
  'appeals:read',
  'appeals:work',
  'appeals:attach',
  'effects:read',
  'effects:write',
  'members:read',
  'members:reveal',
  'search:read',
  'legalCases:request',
  'legalCases:work',
  'legalCases:hearings',
  'legalCases:attach',
  'lawyers:write',
  'caseMoney:act',
  'caseMoney:accept',
  'caseMoney:pay',
  'privilegedNotes:read',
  'privilegedNotes:write',
] as const
const unitWork = [
  ...work,
  ...caseRequests,
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
  ...caseReading,
  'legalCases:request',
  'closing:read',
  'closing:submit',
  'closing:accept',
  'exports:personal',
  'legacyTotals:write',
  'reports:digests',
  'reports:issue',
  'reports:membership',
  'reports:ministry',
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
  branch_chair: [
    ...unitWork,
    'appeals:transfer',
    'appeals:annul',
    'closing:read',
    'closing:submit',
    'exports:personal',
    'reports:digests',
    'reports:membership',
  ],
  branch_specialist: [...unitWork, 'closing:read', 'reports:digests', 'reports:membership'],
  organisation_chair: [...work, 'appeals:transfer'],
  council_specialist: council,
  council_head: [...council, 'appeals:annul', 'appeals:reopen', 'settings:write', 'caseMoney:approve', 'closing:close'],
  legal_head: [
    ...caseWork,
    'legalCases:decide',
    'legalCases:assign',
    'caseMoney:allot',
    'caseMoney:approve',
    'deadlineRules:write',
  ],
  legal_officer: caseWork,
  lawyer: [
    'legalCases:read',
    'legalCases:inspect',
    'legalCases:hearings',
    'legalCases:attach',
    'caseMoney:own',
    'caseMoney:act',
    'privilegedNotes:read',
    'privilegedNotes:write',
  ],
  accountant: [
    'appeals:read',
    'effects:read',
    'effects:confirm',
    'effects:void',
    'reports:read',
    'legalCases:read',
    'lawyers:read',
    'caseMoney:read',
    'caseMoney:own',
    'caseMoney:pay',
    'reports:medadvokat',
  ],
  auditor: [
    ...caseReading,
    'appeals:read',
    'members:read',
    'effects:read',
    'reports:read',
    'search:read',
    'audit:read',
    'closing:read',
    'reports:digests',
    'reports:membership',
    'reports:ministry',
  ],
  administrator: ['users:write', 'directories:write', 'employers:write', 'calendar:write', 'settings:write'],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof rolePermissions)[Role][number]

export function may(role: Role, permission: Permission): boolean {
  const granted: readonly Permission[] = rolePermissions[role]
  return granted.includes(permission)
}

/** Whom a restricted case can name as its readers: they read others whole. Counsel read theirs by contract. */
export const caseReaderRoles: readonly Role[] = Role.options.filter(
  (role) => role !== 'lawyer' && may(role, 'legalCases:inspect'),
)
