import type { AppealLevel } from '@qorgan/shared/effects'
import { sql } from 'kysely'
import { COUNCIL_ID, toBranchId } from '../organisation/service.ts'
import { asSystem } from '../platform/db/scope.ts'
import { invalidAt } from '../platform/errors.ts'
import { type Acting, finish, noTransfer, take } from './acting.ts'
import type { AppealRow } from './queries.ts'

interface Destination {
  level: AppealLevel
  branchId?: string | null | undefined
}

/** Asks another unit to handle an appeal. Until it accepts, the sender acts and the receiver reads. */
export async function requestTransfer(acting: Acting, to: Destination, reason: string): Promise<AppealRow> {
  const { tx, actor } = acting
  const appeal = await take(acting, 'transfer')
  const unitId = await findDestination(acting, appeal, to)
  return finish(
    acting,
    appeal,
    {
      transferToUnitId: unitId,
      transferToLevel: to.level,
      transferReason: reason,
      transferRequestedAt: sql`now()`,
      transferRequestedBy: actor.userId,
    },
    {
      kind: 'transfer_requested',
      action: 'appeal.transferRequested',
      text: reason,
      details: { to: await placeName(tx, unitId, to.level) },
      fields: ['handlingBranchId'],
    },
  )
}

/** A primary organisation passes up to its branch or to the council; units pass to each other. Nothing is passed down. */
async function findDestination({ tx, actor }: Acting, appeal: AppealRow, to: Destination): Promise<string> {
  if (to.level === 'primary_organisation') throw invalidAt('/to/level', 'field.notAllowed')
  if (to.level === 'council') {
    if (to.branchId) throw invalidAt('/to/branchId', 'field.notAllowed')
    if (appeal.handlingUnitId === COUNCIL_ID) throw invalidAt('/to/level', 'field.notAllowed')
    return COUNCIL_ID
  }
  const isPassingUp = appeal.level === 'primary_organisation'
  const unitId = to.branchId ?? (isPassingUp ? appeal.branchId : null)
  if (!unitId) throw invalidAt('/to/branchId', 'field.required')
  const branch = await tx
    .selectFrom('units')
    .select('id')
    .where('id', '=', unitId)
    .where('kind', '=', 'branch')
    .executeTakeFirst()
  if (!branch) throw invalidAt('/to/branchId', 'field.absent')
  const isOutOfHouse = actor.organisationId !== null && unitId !== actor.unitId
  if (isOutOfHouse || (unitId === appeal.handlingUnitId && !isPassingUp))
    throw invalidAt('/to/branchId', 'field.notAllowed')
  return unitId
}

const placeName = async (tx: Acting['tx'], unitId: string, level: AppealLevel) => {
  const unit = await tx
    .selectFrom('units')
    .select(['nameRu as ru', 'nameKk as kk', 'nameEn as en'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  return { level, branchId: toBranchId(unitId), name: unit }
}

/** The receiver takes over. The unit that received the appeal stays, so that it is counted once; passed up, its level is raised. */
export async function acceptTransfer(acting: Acting): Promise<AppealRow> {
  const appeal = await take(acting, 'transfer/accept')
  const { transferToUnitId, transferToLevel } = appeal
  if (!transferToUnitId || !transferToLevel) throw new Error('take() found a pending transfer')
  const level = appeal.level === 'primary_organisation' ? transferToLevel : appeal.level
  return finish(
    acting,
    appeal,
    { handlingUnitId: transferToUnitId, level, assigneeId: null, ...noTransfer },
    {
      kind: 'transfer_accepted',
      action: 'appeal.transferAccepted',
      details: {
        to: await placeName(acting.tx, transferToUnitId, transferToLevel),
        from: { branchId: toBranchId(appeal.handlingUnitId) },
      },
      fields: ['handlingBranchId', 'level'],
    },
  )
}

/** The appeal leaves the receiver's scope with this, so the answer is read beyond it. */
export async function rejectTransfer(acting: Acting, reason: string): Promise<AppealRow> {
  const appeal = await take(acting, 'transfer/reject')
  return asSystem(acting.tx, acting.actor, () =>
    finish(acting, appeal, noTransfer, {
      kind: 'transfer_rejected',
      action: 'appeal.transferRejected',
      text: reason,
      fields: ['handlingBranchId'],
      leavesScope: true,
    }),
  )
}

export async function revokeTransfer(acting: Acting): Promise<AppealRow> {
  const appeal = await take(acting, 'transfer/revoke')
  return finish(acting, appeal, noTransfer, {
    kind: 'transfer_revoked',
    action: 'appeal.transferRevoked',
    fields: ['handlingBranchId'],
  })
}
