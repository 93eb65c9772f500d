import type { Reader } from '../platform/db/index.ts'
import { withLevels } from '../reports/service.ts'

/** What a record falls into by its day, and which levels are counted there. */
export async function findClosedPeriods(db: Reader) {
  const rows = await db
    .selectFrom('reportingPeriods')
    .select(['key', 'fromOn as from', 'toOn as to'])
    .where('status', '=', 'closed')
    .orderBy('key', 'desc')
    .execute()
  return withLevels(db, rows)
}
