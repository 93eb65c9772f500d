import { sql } from 'kysely'
import type { Tx } from '../platform/db/index.ts'

const CALENDAR_LOCK = 7_206_174_732

/** Changes of the calendar one after another: each computes due dates from all that was changed before it. */
export async function lockCalendar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CALENDAR_LOCK})`.execute(tx)
}

/**
 * Holds the calendar as it is until the commit, shared with everybody who only counts by it. Without it a day that is set while an
 * appeal is being registered would be counted neither by the registration nor by the recomputation.
 */
export async function holdCalendar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${CALENDAR_LOCK})`.execute(tx)
}
