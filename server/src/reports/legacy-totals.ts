import type { RouteInput } from '@qorgan/shared/contract'
import type { addLegacyTotal, LegacyTotal } from '@qorgan/shared/legacy-totals'
import type { FastifyReply } from 'fastify'
import { recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import { type Actor, may, seesUnion } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'

interface Acting {
  tx: Tx
  actor: Actor
  clock: Clock
}

/** Keeps a printed figure with its source. It may overlap no other of the same unit, level and category (409). */
export async function enterTotal(
  { tx, actor, clock }: Acting,
  body: RouteInput<typeof addLegacyTotal>['body'],
  reply: FastifyReply,
): Promise<LegacyTotal> {
  if (body.to < body.from) throw invalidAt('/to', 'field.reversed')
  if (body.to > clock.today()) throw invalidAt('/to', 'field.inFuture')
  if (body.id && !(await claimId(tx, actor, 'legacyTotal', body.id, body))) {
    const existing = await selectTotals(tx, actor).where('legacyTotals.id', '=', body.id).executeTakeFirst()
    if (!existing) throw new AppError('record.idInUse')
    reply.code(200)
    return presentTotal(actor, existing)
  }
  const unitId = body.unit === 'union' ? null : body.unit === 'council' ? COUNCIL_ID : body.unit
  if (unitId && !(await tx.selectFrom('units').select('id').where('id', '=', unitId).executeTakeFirst()))
    throw invalidAt('/unit', 'field.absent')
  const id = body.id ?? newId()
  await tx
    .insertInto('legacyTotals')
    .values({
      id,
      unitId,
      level: body.level ?? null,
      category: body.category,
      fromOn: body.from,
      toOn: body.to,
      count: body.count,
      effect: body.effect,
      people: body.people ?? null,
      source: body.source,
      footnote: body.footnote ?? null,
      enteredBy: actor.userId,
    })
    .execute()
  return leaveTrace(tx, actor, id, unitId, 'legacyTotal.entered')
}

/** It leaves the list and every report; what was printed on it stays as it was. */
export async function voidTotal(
  { tx, actor, clock, ifMatch }: Acting & { ifMatch: IfMatch },
  id: string,
  reason: string,
): Promise<LegacyTotal> {
  const row = isUuid(id)
    ? await selectTotals(tx, actor).where('legacyTotals.id', '=', id).forUpdate('legacyTotals').executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  requireVersion(ifMatch, row.version)
  if (row.voidedAt) throw new AppError('legacyTotal.voided')
  await tx
    .updateTable('legacyTotals')
    .set({ voidedAt: clock.now(), voidedBy: actor.userId, voidReason: reason, version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  return leaveTrace(tx, actor, id, row.unitId, 'legacyTotal.voided')
}

async function leaveTrace(tx: Tx, actor: Actor, id: string, unitId: string | null, action: string) {
  const row = await selectTotals(tx, actor).where('legacyTotals.id', '=', id).executeTakeFirstOrThrow()
  await recordEvent(tx, actor, { unitId: unitId ?? COUNCIL_ID, action, entity: 'legacyTotal', entityId: id })
  return presentTotal(actor, row)
}

/** A branch sees its own; those of the whole union are for who sees the union. */
export function selectTotals(db: Reader, actor: Actor) {
  return db
    .selectFrom('legacyTotals')
    .innerJoin('users', 'users.id', 'legacyTotals.enteredBy')
    .selectAll('legacyTotals')
    .select('users.fullName')
    .$if(!seesUnion(actor), (rest) => rest.where('legacyTotals.unitId', '=', actor.unitId))
}
type Row = Awaited<ReturnType<ReturnType<typeof selectTotals>['executeTakeFirstOrThrow']>>

export const presentTotal = (actor: Actor, row: Row): LegacyTotal => ({
  id: row.id,
  unit: row.unitId === null ? 'union' : row.unitId === COUNCIL_ID ? 'council' : row.unitId,
  level: row.level,
  category: row.category,
  from: row.fromOn,
  to: row.toOn,
  count: row.count,
  effect: row.effect,
  people: row.people,
  source: row.source,
  footnote: row.footnote,
  enteredBy: { id: row.enteredBy, fullName: row.fullName },
  createdAt: row.createdAt.toISOString(),
  voidedAt: row.voidedAt?.toISOString() ?? null,
  voidReason: row.voidReason,
  version: row.version,
  can: { void: row.voidedAt === null && may(actor, 'legacyTotals:write') },
})
