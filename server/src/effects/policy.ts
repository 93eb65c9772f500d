import type { Effect } from '@qorgan/shared/effects'
import { type Actor, databaseRoleOf, may } from '../platform/auth/actor.ts'
import { AppError } from '../platform/errors.ts'

export interface LedgerEntry {
  branchId: string
  handlingUnitId: string | null
  computed: boolean
  enteredBy: string
  changedBy: string
  confirmedAt: Date | null
  voidedAt: Date | null
}

/** Who handles the appeal keeps its ledger; so does the legal department, which sees none but those of its cases. */
const keepsLedger = (actor: Actor, entry: Pick<LedgerEntry, 'handlingUnitId'>) =>
  entry.handlingUnitId === actor.unitId || databaseRoleOf(actor) === 'qorgan_legal'

/** The council and an accountant are second persons for every entry they see, a unit for what it received or handles. */
const checksLedger = (actor: Actor, entry: LedgerEntry) =>
  actor.isCouncil || actor.role === 'accountant' || entry.branchId === actor.unitId || keepsLedger(actor, entry)

/** Pure: refuses in the verbs and travels in the answer. */
export function effectCapabilities(actor: Actor, entry: LedgerEntry): Effect['can'] {
  const isOpen = entry.voidedAt === null
  return {
    edit:
      isOpen &&
      !entry.computed &&
      entry.confirmedAt === null &&
      may(actor, 'effects:write') &&
      keepsLedger(actor, entry),
    confirm:
      isOpen &&
      entry.confirmedAt === null &&
      may(actor, 'effects:confirm') &&
      checksLedger(actor, entry) &&
      !isOwn(actor, entry),
    void: isOpen && !entry.computed && may(actor, 'effects:void') && checksLedger(actor, entry),
  }
}

/** Nobody confirms what they entered or last changed. */
const isOwn = (actor: Actor, entry: LedgerEntry) => entry.enteredBy === actor.userId || entry.changedBy === actor.userId

export function refuseEdit(actor: Actor, entry: LedgerEntry): void {
  if (!keepsLedger(actor, entry)) throw new AppError('appeal.handledElsewhere')
  if (entry.voidedAt) throw new AppError('effect.voided')
  if (entry.computed) throw new AppError('effect.computed')
  if (entry.confirmedAt) throw new AppError('effect.confirmed')
}

export function refuseConfirmation(actor: Actor, entry: LedgerEntry): void {
  if (!checksLedger(actor, entry)) throw new AppError('auth.forbidden')
  if (entry.voidedAt) throw new AppError('effect.voided')
  if (entry.confirmedAt) throw new AppError('effect.confirmed')
  if (isOwn(actor, entry)) throw new AppError('effect.ownEntry')
}

export function refuseVoiding(actor: Actor, entry: LedgerEntry): void {
  if (!checksLedger(actor, entry)) throw new AppError('auth.forbidden')
  if (entry.voidedAt) throw new AppError('effect.voided')
  // It follows its voucher or aid: that is what is returned or corrected.
  if (entry.computed) throw new AppError('effect.computed')
}
