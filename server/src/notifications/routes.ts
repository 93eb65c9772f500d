import { listNotifications, readNotification, readNotifications } from '@qorgan/shared/notifications'
import type { FastifyInstance } from 'fastify'
import { recordEvent } from '../audit/service.ts'
import { notFound } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { countUnread, findNotification, findNotifications, markRead, presentNotification } from './queries.ts'

const read = { action: 'notification.read', entity: 'notification', fields: ['readAt'] }

export function notificationRoutes(app: FastifyInstance): void {
  query(app, listNotifications, async ({ db, actor, input: { query } }) => {
    const rows = await findNotifications(db, actor, { ...query, after: readCursor(query.cursor, 2) })
    const page = pageOf(rows, query.limit, (row) => [row.place, row.id], presentNotification)
    return { ...page, unread: await countUnread(db, actor) }
  })

  command(app, readNotification, async ({ tx, actor, input, clock }) => {
    const { id } = input.params
    const count = isUuid(id) ? await markRead(tx, actor, clock.now(), id) : 0
    const row = isUuid(id) ? await findNotification(tx, actor, id) : undefined
    if (!row) throw notFound()
    if (count > 0) await recordEvent(tx, actor, { ...read, unitId: actor.unitId, entityId: row.id })
    return presentNotification(row)
  })

  command(app, readNotifications, async ({ tx, actor, clock }) => {
    const count = await markRead(tx, actor, clock.now())
    const unread = await countUnread(tx, actor)
    if (count > 0) await recordEvent(tx, actor, { ...read, unitId: actor.unitId, count })
    return { unread }
  })
}
