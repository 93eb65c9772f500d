import type { Role } from '@qorgan/shared/permissions'
import type { Actor } from '../platform/auth/actor.ts'

/** The appeal or case that files belong to, as its feature has found it for one person. */
export interface Holder {
  kind: 'appeal' | 'case'
  id: string
  /** Whose chain of the audit trail. */
  unitId: string
  restricted: boolean
  /** The person may add to it now: what `can.attachments` of the record says. */
  takesFiles: boolean
}

/** Beside whoever attached a file: the heads of the units, each of what they act on, and of the legal department. */
const heads: readonly Role[] = ['branch_chair', 'organisation_chair', 'council_head', 'legal_head']

/** The auditor sees of every record what is there; what a restricted one holds is not theirs to read. */
export const mayOpen = (actor: Actor, holder: Pick<Holder, 'restricted'>): boolean =>
  actor.role !== 'auditor' || !holder.restricted

export const mayRemove = (actor: Actor, { uploadedBy }: { uploadedBy: string }): boolean =>
  uploadedBy === actor.userId || heads.includes(actor.role)
