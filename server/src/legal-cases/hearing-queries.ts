import type { Hearing } from '@qorgan/shared/hearings'
import { sql } from 'kysely'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { needsNextStep } from './filters.ts'

function selectHearings(db: Reader, caseId: string) {
  return db
    .selectFrom('hearings as h')
    .select([
      'h.id',
      'h.startsAt',
      'h.court',
      'h.courtCaseNumber',
      'h.judge',
      'h.stage',
      'h.result',
      'h.nextStep',
      'h.version',
      'h.createdAt',
    ])
    .select([sql<boolean>`${needsNextStep}`.as('needsNextStep'), sql<string>`h.starts_at::text`.as('place')])
    .where('h.caseId', '=', caseId)
}
export type HearingRow = Awaited<ReturnType<ReturnType<typeof selectHearings>['executeTakeFirstOrThrow']>>

export function findHearings(
  db: Reader,
  caseId: string,
  limit: number,
  after: Cursor | undefined,
): Promise<HearingRow[]> {
  return selectHearings(db, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(sql<boolean>`(h.starts_at, h.id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`),
    )
    .orderBy('h.startsAt', 'desc')
    .orderBy('h.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const findHearing = (db: Reader, caseId: string, id: string): Promise<HearingRow | undefined> =>
  selectHearings(db, caseId).where('h.id', '=', id).executeTakeFirst()

/** The case is locked before it, so nobody else changes its hearings; what is judged is what will be changed. */
export const lockHearing = (tx: Tx, caseId: string, id: string): Promise<HearingRow | undefined> =>
  selectHearings(tx, caseId).where('h.id', '=', id).forUpdate().executeTakeFirst()

/** A closed case waits for no next step. */
export const presentHearing = (
  { needsNextStep: needs, place: _, startsAt, createdAt, ...row }: HearingRow,
  { isOpen, mayEdit }: { isOpen: boolean; mayEdit: boolean },
): Hearing => ({
  ...row,
  startsAt: startsAt.toISOString(),
  needsNextStep: needs && isOpen,
  createdAt: createdAt.toISOString(),
  can: { edit: mayEdit },
})
