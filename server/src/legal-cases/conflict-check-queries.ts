import type { ConflictCheck, ConflictDecision, ConflictMatch } from '@qorgan/shared/lawyers'
import { type SqlBool, sql } from 'kysely'
import { type Actor, databaseRoleOf, may } from '../platform/auth/actor.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { readCursor } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'
import { isRightMoment, type Workable } from './policy.ts'

const person = (column: string) =>
  sql<{
    id: string
    fullName: string
  }>`(select json_build_object('id', u.id, 'fullName', u.full_name) from users u where u.id = ${sql.ref(column)})`

/** Cases that a match names and that the actor may not read: they know of a conflict there, and not whose it is. */
const closedToActor = (actor: Actor) =>
  sql<
    string[]
  >`array(select c.id from jsonb_array_elements(conflict_checks.matches) m join legal_cases c on c.id = (m->>'caseId')::uuid
    where c.restricted and not ${sql<SqlBool>`(${actor.role === 'legal_head'} or (c.opened_by = ${actor.userId} and ${databaseRoleOf(actor) === 'qorgan_legal'})
      or exists (select from named_cases() id where id = c.id))`})`

const selectChecks = (db: Reader, actor: Actor, caseId: string) =>
  db
    .selectFrom('conflictChecks')
    .innerJoin('lawyers', 'lawyers.id', 'conflictChecks.lawyerId')
    .select([
      'conflictChecks.id',
      'conflictChecks.lawyerId',
      'lawyers.fullName as lawyerName',
      'conflictChecks.matches',
      'conflictChecks.decision',
      'conflictChecks.reason',
      'conflictChecks.chairUnderAccused',
      'conflictChecks.decidedAt',
      'conflictChecks.createdAt',
      'conflictChecks.version',
    ])
    .select([
      closedToActor(actor).as('closedCases'),
      person('conflict_checks.checked_by').as('checkedBy'),
      person('conflict_checks.decided_by').$castTo<ConflictCheck['decidedBy']>().as('decidedBy'),
      // A Date keeps milliseconds, PostgreSQL microseconds: the place in a list is exact.
      sql<string>`conflict_checks.created_at::text`.as('place'),
    ])
    .where('conflictChecks.caseId', '=', caseId)
export type CheckRow = Awaited<ReturnType<ReturnType<typeof selectChecks>['executeTakeFirstOrThrow']>>

export async function findCheck(db: Reader, actor: Actor, caseId: string, id: string): Promise<CheckRow | undefined> {
  return isUuid(id) ? selectChecks(db, actor, caseId).where('conflictChecks.id', '=', id).executeTakeFirst() : undefined
}

export function findChecks(
  db: Reader,
  actor: Actor,
  caseId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<CheckRow[]> {
  const after = readCursor(cursor, 2)
  return selectChecks(db, actor, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(conflict_checks.created_at, conflict_checks.id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('conflictChecks.createdAt', 'desc')
    .orderBy('conflictChecks.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function presentCheck(actor: Actor, { closedCases, place: _place, ...row }: CheckRow, legalCase: Workable) {
  const matches = row.matches as ConflictMatch[]
  return {
    ...row,
    matches: matches.map((match) => (match.caseId && closedCases.includes(match.caseId) ? withoutCase(match) : match)),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    can: {
      decide: row.decision === null && may(actor, 'legalCases:work') && isRightMoment(legalCase, 'conflict-checks'),
    },
  } satisfies ConflictCheck
}

/** Without the number too: beside a name it would say who is defended in a restricted case. */
const withoutCase = (match: ConflictMatch): ConflictMatch => ({
  ...match,
  caseId: null,
  caseNumber: null,
  ...(match.kind === 'opponent_is_client' && { name: '***', memberId: null }),
})

/** What the named check of this case and counsel says, and what the last decided one does. */
export async function findDecisions(
  tx: Tx,
  caseId: string,
  lawyerId: string,
  checkId: string,
): Promise<{ own: { decision: ConflictDecision | null } | undefined; latest: ConflictDecision | undefined }> {
  const checks = await tx
    .selectFrom('conflictChecks')
    .select(['id', 'decision'])
    .where('caseId', '=', caseId)
    .where('lawyerId', '=', lawyerId)
    .orderBy(sql`decided_at desc nulls last`)
    .execute()
  return {
    own: checks.find(({ id }) => id === checkId),
    latest: checks.find((one) => one.decision)?.decision ?? undefined,
  }
}

/** Members whose surname, and the first letter of whose given name, are among those words. */
export const findNamesakes = (tx: Tx, surnames: readonly string[], letters: readonly string[]) =>
  tx
    .selectFrom('members')
    .select(['id', 'lastName', 'firstName', 'patronymic'])
    .where(sql<SqlBool>`fold(last_name) = ${anyText(surnames)}`)
    .where(sql<SqlBool>`left(fold(first_name), 1) = ${anyText(letters)}`)
    .orderBy('id')
    .limit(500)
    .execute()

/** Other cases in which these people are defended. */
export const findOtherCasesOf = (tx: Tx, caseId: string, memberIds: readonly string[]) =>
  tx
    .selectFrom('legalCaseMembers')
    .innerJoin('legalCases', 'legalCases.id', 'legalCaseMembers.caseId')
    .select(['legalCaseMembers.memberId', 'legalCases.id as caseId', 'legalCases.number'])
    .where('legalCaseMembers.memberId', '=', anyId(memberIds))
    .where('legalCases.id', '<>', caseId)
    .orderBy('legalCases.openedOn', 'desc')
    .orderBy('legalCases.id')
    .execute()

export const findPeopleOf = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('legalCaseMembers')
    .innerJoin('members', 'members.id', 'legalCaseMembers.memberId')
    .select(['members.id', 'members.lastName', 'members.firstName', 'members.patronymic'])
    .where('legalCaseMembers.caseId', '=', caseId)
    .execute()

/** Whom counsel acted against in other cases, also in ended contracts. */
export const findOpponentsOf = (tx: Tx, lawyerId: string, caseId: string) =>
  tx
    .selectFrom('caseAssignments')
    .innerJoin('legalCases', 'legalCases.id', 'caseAssignments.caseId')
    .innerJoin('legalCaseContents', 'legalCaseContents.caseId', 'legalCases.id')
    .select(['legalCases.id as caseId', 'legalCases.number', 'legalCaseContents.opposingParty'])
    .distinct()
    .where('caseAssignments.lawyerId', '=', lawyerId)
    .where('legalCases.id', '<>', caseId)
    .where('legalCaseContents.opposingParty', 'is not', null)
    .execute()

/** Employers of counsel, and whether the case is about one of them: the appeal's, or a member's own. */
export const findEmployersOf = (tx: Tx, { id, appealId }: { id: string; appealId: string }, ids: readonly string[]) =>
  tx
    .selectFrom('employers')
    .select(['id', 'nameRu', 'nameKk', 'nameEn', 'bin'])
    .select(
      sql<boolean>`(exists (select from appeals a where a.id = ${appealId} and a.employer_id = employers.id)
        or exists (select from legal_case_members p join members m on m.id = p.member_id join primary_organisations o on o.id = m.primary_organisation_id
          where p.case_id = ${id} and o.employer_id = employers.id))`.as('isOfCase'),
    )
    .where('id', '=', anyId(ids))
    .orderBy('id')
    .execute()
