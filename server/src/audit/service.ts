import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import type { Tx } from '../platform/db/index.ts'

export interface AuditEntry {
  /** The unit whose chain holds it: the record's. */
  unitId: string
  /** `noun.whatHappened`. */
  action: string
  entity: string
  entityId?: string | null
  /** Names of changed fields, never their contents. */
  fields?: readonly string[]
  /** Of a bulk act: how many records, and the hash of what was loaded. */
  count?: number
  contentHash?: string
}

/**
 * Writes who did what, chained to the unit's last event. The last act of a command: it holds the unit's head until the commit.
 * Entries of several units are given at once, so that heads are locked in one order.
 */
export async function recordEvents(tx: Tx, actor: Actor | null, entries: readonly AuditEntry[]): Promise<void> {
  for (const entry of entries.toSorted((a, b) => (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0))) {
    const fields = entry.fields ?? []
    await sql`select record_audit(${entry.unitId}, ${actor?.userId ?? null}, ${actor?.role ?? null}, ${entry.action}, ${entry.entity},
      ${entry.entityId ?? null}, ${sql.val([...fields])}::text[], ${entry.count ?? null}, ${entry.contentHash ?? null}, ${actor?.requestId ?? null})`.execute(
      tx,
    )
  }
}

export const recordEvent = (tx: Tx, actor: Actor | null, entry: AuditEntry): Promise<void> =>
  recordEvents(tx, actor, [entry])

export { changedFields } from './changed-fields.ts'
