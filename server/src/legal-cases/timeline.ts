import type { CaseEventKind, CaseTimelineEntry } from '@qorgan/shared/case-timeline'
import { sql } from 'kysely'
import { anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { readCursor } from '../platform/http/pages.ts'

/** Counsel are not told of the money of others, nor of how they were chosen. */
const forCounsel: readonly CaseEventKind[] = [
  'opened',
  'closed',
  'reopened',
  'hearing_set',
  'hearing_changed',
  'deadline_set',
  'deadline_changed',
  'deadline_checked',
  'deadline_done',
  'note_written',
  'file_added',
  'file_removed',
]

function selectEntries(db: Reader, actor: Actor, caseId: string) {
  return db
    .selectFrom('legalCaseEvents')
    .leftJoin('users', 'users.id', 'legalCaseEvents.actorId')
    .select([
      'legalCaseEvents.id',
      'legalCaseEvents.kind',
      'legalCaseEvents.at',
      'legalCaseEvents.onDate',
      'legalCaseEvents.actorId',
      'users.fullName',
      'legalCaseEvents.text',
      'legalCaseEvents.details',
    ])
    .select(sql<string>`legal_case_events.at::text`.as('place'))
    .where('legalCaseEvents.caseId', '=', caseId)
    .$if(actor.role === 'lawyer', (rest) => rest.where('legalCaseEvents.kind', '=', anyText(forCounsel)))
}
type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['executeTakeFirstOrThrow']>>

export function findCaseTimeline(
  db: Reader,
  actor: Actor,
  caseId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<EntryRow[]> {
  const after = readCursor(cursor, 2)
  return selectEntries(db, actor, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(legal_case_events.at, legal_case_events.id) > (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('legalCaseEvents.at')
    .orderBy('legalCaseEvents.id')
    .limit(limit + 1)
    .execute()
}

export const presentCaseEntry = (row: EntryRow): CaseTimelineEntry => ({
  id: row.id,
  // Written by leaveCaseTrace alone, whose kinds are the contract's.
  kind: row.kind as CaseEventKind,
  at: row.at.toISOString(),
  on: row.onDate,
  actor: row.actorId === null ? null : { id: row.actorId, fullName: row.fullName ?? '' },
  text: row.text,
  details: row.details as Record<string, unknown>,
})
