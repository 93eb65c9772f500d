import type { Payment } from '@qorgan/shared/case-money'
import { sql } from 'kysely'
import { toBranchId } from '../organisation/service.ts'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { readCursor } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'
import { type PageAsked, personOf } from './people.ts'
import { paymentCapabilities } from './policy.ts'

/** Of `case_payments`: the same document paid the same sum on the same day, in whichever case. */
export const isPaidAgain = sql<boolean>`(case_payments.voided_at is null and exists (select from case_payments other where other.document = case_payments.document
  and other.paid_on = case_payments.paid_on and other.amount = case_payments.amount and other.voided_at is null and other.id <> case_payments.id))`

const refunds = sql<
  Payment['refunds']
>`coalesce((select json_agg(json_build_object('id', r.id, 'amount', r.amount, 'refundedOn', r.refunded_on,
    'document', r.document, 'enteredBy', ${personOf('r.entered_by')}) order by r.refunded_on, r.created_at, r.id)
  from case_refunds r where r.payment_id = case_payments.id), '[]')`

/** With their cases, newest first by the day paid; counsel are told of what was paid to them. Whose cases is for the caller to say. */
export const selectPayments = (db: Reader, actor: Actor) =>
  db
    .selectFrom('casePayments')
    .innerJoin('legalCases', 'legalCases.id', 'casePayments.caseId')
    .leftJoin('caseAssignments', 'caseAssignments.id', 'casePayments.assignmentId')
    .leftJoin('lawyers', 'lawyers.id', 'caseAssignments.lawyerId')
    .leftJoin('caseActs', 'caseActs.id', 'casePayments.actId')
    .select([
      'casePayments.id',
      'casePayments.caseId',
      'legalCases.number as caseNumber',
      'legalCases.branchId',
      'casePayments.assignmentId',
      'lawyers.fullName as lawyerName',
      'casePayments.purpose',
      'casePayments.actId',
      'caseActs.number as actNumber',
      'casePayments.advance',
      'casePayments.amount',
      'casePayments.paidOn',
      'casePayments.document',
      'casePayments.refunded',
      'casePayments.voidedAt',
      'casePayments.voidReason',
      'casePayments.version',
    ])
    .select([
      refunds.as('refunds'),
      isPaidAgain.as('sameDocument'),
      personOf('case_payments.entered_by').as('enteredBy'),
      personOf<Payment['voidedBy']>('case_payments.voided_by').as('voidedBy'),
    ])
    .$if(databaseRoleOf(actor) === 'qorgan_lawyer', (rest) => rest.where('lawyers.userId', '=', actor.userId))
    .orderBy('casePayments.paidOn', 'desc')
    .orderBy('casePayments.id', 'desc')
export type PaymentRow = Awaited<ReturnType<ReturnType<typeof selectPayments>['executeTakeFirstOrThrow']>>

export async function findPayment(
  db: Reader,
  actor: Actor,
  caseId: string,
  id: string,
): Promise<PaymentRow | undefined> {
  return isUuid(id)
    ? selectPayments(db, actor)
        .where('casePayments.caseId', '=', caseId)
        .where('casePayments.id', '=', id)
        .executeTakeFirst()
    : undefined
}

/** Those beyond a place in the list, one more than the page. */
export function pageOfPayments(payments: ReturnType<typeof selectPayments>, { limit, cursor }: PageAsked) {
  const after = readCursor(cursor, 2)
  return payments
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(case_payments.paid_on, case_payments.id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .limit(limit + 1)
    .execute()
}

export const placeOfPayment = (row: PaymentRow) => [row.paidOn, row.id]

export const presentPayment = (actor: Actor, row: PaymentRow): Payment => ({
  ...row,
  branchId: toBranchId(row.branchId),
  voidedAt: row.voidedAt?.toISOString() ?? null,
  can: paymentCapabilities(actor, row),
})
