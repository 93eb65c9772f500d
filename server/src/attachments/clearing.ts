import { sql } from 'kysely'
import { recordEvents } from '../audit/service.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Db } from '../platform/db/index.ts'
import { clearIncoming, type FileStore } from '../platform/file-store.ts'
import { reading, writing } from '../platform/http/route.ts'
import { takeAway } from './pending.ts'

const DAY_MS = 86_400_000
/** No upload takes so long. */
const ABANDONED_MS = DAY_MS
/** As long as a backup of the database may be older than one of the files, and still find all of them. */
const REMOVED_MS = 14 * DAY_MS
const AT_ONCE = 50

/**
 * Every hour: what uploads have left behind that ended nowhere, and the bytes of files that were removed a fortnight ago. Several
 * processes may do so at once: taking away what is gone already is no fault, and one of them writes it down.
 */
export async function clearFiles({ db, files, now }: { db: Db; files: FileStore; now: Date }): Promise<void> {
  const before = new Date(now.getTime() - ABANDONED_MS)
  await clearIncoming(files, before)
  await takeAway({ files, writing: writing(db, null), actor: null }, { before })
  const removedBefore = new Date(now.getTime() - REMOVED_MS)
  while ((await clearRemoved(db, files, removedBefore)) === AT_ONCE);
}

/** No transaction is open while the store works. */
async function clearRemoved(db: Db, files: FileStore, before: Date): Promise<number> {
  const { rows } = await reading(
    db,
    null,
  )((tx) =>
    sql<{ id: string; storageKey: string; unitId: string }>`
      select f.id, f.storage_key, coalesce(a.branch_id, c.branch_id) as unit_id
      from attachments f left join appeals a on a.id = f.appeal_id left join legal_cases c on c.id = f.case_id
      where f.removed_at < ${before} and f.cleared_at is null order by f.removed_at limit ${AT_ONCE}`.execute(tx),
  )
  for (const { storageKey } of rows) await files.remove(storageKey)
  await writing(
    db,
    null,
  )(async (tx) => {
    const cleared = await tx
      .updateTable('attachments')
      .set({ clearedAt: sql`now()` })
      .where('id', '=', anyId(rows.map(({ id }) => id)))
      .where('clearedAt', 'is', null)
      .returning('id')
      .execute()
    const ids = new Set(cleared.map(({ id }) => id))
    const events = rows.filter(({ id }) => ids.has(id))
    await recordEvents(
      tx,
      null,
      events.map(({ id, unitId }) => ({ unitId, action: 'attachment.cleared', entity: 'attachment', entityId: id })),
    )
  })
  return rows.length
}
