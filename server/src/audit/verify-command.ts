import { sql } from 'kysely'
import type { Db } from '../platform/db/index.ts'
import { takeYourTime } from '../platform/db/long-work.ts'
import { enterScope } from '../platform/db/scope.ts'

/** `pnpm qorgan verify-audit`: exit code 0 when every chain holds. */
export async function verifyAuditTrail(db: Db): Promise<number> {
  const { rows } = await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await takeYourTime(tx)
      await enterScope(tx, null)
      return sql<{
        unitId: string | null
        seq: number | null
        events: number
      }>`select unit_id, seq, events from verify_audit()`.execute(tx)
    })
  const broken = rows.filter(({ unitId }) => unitId !== null)
  for (const { unitId, seq } of broken)
    process.stdout.write(`The chain of unit ${unitId} does not hold from event ${seq}.\n`)
  if (broken.length === 0) process.stdout.write(`${rows[0]?.events ?? 0} events, every chain holds.\n`)
  return broken.length === 0 ? 0 : 1
}
