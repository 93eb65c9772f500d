import type { Assignment } from '@qorgan/shared/case-money'
import type { Day } from '@qorgan/shared/dates'
import { type ExpressionBuilder, sql } from 'kysely'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import type { DB, Reader } from '../platform/db/index.ts'
import { readCursor } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'
import { type PageAsked, personOf } from './people.ts'
import { assignmentCapabilities } from './policy.ts'

/** Of a case that the actor sees: counsel are told of their own contracts alone. Row-level security says it again. */
export const ownTo = (actor: Actor) => (eb: ExpressionBuilder<DB, 'caseAssignments'>) =>
  databaseRoleOf(actor) === 'qorgan_lawyer'
    ? eb(
        'caseAssignments.lawyerId',
        'in',
        eb.selectFrom('lawyers').select('lawyers.id').where('lawyers.userId', '=', actor.userId),
      )
    : eb.lit(true)

const addenda = sql<
  Assignment['addenda']
>`coalesce((select json_agg(json_build_object('id', d.id, 'number', d.number, 'date', d.date,
    'feeChange', d.fee_change, 'reason', d.reason, 'enteredBy', ${personOf('d.entered_by')}) order by d.date, d.created_at, d.id)
  from case_addenda d where d.assignment_id = case_assignments.id), '[]')`

const selectAssignments = (db: Reader, actor: Actor, caseId: string) =>
  db
    .selectFrom('caseAssignments')
    .innerJoin('lawyers', 'lawyers.id', 'caseAssignments.lawyerId')
    .select([
      'caseAssignments.id',
      'caseAssignments.lawyerId',
      'lawyers.fullName as lawyerName',
      'caseAssignments.conflictCheckId',
      'caseAssignments.contractNumber',
      'caseAssignments.contractDate',
      'caseAssignments.stage',
      'caseAssignments.fee',
      'caseAssignments.paid',
      'caseAssignments.accepted',
      'caseAssignments.endedOn',
      'caseAssignments.endReason',
      'caseAssignments.version',
    ])
    .select(addenda.as('addenda'))
    .where('caseAssignments.caseId', '=', caseId)
    .where(ownTo(actor))
export type AssignmentRow = Awaited<ReturnType<ReturnType<typeof selectAssignments>['executeTakeFirstOrThrow']>>

export async function findAssignment(
  db: Reader,
  actor: Actor,
  caseId: string,
  id: string,
): Promise<AssignmentRow | undefined> {
  return isUuid(id)
    ? selectAssignments(db, actor, caseId).where('caseAssignments.id', '=', id).executeTakeFirst()
    : undefined
}

/** The earliest day of an act, a payment or an addendum under a contract: it was signed by then. */
export async function firstUseOf(db: Reader, assignmentId: string): Promise<Day | null> {
  const { rows } = await sql<{ first: Day | null }>`select least(
      (select min(a.date) from case_acts a where a.assignment_id = ${assignmentId}),
      (select min(p.paid_on) from case_payments p where p.assignment_id = ${assignmentId} and p.voided_at is null),
      (select min(d.date) from case_addenda d where d.assignment_id = ${assignmentId})) as first`.execute(db)
  return rows[0]?.first ?? null
}

export function findAssignments(
  db: Reader,
  actor: Actor,
  caseId: string,
  { limit, cursor }: PageAsked,
): Promise<AssignmentRow[]> {
  const after = readCursor(cursor, 2)
  return selectAssignments(db, actor, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(case_assignments.contract_date, case_assignments.id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('caseAssignments.contractDate', 'desc')
    .orderBy('caseAssignments.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const placeOfAssignment = (row: AssignmentRow) => [row.contractDate, row.id]

export const presentAssignment = (actor: Actor, row: AssignmentRow): Assignment => ({
  ...row,
  can: assignmentCapabilities(actor, row),
})
