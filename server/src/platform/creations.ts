import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Actor } from './auth/actor.ts'
import type { Tx } from './db/index.ts'
import { AppError } from './errors.ts'

/**
 * Takes a client's own id for a new record. True: it is free, go on. False: the same person sent the same body before, answer with
 * the record. A second request at the same moment waits here for the first. Anything else under a used id is 409 `record.idInUse`.
 */
export async function claimId(tx: Tx, actor: Actor, entity: string, id: string, body: unknown): Promise<boolean> {
  const bodyHash = createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest()
  const claimed = await tx
    .insertInto('creations')
    .values({ id, entity, userId: actor.userId, bodyHash })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (claimed) return true
  const first = await tx
    .selectFrom('creations')
    .select(['entity', 'userId', 'bodyHash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (first.entity !== entity || first.userId !== actor.userId || !first.bodyHash.equals(bodyHash))
    throw new AppError('record.idInUse')
  return false
}
