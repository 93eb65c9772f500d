import type { addPayment, changePayment, Payment, refundPayment } from '@qorgan/shared/case-money'
import type { RouteInput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import { sql } from 'kysely'
import { changedFields } from '../audit/service.ts'
import {
  type ActRow,
  findAct,
  findAssignment,
  findPayment,
  type PaymentRow,
  presentPayment,
  refuseVoided,
  refuseVoiding,
} from '../case-money/service.ts'
import { AppError, fieldError, invalid, invalidAt, notFound } from '../platform/errors.ts'
import { requireVersion } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { type CaseActing, type CaseTrace, honourVersion, leaveCaseTrace, lockCase } from './acting.ts'
import { type Created, isNewBeneath, type OnItem, refuseFuture, written } from './money-acting.ts'
import { refuseBeforeOpening } from './opening-day.ts'
import { refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'

type Draft = RouteInput<typeof addPayment>['body']

const show = async ({ tx, actor }: CaseActing, row: CaseRow, id: string): Promise<Payment> =>
  presentPayment(actor, written(await findPayment(tx, actor, row.id, id)))

/** The database holds it within the act, the fee and what is allotted, whoever else pays at the same moment. */
export async function enterPayment(acting: CaseActing, body: Draft): Promise<Created<Payment>> {
  const { tx, actor, today } = acting
  const errors = formErrors(body)
  if (body.paidOn > today) errors.push(fieldError('/paidOn', 'field.inFuture'))
  if (errors.length > 0) throw invalid(...errors)
  const row = await lockCase(acting, 'money')
  const { id = newId(), amount, paidOn, document, assignmentId = null, purpose = null, actId = null } = body
  if (!(await isNewBeneath(acting, 'casePayment', body, { caseId: row.id })))
    return { item: await show(acting, row, id), isNew: false }
  refuseBeforeOpening('/paidOn', paidOn, row)
  const act = await findWhatIsPaid(acting, row, body)
  refuseCaseAction(row, 'payments')
  if (act && !act.acceptedAt) throw new AppError('act.notAccepted')
  await tx
    .insertInto('casePayments')
    .values({
      id,
      caseId: row.id,
      assignmentId,
      purpose,
      actId,
      advance: body.advance ?? false,
      amount,
      paidOn,
      document,
      enteredBy: actor.userId,
    })
    .execute()
  const item = await show(acting, row, id)
  await leavePaymentTrace(acting, row, item, { kind: 'paid', onDate: paidOn, action: 'payment.entered' })
  return { item, isNew: true }
}

/** To counsel or for a purpose, never both; to counsel by an act, or in advance and saying so. */
function formErrors({ assignmentId, purpose, actId, advance }: Draft): FieldError[] {
  if (assignmentId && purpose) return [fieldError('/purpose', 'field.notAllowed')]
  if (!assignmentId && !purpose) return [fieldError('/assignmentId', 'field.required')]
  if (purpose && actId) return [fieldError('/actId', 'field.notAllowed')]
  if (assignmentId && !actId && !advance) return [fieldError('/actId', 'field.required')]
  if (actId && advance) return [fieldError('/advance', 'field.notAllowed')]
  return []
}

async function findWhatIsPaid(
  acting: CaseActing,
  row: CaseRow,
  { assignmentId, actId, paidOn }: Draft,
): Promise<ActRow | undefined> {
  if (!assignmentId) return undefined
  await refuseBeforeContract(acting, row, assignmentId, paidOn)
  if (!actId) return undefined
  const act = await findAct(acting.tx, acting.actor, row.id, actId)
  if (act?.assignmentId !== assignmentId) throw invalidAt('/actId', 'field.absent')
  return act
}

/** Counsel are paid under a contract, an advance among it. */
async function refuseBeforeContract(
  { tx, actor }: CaseActing,
  row: CaseRow,
  assignmentId: string,
  paidOn: Day,
): Promise<void> {
  const contract = await findAssignment(tx, actor, row.id, assignmentId)
  if (!contract) throw invalidAt('/assignmentId', 'field.absent')
  if (paidOn < contract.contractDate) throw invalidAt('/paidOn', 'field.reversed')
}

export async function correctPayment(
  acting: OnItem,
  change: RouteInput<typeof changePayment>['body'],
): Promise<Payment> {
  const { tx, ifMatch, today } = acting
  refuseFuture('/paidOn', change.paidOn, today)
  const { row, item } = await takePayment(acting)
  const { paidOn } = change
  refuseBeforeOpening('/paidOn', paidOn, row)
  if (paidOn && item.assignmentId) await refuseBeforeContract(acting, row, item.assignmentId, paidOn)
  if (paidOn && item.refunds.some(({ refundedOn }) => refundedOn < paidOn)) throw invalidAt('/paidOn', 'field.reversed')
  requireVersion(ifMatch, item.version)
  refuseVoided(item)
  const before = await show(acting, row, item.id)
  await tx
    .updateTable('casePayments')
    .set({ ...change, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leavePaymentTrace(acting, row, after, {
    kind: 'payment_changed',
    action: 'payment.changed',
    fields: changedFields(before, after),
  })
  return after
}

export async function annulPayment(acting: OnItem, reason: string): Promise<Payment> {
  const { tx, actor, ifMatch } = acting
  const { row, item } = await takePayment(acting)
  honourVersion(ifMatch, item.version)
  refuseVoiding(item)
  await tx
    .updateTable('casePayments')
    .set({ voidedBy: actor.userId, voidedAt: sql`now()`, voidReason: reason, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leavePaymentTrace(acting, row, after, { kind: 'payment_voided', text: reason, action: 'payment.voided' })
  return after
}

/** What came back; no more than what is left of the payment. */
export async function enterRefund(acting: OnItem, body: RouteInput<typeof refundPayment>['body']): Promise<Payment> {
  const { tx, actor, ifMatch, today } = acting
  refuseFuture('/refundedOn', body.refundedOn, today)
  const { row, item } = await takePayment(acting)
  const { id = newId(), ...values } = body
  if (!(await isNewBeneath(acting, 'caseRefund', body, { paymentId: item.id }))) return show(acting, row, item.id)
  if (body.refundedOn < item.paidOn) throw invalidAt('/refundedOn', 'field.reversed')
  honourVersion(ifMatch, item.version)
  refuseVoided(item)
  if (body.amount > item.amount - item.refunded) throw invalid(fieldError('/amount', 'too_big'))
  await tx
    .insertInto('caseRefunds')
    .values({ ...values, id, caseId: row.id, paymentId: item.id, enteredBy: actor.userId })
    .execute()
  await tx
    .updateTable('casePayments')
    .set({ version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  const after = await show(acting, row, item.id)
  await leavePaymentTrace(acting, row, after, {
    kind: 'payment_refunded',
    onDate: values.refundedOn,
    details: { refundId: id, refund: values.amount },
    action: 'payment.refunded',
    fields: ['refunded'],
  })
  return after
}

async function takePayment(acting: OnItem): Promise<{ row: CaseRow; item: PaymentRow }> {
  const row = await lockCase(acting, 'money')
  const item = await findPayment(acting.tx, acting.actor, row.id, acting.itemId)
  if (!item) throw notFound()
  return { row, item }
}

const leavePaymentTrace = (
  acting: CaseActing,
  row: CaseRow,
  payment: Payment,
  { details, ...trace }: Omit<CaseTrace, 'entity' | 'entityId'>,
) =>
  leaveCaseTrace(acting, row, {
    ...trace,
    details: {
      paymentId: payment.id,
      assignmentId: payment.assignmentId,
      purpose: payment.purpose,
      lawyerName: payment.lawyerName,
      amount: payment.amount,
      ...details,
    },
    entity: 'payment',
    entityId: payment.id,
  })
