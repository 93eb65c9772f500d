import type { AppealEventKind } from '@qorgan/shared/timeline'
import type { Day } from '@qorgan/shared/dates'
import { type DueDate, type DueEvent, dueDate } from '@qorgan/shared/due-dates'
import type { WorkingCalendar } from '@qorgan/shared/working-days'
import { findCalendar } from '../deadlines/service.ts'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import { insertMany } from '../platform/db/bulk.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { newId } from '../platform/ids.ts'

export interface LogEntry {
  appealId: string
  branchId: string
  kind: AppealEventKind
  onDate: Day
  text?: string | null | undefined
  details?: Record<string, unknown>
}

/** Writes into the logs of appeals; their dates follow from it, so it is written before they are computed. */
export async function log(tx: Tx, actor: Actor | null, entries: readonly LogEntry[]): Promise<string[]> {
  const rows = entries.map((entry) => ({
    id: newId(),
    appealId: entry.appealId,
    branchId: entry.branchId,
    kind: entry.kind,
    onDate: entry.onDate,
    actorId: actor?.userId ?? null,
    text: entry.text ?? null,
    details: entry.details ?? {},
  }))
  await insertMany(tx, 'appealEvents', rows)
  return rows.map((row) => row.id)
}

const datingKinds = ['registered', 'extended', 'suspended', 'resumed', 'reopened'] as const

interface DatingRow {
  kind: string
  onDate: Day
  details: unknown
}

/** What the log says about the due date, in the words of the rule. A correction of what was registered stands in its place. */
export function datingEvents(rows: readonly DatingRow[]): DueEvent[] {
  const corrected = rows.findLast((row) => row.kind === 'edited')
  const correction = (corrected?.details as { dating?: object } | undefined)?.dating
  return rows
    .filter((row) => row.kind !== 'edited')
    .map(
      (row) =>
        ({
          ...(row.details as object),
          on: row.onDate,
          ...(row.kind === 'registered' && correction),
          kind: row.kind,
        }) as DueEvent,
    )
}

export function findDatingRowsOf(db: Reader, appealIds: readonly string[]) {
  return db
    .selectFrom('appealEvents')
    .select(['appealId', 'kind', 'onDate', 'details'])
    .where('appealId', '=', anyId(appealIds))
    .where((eb) => eb.or([eb('kind', 'in', [...datingKinds]), sql<boolean>`kind = 'edited' and details ? 'dating'`]))
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The due date of an appeal by its log as it stands, and the calendar as it stands. */
export async function computeDue(db: Reader, appealId: string, calendar?: WorkingCalendar): Promise<DueDate> {
  const events = datingEvents(await findDatingRowsOf(db, [appealId]))
  return dueDate({ calendar: calendar ?? (await findCalendar(db)), events })
}
