import type { PaymentFilter } from '@qorgan/shared/case-money'
import type { Day } from '@qorgan/shared/dates'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isPaidAgain, pageOfPayments, type PaymentRow, selectPayments } from '../case-money/service.ts'
import { toUnitIds } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { holdsWords } from '../platform/db/text-match.ts'
import { visibleTo } from './scope.ts'

/** Money of a restricted case is its readers' and of whoever pays and counts for the union, as of the case by itself. */
const knowsMoney = (actor: Actor) =>
  actor.role === 'legal_officer'
    ? sql<SqlBool>`(not legal_cases.restricted or legal_cases.opened_by = ${actor.userId} or exists (select from named_cases() id where id = legal_cases.id))`
    : sql<SqlBool>`true`

const text = sql<string>`fold(concat_ws(' ', legal_cases.number, lawyers.full_name, case_payments.document,
  (select string_agg(r.document, ' ') from case_refunds r where r.payment_id = case_payments.id)))`

/** All that a filter says but the days: a payment is of its own day, a refund of the day when it came back. */
function matching(filter: PaymentFilter): RawBuilder<SqlBool> {
  const ids = (values: readonly string[]) => anyId(values.filter((id) => id !== 'none'))
  const conditions = [
    // As an annulled appeal in the list of appeals: only where it is asked for.
    sql`case_payments.voided_at is ${filter.voided ? sql`not null` : sql`null`}`,
  ]
  if (filter.branchId?.length) conditions.push(sql`legal_cases.branch_id = ${anyId(toUnitIds(filter.branchId))}`)
  if (filter.caseId?.length) conditions.push(sql`legal_cases.id = ${ids(filter.caseId)}`)
  if (filter.lawyerId?.length)
    conditions.push(
      sql`(case_assignments.lawyer_id = ${ids(filter.lawyerId)}${filter.lawyerId.includes('none') ? sql` or case_payments.assignment_id is null` : sql``})`,
    )
  if (filter.kind?.length) conditions.push(sql`legal_cases.kind = ${anyText(filter.kind)}`)
  if (filter.purpose?.length)
    conditions.push(
      sql`(case_payments.purpose = ${anyText(filter.purpose)}${filter.purpose.includes('counsel') ? sql` or case_payments.assignment_id is not null` : sql``})`,
    )
  if (filter.sameDocument !== undefined)
    conditions.push(filter.sameDocument ? sql`${isPaidAgain}` : sql`not ${isPaidAgain}`)
  if (filter.q) conditions.push(holdsWords(text, filter.q))
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

const within = (column: string, { paidFrom, paidTo }: PaymentFilter) =>
  sql<SqlBool>`(${paidFrom ? sql`${sql.ref(column)} >= ${paidFrom}::date` : sql`true`} and ${paidTo ? sql`${sql.ref(column)} <= ${paidTo}::date` : sql`true`})`

export const paymentsInOrder = (db: Reader, actor: Actor, filter: PaymentFilter, today: Day) =>
  selectPayments(db, actor)
    .where(visibleTo(actor, today))
    .where(knowsMoney(actor))
    .where(matching(filter))
    .where(within('case_payments.paid_on', filter))

export const findStatement = (
  db: Reader,
  actor: Actor,
  filter: PaymentFilter,
  today: Day,
  page: { limit: number; cursor?: string | undefined },
): Promise<PaymentRow[]> => pageOfPayments(paymentsInOrder(db, actor, filter, today), page)

export async function summariseStatement(db: Reader, actor: Actor, filter: PaymentFilter, today: Day) {
  const found = db
    .selectFrom('casePayments')
    .innerJoin('legalCases', 'legalCases.id', 'casePayments.caseId')
    .leftJoin('caseAssignments', 'caseAssignments.id', 'casePayments.assignmentId')
    .leftJoin('lawyers', 'lawyers.id', 'caseAssignments.lawyerId')
    .where(visibleTo(actor, today))
    .where(knowsMoney(actor))
    .where(matching(filter))
  const { count, paid } = await found
    .where(within('case_payments.paid_on', filter))
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(case_payments.amount), 0)::int8`.as('paid'),
    ])
    .executeTakeFirstOrThrow()
  const { refunds, refunded } = await found
    .innerJoin('caseRefunds', 'caseRefunds.paymentId', 'casePayments.id')
    .where(within('case_refunds.refunded_on', filter))
    .select((eb) => [
      eb.fn.countAll<number>().as('refunds'),
      sql<number>`coalesce(sum(case_refunds.amount), 0)::int8`.as('refunded'),
    ])
    .executeTakeFirstOrThrow()
  return { count, paid, refunds, refunded, net: paid - refunded }
}
