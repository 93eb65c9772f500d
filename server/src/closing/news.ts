import type { NotificationKind } from '@qorgan/shared/notifications'
import type { News } from '../notifications/service.ts'

/** For the office of the unit whose report it is. */
export const newsOfReport = (
  kind: NotificationKind,
  { id, unitId, periodKey, dueOn }: { id: string; unitId: string; periodKey: string; dueOn: string },
): News => ({ kind, entity: 'branchReport', entityId: id, params: { periodKey, dueOn }, unitId })

export const newsOfPeriod = (kind: NotificationKind, { key, dueOn }: { key: string; dueOn: string }): News => ({
  kind,
  entity: 'period',
  entityId: key,
  params: { periodKey: key, dueOn },
})
