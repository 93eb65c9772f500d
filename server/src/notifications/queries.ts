import type { Notification } from '@qorgan/shared/notifications'
import type { Permission } from '@qorgan/shared/permissions'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import { anyText } from '../platform/db/expressions.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'
import type { Cursor } from '../platform/http/pages.ts'

const readPermissions = { branchReport: 'closing:read', period: 'closing:read' } as const satisfies Record<
  Notification['entity'],
  Permission
>

/** A person's own, of the unit in which they act, and of records that their post reads: another post of theirs may not know them. */
const visibleTo =
  (actor: Actor) =>
  (eb: ExpressionBuilder<DB, 'notifications'>): Expression<SqlBool> => {
    const { userId, unitId } = actor
    const known = Object.entries(readPermissions).flatMap(([entity, permission]) =>
      may(actor, permission) ? [entity] : [],
    )
    return eb.and([eb.and({ userId, unitId }), sql<SqlBool>`notifications.entity = ${anyText(known)}`])
  }

const notifications = (db: Reader, actor: Actor) =>
  db
    .selectFrom('notifications')
    .select(['id', 'kind', 'entity', 'entityId', 'params', 'createdAt', 'readAt'])
    // A Date keeps milliseconds, PostgreSQL microseconds: the place in a list is exact.
    .select(sql<string>`created_at::text`.as('place'))
    .where(visibleTo(actor))
export type NotificationRow = Awaited<ReturnType<ReturnType<typeof notifications>['executeTakeFirstOrThrow']>>

export const findNotification = (db: Reader, actor: Actor, id: string): Promise<NotificationRow | undefined> =>
  notifications(db, actor).where('id', '=', id).executeTakeFirst()

export function findNotifications(
  db: Reader,
  actor: Actor,
  { unread, limit, after }: { unread?: boolean | undefined; limit: number; after: Cursor | undefined },
): Promise<NotificationRow[]> {
  return notifications(db, actor)
    .$if(unread !== undefined, (rest) => rest.where('readAt', unread ? 'is' : 'is not', null))
    .$if(after !== undefined, (rest) =>
      rest.where(sql<boolean>`(created_at, id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function countUnread(db: Reader, actor: Actor): Promise<number> {
  const { unread } = await db
    .selectFrom('notifications')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where(visibleTo(actor))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** One, or all; those that were still unread. */
export async function markRead(tx: Tx, actor: Actor, at: Date, id?: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notifications')
    .set({ readAt: at })
    .where(visibleTo(actor))
    .where('readAt', 'is', null)
    .$if(id !== undefined, (rest) => rest.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export const presentNotification = ({ place: _place, ...row }: NotificationRow): Notification => ({
  ...row,
  params: row.params as Notification['params'],
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
})
