import type { Notification } from '@qorgan/shared/notifications'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'

export type News = Pick<Notification, 'kind' | 'entity' | 'entityId' | 'params'> & {
  /** Of whose office the people are; every unit's without it. */
  unitId?: string
}

/**
 * Tells those who hold the office of a unit today, a branch's or the council's, but not whoever acts; how many they are. In the transaction
 * of the change, before its audit event: what is undone was never told. As the system, since nobody sees or writes what others are told.
 */
export const notify = (tx: Tx, actor: Actor, clock: Clock, news: News): Promise<number> =>
  asSystem(tx, actor, () => tell(tx, actor.userId, clock, news))

/** Told again before it is read, it is renewed, and a letter goes again. */
export async function tell(tx: Tx, byUserId: string, clock: Clock, news: News): Promise<number> {
  const { kind, entity, entityId, params, unitId } = news
  const told = await sql`
    insert into notifications (user_id, unit_id, kind, entity, entity_id, params, created_at)
    select distinct p.user_id, p.unit_id, ${kind}, ${entity}, ${entityId}, ${JSON.stringify(params)}::jsonb, ${clock.now()}::timestamptz
    from posts p join users u on u.id = p.user_id and u.active
    where p.role in ('branch_chair', 'branch_specialist', 'council_head', 'council_specialist') and p.user_id <> ${byUserId}
      and p.from_on <= ${clock.today()} and (p.to_on is null or p.to_on >= ${clock.today()}) ${unitId ? sql`and p.unit_id = ${unitId}` : sql``}
    on conflict (user_id, unit_id, kind, entity_id) where read_at is null
      do update set params = excluded.params, created_at = excluded.created_at, mailed_at = null`.execute(tx)
  return Number(told.numAffectedRows)
}
