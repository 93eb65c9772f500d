import type { addAddendum, addAssignment, Assignment, changeAssignment, endAssignment } from '@qorgan/shared/case-money'
import type { RouteInput } from '@qorgan/shared/contract'
import { sql } from 'kysely'
import { changedFields } from '../audit/service.ts'
import {
  type AssignmentRow,
  findAssignment,
  firstUseOf,
  presentAssignment,
  refuseEnded,
  refuseFee,
} from '../case-money/service.ts'
import { lockLawyer } from '../lawyers/service.ts'
import { AppError, fieldError, invalid, invalidAt, notFound } from '../platform/errors.ts'
import { requireVersion } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { type CaseActing, changeCaseRow, honourVersion, leaveCaseTrace, lockCase } from './acting.ts'
import { findDecisions } from './conflict-check-queries.ts'
import { type Created, isNewBeneath, type OnItem, refuseFuture, written } from './money-acting.ts'
import { refuseBeforeOpening } from './opening-day.ts'
import { refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'

const show = async ({ tx, actor }: CaseActing, row: CaseRow, id: string): Promise<Assignment> =>
  presentAssignment(actor, written(await findAssignment(tx, actor, row.id, id)))

/** A contract with counsel who were checked and found free of conflicts. The first one makes the case active. */
export async function assignCounsel(
  acting: CaseActing,
  body: RouteInput<typeof addAssignment>['body'],
): Promise<Created<Assignment>> {
  const { tx, today } = acting
  refuseFuture('/contractDate', body.contractDate, today)
  const row = await lockCase(acting, 'money')
  refuseBeforeOpening('/contractDate', body.contractDate, row)
  const { id = newId(), ...values } = body
  if (!(await isNewBeneath(acting, 'caseAssignment', body, { caseId: row.id })))
    return { item: await show(acting, row, id), isNew: false }
  await refuseUnchecked(acting, row, values)
  await tx
    .insertInto('caseAssignments')
    .values({ ...values, id, caseId: row.id })
    .execute()
  if (row.status === 'awaiting_lawyer') await changeCaseRow(tx, row, { status: 'active' })
  const item = await show(acting, row, id)
  await leaveCaseTrace(acting, row, {
    kind: 'lawyer_assigned',
    onDate: values.contractDate,
    details: { assignmentId: id, lawyerId: values.lawyerId, lawyerName: item.lawyerName, fee: values.fee },
    action: 'assignment.signed',
    entity: 'assignment',
    entityId: id,
  })
  return { item, isNew: true }
}

async function refuseUnchecked(
  { tx }: CaseActing,
  row: CaseRow,
  { lawyerId, conflictCheckId }: { lawyerId: string; conflictCheckId: string },
): Promise<void> {
  const lawyer = await lockLawyer(tx, lawyerId, 'assign')
  const { own, latest } = await findDecisions(tx, row.id, lawyerId, conflictCheckId)
  const errors = [
    ...(lawyer ? [] : [fieldError('/lawyerId', 'field.absent')]),
    ...(own ? [] : [fieldError('/conflictCheckId', 'field.absent')]),
  ]
  if (!lawyer || !own) throw invalid(...errors)
  refuseCaseAction(row, 'assignments')
  if (!lawyer.active) throw new AppError('lawyer.inactive')
  // What was clear once and is blocked by a later check is blocked.
  if (own.decision === 'blocked' || latest === 'blocked') throw new AppError('conflictCheck.blocked')
  if (own.decision === null) throw new AppError('conflictCheck.undecided')
}

export async function correctContract(
  acting: OnItem,
  change: RouteInput<typeof changeAssignment>['body'],
): Promise<Assignment> {
  const { tx, ifMatch, today } = acting
  refuseFuture('/contractDate', change.contractDate, today)
  const { row, item } = await takeAssignment(acting)
  refuseBeforeOpening('/contractDate', change.contractDate, row)
  const first = await firstUseOf(tx, item.id)
  if (change.contractDate && first && change.contractDate > first) throw invalidAt('/contractDate', 'field.reversed')
  requireVersion(ifMatch, item.version)
  refuseEnded(item)
  const before = await show(acting, row, item.id)
  await tx
    .updateTable('caseAssignments')
    .set({ ...change, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveCaseTrace(acting, row, {
    kind: 'assignment_changed',
    details: { assignmentId: item.id, lawyerName: item.lawyerName },
    action: 'assignment.changed',
    entity: 'assignment',
    entityId: item.id,
    fields: changedFields(before, after),
  })
  return after
}

/** The fee goes up within what is allotted, and down to what is paid and what acts say is due. */
export async function signAddendum(acting: OnItem, body: RouteInput<typeof addAddendum>['body']): Promise<Assignment> {
  const { tx, actor, ifMatch, today } = acting
  refuseFuture('/date', body.date, today)
  const { row, item } = await takeAssignment(acting)
  const { id = newId(), ...values } = body
  if (!(await isNewBeneath(acting, 'caseAddendum', body, { assignmentId: item.id }))) return show(acting, row, item.id)
  if (body.date < item.contractDate) throw invalidAt('/date', 'field.reversed')
  honourVersion(ifMatch, item.version)
  refuseEnded(item)
  refuseFee(item.fee + values.feeChange, item)
  await tx
    .insertInto('caseAddenda')
    .values({ ...values, id, caseId: row.id, assignmentId: item.id, enteredBy: actor.userId })
    .execute()
  await tx
    .updateTable('caseAssignments')
    .set({ fee: sql`fee + ${values.feeChange}`, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveCaseTrace(acting, row, {
    kind: 'addendum_signed',
    onDate: values.date,
    text: values.reason,
    details: { assignmentId: item.id, lawyerName: item.lawyerName, feeChange: values.feeChange, fee: after.fee },
    action: 'assignment.addendumSigned',
    entity: 'assignment',
    entityId: item.id,
    fields: ['fee'],
  })
  return after
}

/** What is not due is free again; what was paid stays paid, and accepted work is due. */
export async function endContract(acting: OnItem, body: RouteInput<typeof endAssignment>['body']): Promise<Assignment> {
  const { tx, ifMatch } = acting
  const { row, item } = await takeAssignment(acting)
  if (body.endedOn < item.contractDate) throw invalidAt('/endedOn', 'field.reversed')
  honourVersion(ifMatch, item.version)
  refuseEnded(item)
  refuseFee(body.feeDue, item)
  // More than the contract says is for an addendum.
  if (body.feeDue > item.fee) throw invalid(fieldError('/feeDue', 'too_big'))
  await tx
    .updateTable('caseAssignments')
    .set({ endedOn: body.endedOn, endReason: body.reason, fee: body.feeDue, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveCaseTrace(acting, row, {
    kind: 'assignment_ended',
    onDate: body.endedOn,
    text: body.reason,
    details: { assignmentId: item.id, lawyerName: item.lawyerName, feeDue: body.feeDue, freed: item.fee - body.feeDue },
    action: 'assignment.ended',
    entity: 'assignment',
    entityId: item.id,
    fields: ['endedOn', 'fee'],
  })
  return after
}

async function takeAssignment(acting: OnItem): Promise<{ row: CaseRow; item: AssignmentRow }> {
  const row = await lockCase(acting, 'money')
  const item = await findAssignment(acting.tx, acting.actor, row.id, acting.itemId)
  if (!item) throw notFound()
  return { row, item }
}
