import type { PostDraft } from '@qorgan/shared/accounts'
import type { FieldError } from '@qorgan/shared/errors'
import type { Role } from '@qorgan/shared/permissions'
import type { z } from 'zod'
import { fieldError } from '../platform/errors.ts'

type Draft = z.output<typeof PostDraft>

/** Where each role has its place: the table of roles says what it sees from there. */
const unitOfRole = {
  branch_chair: 'branch',
  branch_specialist: 'branch',
  organisation_chair: 'branch',
  council_specialist: 'council',
  council_head: 'council',
  legal_head: 'council',
  legal_officer: 'council',
  lawyer: 'council',
  accountant: 'either',
  auditor: 'council',
  administrator: 'council',
} as const satisfies Record<Role, 'branch' | 'council' | 'either'>

/** What is known of the unit and the organisation that a draft names. */
export interface PostPlace {
  hasBranch: boolean
  /** Of the organisation; undefined where there is no such organisation. */
  organisationBranchId: string | undefined
}

export function wrongPost(draft: Draft, place: PostPlace, path: string): FieldError[] {
  return [
    ...wrongBranch(draft, place, `${path}/branchId`),
    ...wrongOrganisation(draft, place, `${path}/primaryOrganisationId`),
    ...(draft.to && draft.to < draft.from ? [fieldError(`${path}/to`, 'field.reversed')] : []),
  ]
}

function wrongBranch({ role, branchId }: Draft, { hasBranch }: PostPlace, path: string): FieldError[] {
  const where = unitOfRole[role]
  if (!branchId) return where === 'branch' ? [fieldError(path, 'field.required')] : []
  if (where === 'council') return [fieldError(path, 'field.notAllowed')]
  return hasBranch ? [] : [fieldError(path, 'field.absent')]
}

function wrongOrganisation(
  { role, branchId, primaryOrganisationId }: Draft,
  place: PostPlace,
  path: string,
): FieldError[] {
  if (role !== 'organisation_chair') return primaryOrganisationId ? [fieldError(path, 'field.notAllowed')] : []
  if (!primaryOrganisationId) return [fieldError(path, 'field.required')]
  if (place.organisationBranchId === undefined) return [fieldError(path, 'field.absent')]
  return place.organisationBranchId === branchId ? [] : [fieldError(path, 'field.notInUnit')]
}
