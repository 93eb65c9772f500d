import type { Act, addAct, changeAct } from '@qorgan/shared/case-money'
import type { RouteInput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import { changedFields } from '../audit/service.ts'
import {
  type ActRow,
  type AssignmentRow,
  findAct,
  findAssignment,
  presentAct,
  refuseAcceptance,
  refuseAccepted,
  sumOfActs,
} from '../case-money/service.ts'
import type { Tx } from '../platform/db/index.ts'
import { fieldError, invalid, invalidAt, notFound } from '../platform/errors.ts'
import { requireVersion } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { type CaseActing, honourVersion, leaveCaseTrace, lockCase } from './acting.ts'
import { type Created, isNewBeneath, type OnItem, refuseFuture, written } from './money-acting.ts'
import { refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'

const show = async ({ tx, actor }: CaseActing, row: CaseRow, id: string): Promise<Act> =>
  presentAct(actor, written(await findAct(tx, actor, row.id, id)))

export async function enterAct(acting: CaseActing, body: RouteInput<typeof addAct>['body']): Promise<Created<Act>> {
  const { tx, actor, today } = acting
  refuseFuture('/date', body.date, today)
  const row = await lockCase(acting, 'money')
  const { id = newId(), ...values } = body
  if (!(await isNewBeneath(acting, 'caseAct', body, { caseId: row.id })))
    return { item: await show(acting, row, id), isNew: false }
  await refuseBeyondFee(tx, await contractOf(acting, row, values), { amount: values.amount, except: null })
  refuseCaseAction(row, 'acts')
  await tx
    .insertInto('caseActs')
    .values({ ...values, id, caseId: row.id, enteredBy: actor.userId })
    .execute()
  const item = await show(acting, row, id)
  await leaveActTrace(acting, row, item, { kind: 'act_entered', action: 'act.entered' })
  return { item, isNew: true }
}

/** Whoever changed it hands it in now: nobody accepts what they changed. */
export async function correctAct(acting: OnItem, change: RouteInput<typeof changeAct>['body']): Promise<Act> {
  const { tx, actor, ifMatch, today } = acting
  refuseFuture('/date', change.date, today)
  const { row, item } = await takeAct(acting)
  requireVersion(ifMatch, item.version)
  refuseAccepted(item)
  const contract = await contractOf(acting, row, { assignmentId: item.assignmentId, date: change.date })
  if (change.amount !== undefined && change.amount > item.amount)
    await refuseBeyondFee(tx, contract, { amount: change.amount, except: item.id })
  const before = await show(acting, row, item.id)
  await tx
    .updateTable('caseActs')
    .set({ ...change, enteredBy: actor.userId, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveActTrace(acting, row, after, {
    kind: 'act_changed',
    action: 'act.changed',
    fields: changedFields(before, after),
  })
  return after
}

export async function acceptWork(acting: OnItem): Promise<Act> {
  const { tx, actor, ifMatch } = acting
  const { row, item } = await takeAct(acting)
  honourVersion(ifMatch, item.version)
  refuseAcceptance(actor, item)
  await tx
    .updateTable('caseActs')
    .set({ acceptedBy: actor.userId, acceptedAt: sql`now()`, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leaveActTrace(acting, row, after, { kind: 'act_accepted', action: 'act.accepted' })
  return after
}

/** The contract that an act is of. Foreign contracts are not there, and nothing was done before one was signed. */
async function contractOf(
  { tx, actor }: CaseActing,
  row: CaseRow,
  { assignmentId, date }: { assignmentId: string; date?: Day | undefined },
): Promise<AssignmentRow> {
  const contract = await findAssignment(tx, actor, row.id, assignmentId)
  if (!contract) throw invalidAt('/assignmentId', 'field.absent')
  if (date !== undefined && date < contract.contractDate) throw invalidAt('/date', 'field.reversed')
  return contract
}

/** Acts of a contract say no more together than its fee: for more an addendum comes first. */
async function refuseBeyondFee(
  tx: Tx,
  contract: AssignmentRow,
  { amount, except }: { amount: number; except: string | null },
): Promise<void> {
  if ((await sumOfActs(tx, contract.id, except)) + amount > contract.fee)
    throw invalid(fieldError('/amount', 'too_big'))
}

async function takeAct(acting: OnItem): Promise<{ row: CaseRow; item: ActRow }> {
  const row = await lockCase(acting, 'money')
  const item = await findAct(acting.tx, acting.actor, row.id, acting.itemId)
  if (!item) throw notFound()
  return { row, item }
}

const leaveActTrace = (
  acting: CaseActing,
  row: CaseRow,
  act: Act,
  trace: { kind: 'act_entered' | 'act_changed' | 'act_accepted'; action: string; fields?: readonly string[] },
) =>
  leaveCaseTrace(acting, row, {
    ...trace,
    details: { actId: act.id, assignmentId: act.assignmentId, lawyerName: act.lawyerName, amount: act.amount },
    entity: 'act',
    entityId: act.id,
  })
