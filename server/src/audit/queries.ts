import { addDays, type Day } from '@qorgan/shared/dates'
import type { AuditEvent } from '@qorgan/shared/audit'
import { sql } from 'kysely'
import { toBranchId } from '../organisation/service.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import type { Cursor } from '../platform/http/pages.ts'

export interface AuditFilter {
  entity?: readonly string[] | undefined
  entityId?: readonly string[] | undefined
  actorId?: readonly string[] | undefined
  action?: readonly string[] | undefined
  from?: Day | undefined
  to?: Day | undefined
}

/** A day begins in Almaty, as the clock has it. */
const startOf = (day: Day) => sql<Date>`${`${day}T00:00:00+05:00`}::timestamptz`

/** The trail, newest first. `place` keeps the microseconds that a JavaScript date drops: several events share a millisecond. */
export function findEvents(db: Reader, filter: AuditFilter, limit: number, after: Cursor | undefined) {
  return db
    .selectFrom('auditEvents')
    .leftJoin('users', 'users.id', 'auditEvents.actorId')
    .select(['auditEvents.id', 'unitId', 'seq', 'at', 'actorId', 'fullName', 'role', 'action', 'entity', 'entityId'])
    .select(['fields', 'count', 'requestId', 'hash'])
    .select(sql<string>`to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.USOF')`.as('place'))
    .$if(!!filter.entity, (rest) => rest.where('entity', '=', anyText(filter.entity ?? [])))
    .$if(!!filter.entityId, (rest) => rest.where('entityId', '=', anyText(filter.entityId ?? [])))
    .$if(!!filter.actorId, (rest) => rest.where('actorId', '=', anyId(filter.actorId ?? [])))
    .$if(!!filter.action, (rest) => rest.where('action', '=', anyText(filter.action ?? [])))
    .$if(!!filter.from, (rest) => rest.where('at', '>=', startOf(filter.from ?? '')))
    .$if(!!filter.to, (rest) => rest.where('at', '<', startOf(addDays(filter.to ?? '', 1))))
    .where(
      after ? sql<boolean>`(at, audit_events.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql<boolean>`true`,
    )
    .orderBy('at', 'desc')
    .orderBy('auditEvents.id', 'desc')
    .limit(limit + 1)
    .execute()
}

type EventRow = Awaited<ReturnType<typeof findEvents>>[number]

export const presentEvent = (row: EventRow): AuditEvent => ({
  id: row.id,
  unit: presentUnit(row.unitId),
  seq: row.seq,
  at: row.at.toISOString(),
  actor: row.actorId === null ? null : { id: row.actorId, fullName: row.fullName ?? '' },
  role: row.role,
  action: row.action,
  entity: row.entity,
  entityId: row.entityId,
  fields: row.fields,
  count: row.count,
  requestId: row.requestId,
  hash: row.hash.toString('hex'),
})

const presentUnit = (unitId: string): string => toBranchId(unitId) ?? 'council'

interface Broken {
  unitId: string | null
  seq: number | null
  id: string | null
  events: number
}

/** Recomputes every chain. One row without a unit where all of them hold. */
export async function checkChains(db: Reader) {
  // A long trail takes longer than an ordinary statement may.
  await sql`select set_config('statement_timeout', '25s', true)`.execute(db)
  const { rows } = await sql<Broken>`select unit_id, seq, id, events from verify_audit()`.execute(db)
  const [first] = rows
  const firstBroken =
    first?.unitId && first.seq !== null ? { unit: presentUnit(first.unitId), seq: first.seq, id: first.id } : null
  return { ok: firstBroken === null, events: first?.events ?? 0, firstBroken }
}
