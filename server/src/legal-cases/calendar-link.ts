import type { Day } from '@qorgan/shared/dates'
import type { Locale } from '@qorgan/shared/fields'
import { sql } from 'kysely'
import { findPerson, findPostActor, hashOf, newToken } from '../accounts/service.ts'
import { recordEvent } from '../audit/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'

/** A person's own link; one that was revoked is none. */
export async function findLink(db: Reader, actor: Actor) {
  const link = await db
    .selectFrom('calendarLinks')
    .select(['createdAt', 'lastUsedAt'])
    .where('userId', '=', actor.userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return { createdAt: link?.createdAt.toISOString() ?? null, lastUsedAt: link?.lastUsedAt?.toISOString() ?? null }
}

/** A new secret, in place of the one before. It leaves once, here; what is kept is its hash. */
export async function makeLink(tx: Tx, actor: Actor): Promise<{ token: string; createdAt: string }> {
  const token = newToken()
  const fresh = { postId: actor.postId, tokenHash: hashOf(token), lastUsedAt: null, revokedAt: null }
  const { createdAt } = await tx
    .insertInto('calendarLinks')
    .values({ userId: actor.userId, ...fresh })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ ...fresh, createdAt: sql`now()` }))
    .returning('createdAt')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, actor, { ...eventOf(actor), action: 'calendarLink.created' })
  return { token, createdAt: createdAt.toISOString() }
}

export async function revokeLink(tx: Tx, actor: Actor): Promise<void> {
  const revoked = await tx
    .updateTable('calendarLinks')
    .set({ revokedAt: sql`now()` })
    .where('userId', '=', actor.userId)
    .where('revokedAt', 'is', null)
    .returning('userId')
    .executeTakeFirst()
  if (revoked) await recordEvent(tx, actor, { ...eventOf(actor), action: 'calendarLink.revoked' })
}

const eventOf = ({ unitId, userId }: Actor) => ({ unitId, entity: 'calendarLink', entityId: userId })

/**
 * Whose calendar an address opens. Unknown, revoked, of a closed account, of a post that is not in force or may not read cases: all the same
 * 404. A demonstration account is known on this machine only, here too.
 */
export async function whoseLink(
  tx: Tx,
  token: string,
  { today, requestId, isFromHere }: { today: Day; requestId: string; isFromHere: boolean },
): Promise<{ owner: Actor; locale: Locale }> {
  const link = await tx
    .selectFrom('calendarLinks')
    .select(['userId', 'postId'])
    .where('tokenHash', '=', hashOf(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  const owner = link && (await findPostActor(tx, link.postId, today, requestId))
  if (!owner || !may(owner, 'legalCases:inspect') || (owner.isDemonstration && !isFromHere)) throw notFound()
  await tx
    .updateTable('calendarLinks')
    .set({ lastUsedAt: sql`now()` })
    .where('userId', '=', owner.userId)
    .execute()
  return { owner, locale: (await findPerson(tx, owner.userId)).locale }
}
