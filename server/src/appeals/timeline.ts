import type { TimelineEntry } from '@qorgan/shared/timeline'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader } from '../platform/db/index.ts'
import { AppError } from '../platform/errors.ts'
import { readCursor } from '../platform/http/pages.ts'
import { newId } from '../platform/ids.ts'
import { type Acting, lockAbove } from './acting.ts'
import { refuseAction } from './policy.ts'

function selectEntries(db: Reader, appealId: string) {
  return db
    .selectFrom('appealEvents')
    .leftJoin('users', 'users.id', 'appealEvents.actorId')
    .select([
      'appealEvents.id',
      'appealEvents.kind',
      'appealEvents.at',
      'appealEvents.onDate',
      'appealEvents.actorId',
      'users.fullName',
      'appealEvents.text',
      'appealEvents.details',
    ])
    .select(sql<string>`appeal_events.at::text`.as('place'))
    .where('appealEvents.appealId', '=', appealId)
}
type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['executeTakeFirstOrThrow']>>

export function findTimeline(
  db: Reader,
  appealId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<EntryRow[]> {
  const after = readCursor(cursor, 2)
  return selectEntries(db, appealId)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(appeal_events.at, appeal_events.id) > (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('appealEvents.at')
    .orderBy('appealEvents.id')
    .limit(limit + 1)
    .execute()
}

/** An entry of an appeal's log. What it says of a case is for those who may know which one it is. */
export const presentEntry = (row: EntryRow, knowsCase = true): TimelineEntry => ({
  id: row.id,
  kind: row.kind,
  at: row.at.toISOString(),
  on: row.onDate,
  actor: row.actorId === null ? null : { id: row.actorId, fullName: row.fullName ?? '' },
  text: row.text,
  details: !knowsCase && row.kind.startsWith('case_') ? {} : (row.details as Record<string, unknown>),
})

/** A note is an entry of the log and nothing more; it leaves the appeal's version. */
export async function writeNote(
  acting: Acting,
  note: { id?: string | undefined; text: string },
): Promise<{ entry: TimelineEntry; isNew: boolean }> {
  const { tx, actor, today } = acting
  const appeal = await lockAbove(acting)
  const id = note.id ?? newId()
  const isNew = note.id === undefined || (await claimId(tx, actor, 'note', id, { ...note, appealId: appeal.id }))
  if (isNew) refuseAction(actor, appeal, 'notes')
  if (isNew)
    await tx
      .insertInto('appealEvents')
      .values({
        id,
        appealId: appeal.id,
        branchId: appeal.branchId,
        kind: 'noted',
        onDate: today,
        actorId: actor.userId,
        text: note.text,
      })
      .execute()
  const row = await selectEntries(tx, appeal.id).where('appealEvents.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('record.idInUse')
  if (isNew)
    await recordEvent(tx, actor, {
      unitId: appeal.branchId,
      action: 'appeal.noted',
      entity: 'appeal',
      entityId: appeal.id,
    })
  return { entry: presentEntry(row), isNew }
}
