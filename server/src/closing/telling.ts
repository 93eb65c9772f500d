import type { NotificationKind } from '@qorgan/shared/notifications'
import { notify } from '../notifications/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db/index.ts'

interface Telling {
  tx: Tx
  actor: Pick<Actor, 'userId'>
  clock: Clock
}

/** Tells the office of the unit whose report it is; how many people that reached. */
export const tellUnit = (
  { tx, actor, clock }: Telling,
  report: { id: string; unitId: string; periodKey: string; dueOn: string },
  kind: NotificationKind,
): Promise<number> => {
  const { id, unitId, periodKey, dueOn } = report
  return notify(tx, actor, clock, { kind, entity: 'branchReport', entityId: id, params: { periodKey, dueOn }, unitId })
}

export const tellEveryUnit = (
  { tx, actor, clock }: Telling,
  { key, dueOn }: { key: string; dueOn: string },
  kind: NotificationKind,
): Promise<number> =>
  notify(tx, actor, clock, { kind, entity: 'period', entityId: key, params: { periodKey: key, dueOn } })
