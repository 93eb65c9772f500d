import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant } from './fields.ts'
import { flag, page, pageQuery } from './pagination.ts'

export const NotificationKind = z
  .enum([
    'branchReport.reminded',
    'branchReport.submitted',
    'branchReport.returned',
    'branchReport.accepted',
    'period.closed',
    'period.reopened',
  ])
  .meta({ id: 'NotificationKind', description: '`branchReport.submitted`: by the council, for the unit.' })
export type NotificationKind = z.output<typeof NotificationKind>

/** Told to one person in a post of theirs; told again before it is read, it is renewed. Each language makes its own sentence of it; it holds no personal data and no contents. */
export const Notification = z
  .object({
    id: Id,
    kind: NotificationKind,
    entity: z.enum(['branchReport', 'period']),
    entityId: z.string(),
    params: z.object({ periodKey: z.string(), dueOn: Day }),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof Notification>

const Unread = z.int().meta({ description: 'How many of the caller’s are unread.' })

export const listNotifications = defineRoute({
  method: 'GET',
  path: '/notifications',
  access: 'signed-in',
  summary: 'What the caller is told in the active post, newest first',
  query: z.strictObject({ unread: flag, ...pageQuery() }),
  response: page(Notification).extend({ unread: Unread }),
})
export const readNotification = defineRoute({
  method: 'POST',
  path: '/notifications/:id/read',
  access: 'signed-in',
  summary: 'Mark one as read; again changes nothing',
  response: Notification,
})
export const readNotifications = defineRoute({
  method: 'POST',
  path: '/notifications/read',
  access: 'signed-in',
  summary: 'Mark all as read',
  response: z.object({ unread: Unread }),
})
