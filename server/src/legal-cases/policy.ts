import {
  type LegalCase,
  type LegalCaseAction,
  legalCaseActions,
  type LegalCaseStatus,
} from '@qorgan/shared/legal-cases'
import type { Permission } from '@qorgan/shared/permissions'
import { type Actor, may } from '../platform/auth/actor.ts'
import { AppError } from '../platform/errors.ts'
import type { Sight } from './scope.ts'

const always = ['screening', 'awaiting_lawyer', 'active', 'closed'] as const
const open = ['screening', 'awaiting_lawyer', 'active'] as const

/** The statuses that allow each action. Acts and payments come in after the end, too. */
export const allowedStatuses = {
  edit: always,
  decide: ['screening'],
  close: open,
  reopen: ['closed'],
  merge: open,
  members: open,
  'conflict-checks': open,
  assignments: ['awaiting_lawyer', 'active'],
  hearings: open,
  deadlines: open,
  allotments: ['awaiting_lawyer', 'active'],
  acts: always,
  payments: always,
  'privileged-notes': always,
  attachments: always,
} as const satisfies Record<LegalCaseAction, readonly LegalCaseStatus[]>

const neededPermission = {
  edit: 'legalCases:work',
  decide: 'legalCases:decide',
  close: 'legalCases:work',
  reopen: 'legalCases:work',
  merge: 'legalCases:work',
  members: 'legalCases:work',
  'conflict-checks': 'legalCases:work',
  assignments: 'legalCases:assign',
  hearings: 'legalCases:hearings',
  deadlines: 'legalCases:work',
  allotments: 'caseMoney:allot',
  acts: 'caseMoney:act',
  payments: 'caseMoney:pay',
  'privileged-notes': 'privilegedNotes:write',
  attachments: 'legalCases:attach',
} as const satisfies Record<LegalCaseAction, Permission>

const money: readonly LegalCaseAction[] = ['payments', 'acts', 'allotments', 'assignments']
const funded: readonly LegalCaseAction[] = ['allotments', 'assignments']

export interface Workable {
  status: LegalCaseStatus
  decision: string | null
  appealIsOwn: boolean
}

/** A case with what its money goes to. */
interface Payable extends Workable {
  counsel: readonly unknown[] | null
  sums: { allotted: number } | null
}

/** Pure: travels in the answer as `can`. */
export function caseCapabilities(actor: Actor, sight: Sight, legalCase: Payable): LegalCase['can'] {
  return Object.fromEntries(
    legalCaseActions.map((action) => [
      action,
      may(actor, neededPermission[action]) &&
        sees(sight, action) &&
        isRightMoment(legalCase, action) &&
        isThere(legalCase, action),
    ]),
  ) as LegalCase['can']
}

/** An act is of a contract, and nothing is paid before money was allotted: asked for all the same, that is a wrong field or a sum too large. */
function isThere({ counsel, sums }: Payable, action: LegalCaseAction): boolean {
  if (action === 'acts') return counsel !== null && counsel.length > 0
  if (action === 'payments') return sums !== null && sums.allotted > 0
  return true
}

const sees = (sight: Sight, action: LegalCaseAction) =>
  sight === 'whole' || (sight === 'money' && money.includes(action))

export function isRightMoment(legalCase: Workable, action: LegalCaseAction): boolean {
  const statuses: readonly LegalCaseStatus[] = allowedStatuses[action]
  return (
    statuses.includes(legalCase.status) &&
    (!funded.includes(action) || legalCase.decision === 'fund') &&
    (action !== 'merge' || legalCase.appealIsOwn)
  )
}

/** Refuses an action on a case that the actor sees: not decided to be funded, or not now. */
export function refuseCaseAction(legalCase: Workable, action: LegalCaseAction): void {
  if (funded.includes(action) && legalCase.decision !== 'fund') throw new AppError('legalCase.notFunded')
  if (!isRightMoment(legalCase, action))
    throw new AppError('legalCase.wrongStatus', { status: legalCase.status, action })
}
