import type { Act } from '@qorgan/shared/case-money'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { readCursor } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'
import { ownTo } from './assignments.ts'
import { type PageAsked, personOf } from './people.ts'
import { actCapabilities } from './policy.ts'

const selectActs = (db: Reader, actor: Actor, caseId: string) =>
  db
    .selectFrom('caseActs')
    .innerJoin('caseAssignments', 'caseAssignments.id', 'caseActs.assignmentId')
    .innerJoin('lawyers', 'lawyers.id', 'caseAssignments.lawyerId')
    .select([
      'caseActs.id',
      'caseActs.assignmentId',
      'lawyers.fullName as lawyerName',
      'caseActs.number',
      'caseActs.date',
      'caseActs.amount',
      'caseActs.paid',
      'caseActs.acceptedAt',
      'caseActs.version',
    ])
    .select([
      personOf('case_acts.entered_by').as('enteredBy'),
      personOf<Act['acceptedBy']>('case_acts.accepted_by').as('acceptedBy'),
    ])
    .where('caseActs.caseId', '=', caseId)
    .where(ownTo(actor))
export type ActRow = Awaited<ReturnType<ReturnType<typeof selectActs>['executeTakeFirstOrThrow']>>

export async function findAct(db: Reader, actor: Actor, caseId: string, id: string): Promise<ActRow | undefined> {
  return isUuid(id) ? selectActs(db, actor, caseId).where('caseActs.id', '=', id).executeTakeFirst() : undefined
}

export function findActs(db: Reader, actor: Actor, caseId: string, { limit, cursor }: PageAsked): Promise<ActRow[]> {
  const after = readCursor(cursor, 2)
  return selectActs(db, actor, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(sql<boolean>`(case_acts.date, case_acts.id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`),
    )
    .orderBy('caseActs.date', 'desc')
    .orderBy('caseActs.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What acts of a contract already say is due, but for one of them. */
export async function sumOfActs(db: Reader, assignmentId: string, except: string | null): Promise<number> {
  const { sum } = await db
    .selectFrom('caseActs')
    .select(sql<number>`coalesce(sum(amount), 0)::int8`.as('sum'))
    .where('assignmentId', '=', assignmentId)
    .$if(except !== null, (rest) => rest.where('id', '<>', except ?? ''))
    .executeTakeFirstOrThrow()
  return sum
}

export const placeOfAct = (row: ActRow) => [row.date, row.id]

export const presentAct = (actor: Actor, row: ActRow): Act => ({
  ...row,
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  can: actCapabilities(actor, row),
})
