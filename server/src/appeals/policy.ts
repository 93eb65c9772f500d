import type { Appeal, AppealAction } from '@qorgan/shared/appeals'
import type { AppealStatus } from '@qorgan/shared/effects'
import { appealActions } from '@qorgan/shared/appeals'
import type { Permission } from '@qorgan/shared/permissions'
import { type Actor, databaseRoleOf, may } from '../platform/auth/actor.ts'
import { AppError } from '../platform/errors.ts'

/** The statuses that allow each action: the table of the contract. */
export const allowedStatuses = {
  edit: ['registered', 'in_progress', 'suspended', 'resolved'],
  assign: ['registered', 'in_progress', 'suspended'],
  start: ['registered'],
  extend: ['registered', 'in_progress'],
  suspend: ['in_progress'],
  resume: ['suspended'],
  transfer: ['registered', 'in_progress'],
  'transfer/accept': ['registered', 'in_progress'],
  'transfer/reject': ['registered', 'in_progress'],
  'transfer/revoke': ['registered', 'in_progress'],
  resolve: ['registered', 'in_progress'],
  reopen: ['resolved'],
  annul: ['registered', 'in_progress', 'suspended', 'resolved'],
  notes: ['registered', 'in_progress', 'suspended', 'resolved'],
  effects: ['registered', 'in_progress', 'suspended', 'resolved'],
  'legal-case': ['registered', 'in_progress', 'suspended', 'resolved'],
  attachments: ['registered', 'in_progress', 'suspended', 'resolved'],
} as const satisfies Record<AppealAction, readonly AppealStatus[]>

const neededPermission = {
  edit: 'appeals:work',
  assign: 'appeals:assign',
  start: 'appeals:work',
  extend: 'appeals:extend',
  suspend: 'appeals:work',
  resume: 'appeals:work',
  transfer: 'appeals:transfer',
  'transfer/accept': 'appeals:transfer',
  'transfer/reject': 'appeals:transfer',
  'transfer/revoke': 'appeals:transfer',
  resolve: 'appeals:work',
  reopen: 'appeals:reopen',
  annul: 'appeals:annul',
  notes: 'appeals:work',
  effects: 'effects:write',
  'legal-case': 'legalCases:request',
  attachments: 'appeals:attach',
} as const satisfies Record<AppealAction, Permission>

export interface Workable {
  status: AppealStatus
  branchId: string
  handlingUnitId: string
  receivedLevel: string
  level: string
  transferToUnitId: string | null
  transferToLevel: string | null
  /** As far as the actor may know of it. */
  legalCase: { id: string; number: string } | null
}

/** Who acts: the unit that handles it. An organisation acts on its own until the branch has taken the appeal over. */
function handles(actor: Actor, appeal: Workable): boolean {
  if (actor.role === 'organisation_chair') return appeal.level === 'primary_organisation'
  return appeal.handlingUnitId === actor.unitId
}

/** The sender of a transfer is who acts until it is accepted; passed up, that is the organisation. */
const isReceiver = (actor: Actor, appeal: Workable) =>
  appeal.transferToUnitId === actor.unitId && actor.role !== 'organisation_chair'
const isPassedUp = (appeal: Workable) =>
  appeal.transferToUnitId !== null && appeal.transferToUnitId === appeal.handlingUnitId
const isSender = (actor: Actor, appeal: Workable) =>
  handles(actor, appeal) && !(isPassedUp(appeal) && isReceiver(actor, appeal))

/** Whether the actor is on the right side of the appeal for an action; the status is another question. */
function isTheirs(actor: Actor, appeal: Workable, action: AppealAction): boolean {
  switch (action) {
    case 'transfer/accept':
    case 'transfer/reject':
      return isReceiver(actor, appeal)
    case 'transfer/revoke':
      return isSender(actor, appeal)
    case 'annul':
    case 'reopen':
      return actor.role === 'council_head' || handles(actor, appeal)
    case 'notes':
    case 'effects':
    case 'attachments':
      // The legal department sees no appeals but those of its cases, and adds to them whoever handles them.
      return handles(actor, appeal) || databaseRoleOf(actor) === 'qorgan_legal'
    default:
      return handles(actor, appeal)
  }
}

function isRightMoment(appeal: Workable, action: AppealAction): boolean {
  const statuses: readonly AppealStatus[] = allowedStatuses[action]
  if (!statuses.includes(appeal.status)) return false
  if (action === 'transfer') return appeal.transferToUnitId === null
  if (action === 'legal-case') return appeal.legalCase === null
  return !action.startsWith('transfer/') || appeal.transferToUnitId !== null
}

/** Pure: travels in the answer as `can`. */
export function appealCapabilities(actor: Actor, appeal: Workable): Appeal['can'] {
  return Object.fromEntries(
    appealActions.map((action) => [
      action,
      may(actor, neededPermission[action]) && isTheirs(actor, appeal, action) && isRightMoment(appeal, action),
    ]),
  ) as Appeal['can']
}

/** Refuses an action on a visible appeal: not now, or not theirs to act on. */
export function refuseAction(actor: Actor, appeal: Workable, action: AppealAction): void {
  if (!may(actor, neededPermission[action])) throw new AppError('auth.forbidden')
  const statuses: readonly AppealStatus[] = allowedStatuses[action]
  if (!statuses.includes(appeal.status)) throw new AppError('appeal.wrongStatus', { status: appeal.status, action })
  if (action.startsWith('transfer/') && appeal.transferToUnitId === null) throw new AppError('appeal.noTransferPending')
  if (!isTheirs(actor, appeal, action)) throw new AppError('appeal.handledElsewhere')
  if (action === 'transfer' && appeal.transferToUnitId !== null) throw new AppError('appeal.transferPending')
}
