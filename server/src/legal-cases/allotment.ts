import type { addAllotment, Allotment, changeAllotment } from '@qorgan/shared/case-money'
import type { RouteInput } from '@qorgan/shared/contract'
import { sql } from 'kysely'
import { changedFields } from '../audit/service.ts'
import {
  type AllotmentRow,
  findAllotment,
  presentAllotment,
  refuseAllotmentChange,
  refuseApproval,
} from '../case-money/service.ts'
import { notFound } from '../platform/errors.ts'
import { requireVersion } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { type CaseActing, honourVersion, leaveCaseTrace, lockCase } from './acting.ts'
import { type Created, isNewBeneath, type OnItem, refuseFuture, written } from './money-acting.ts'
import { refuseBeforeOpening } from './opening-day.ts'
import { isRightMoment, refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'

const show = async ({ tx, actor }: CaseActing, row: CaseRow, id: string): Promise<Allotment> =>
  presentAllotment(actor, written(await findAllotment(tx, row.id, id)), isRightMoment(row, 'allotments'))

/** It counts when another person has approved it. */
export async function askForMoney(
  acting: CaseActing,
  body: RouteInput<typeof addAllotment>['body'],
): Promise<Created<Allotment>> {
  const { tx, actor, today } = acting
  refuseFuture('/decidedOn', body.decidedOn, today)
  const row = await lockCase(acting, 'money')
  refuseBeforeOpening('/decidedOn', body.decidedOn, row)
  const { id = newId(), ...values } = body
  if (!(await isNewBeneath(acting, 'caseAllotment', body, { caseId: row.id })))
    return { item: await show(acting, row, id), isNew: false }
  refuseCaseAction(row, 'allotments')
  await tx
    .insertInto('caseAllotments')
    .values({ ...values, id, caseId: row.id, requestedBy: actor.userId })
    .execute()
  const item = await show(acting, row, id)
  await leaveCaseTrace(acting, row, {
    kind: 'allotted',
    onDate: values.decidedOn,
    details: { allotmentId: id, amount: values.amount, stage: values.stage },
    action: 'allotment.asked',
    entity: 'allotment',
    entityId: id,
  })
  return { item, isNew: true }
}

/** Whoever changed it asks for it now: nobody approves what they changed. */
export async function correctAllotment(
  acting: OnItem,
  change: RouteInput<typeof changeAllotment>['body'],
): Promise<Allotment> {
  const { tx, actor, ifMatch, today } = acting
  refuseFuture('/decidedOn', change.decidedOn, today)
  const { row, item } = await takeAllotment(acting)
  refuseBeforeOpening('/decidedOn', change.decidedOn, row)
  requireVersion(ifMatch, item.version)
  refuseAllotmentChange(item)
  refuseCaseAction(row, 'allotments')
  const before = await show(acting, row, item.id)
  await tx
    .updateTable('caseAllotments')
    .set({ ...change, requestedBy: actor.userId, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveCaseTrace(acting, row, {
    kind: 'allotment_changed',
    details: { allotmentId: item.id, amount: after.amount, stage: after.stage },
    action: 'allotment.changed',
    entity: 'allotment',
    entityId: item.id,
    fields: changedFields(before, after),
  })
  return after
}

export async function approveMoney(acting: OnItem): Promise<Allotment> {
  const { tx, actor, ifMatch } = acting
  const { row, item } = await takeAllotment(acting)
  honourVersion(ifMatch, item.version)
  refuseApproval(actor, item)
  refuseCaseAction(row, 'allotments')
  await tx
    .updateTable('caseAllotments')
    .set({ approvedBy: actor.userId, approvedAt: sql`now()`, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveCaseTrace(acting, row, {
    kind: 'allotment_approved',
    details: { allotmentId: item.id, amount: item.amount, stage: item.stage },
    action: 'allotment.approved',
    entity: 'allotment',
    entityId: item.id,
  })
  return after
}

async function takeAllotment(acting: OnItem): Promise<{ row: CaseRow; item: AllotmentRow }> {
  const row = await lockCase(acting, 'money')
  const item = await findAllotment(acting.tx, row.id, acting.itemId)
  if (!item) throw notFound()
  return { row, item }
}
