import { addLegacyTotal, type LegacyTotal, listLegacyTotals, reportLabourSafety } from '@qorgan/shared/legacy-totals'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import { anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { AppError, invalidAt } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { newId } from '../platform/ids.ts'
import { labourSafetyTable } from './labour-safety.ts'

export function legacyRoutes(app: FastifyInstance): void {
  query(app, reportLabourSafety, () => Promise.resolve(labourSafetyTable()))

  query(app, listLegacyTotals, async ({ db, actor, input }) => {
    const { unit, category, limit, cursor } = input.query
    const after = readCursor(cursor, 2)
    const units = unit?.map((one) => (one === 'council' ? COUNCIL_ID : one))
    const rows = await selectTotals(db, actor)
      .$if(Boolean(units?.length), (rest) =>
        rest.where(sql<boolean>`coalesce(legacy_totals.unit_id::text, 'union') = ${anyText(units ?? [])}`),
      )
      .$if(Boolean(category?.length), (rest) =>
        rest.where(sql<boolean>`legacy_totals.category = ${anyText(category ?? [])}`),
      )
      .$if(after !== undefined, (rest) =>
        rest.where(
          sql<boolean>`(legacy_totals.from_on, legacy_totals.id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
        ),
      )
      .orderBy('legacyTotals.fromOn', 'desc')
      .orderBy('legacyTotals.id', 'desc')
      .limit(limit + 1)
      .execute()
    return pageOf(rows, limit, (row) => [row.fromOn, row.id], present)
  })

  command(app, addLegacyTotal, async ({ tx, actor, input, clock, reply }) => {
    const { body } = input
    if (body.to < body.from) throw invalidAt('/to', 'field.reversed')
    if (body.to > clock.today()) throw invalidAt('/to', 'field.inFuture')
    if (body.id && !(await claimId(tx, actor, 'legacyTotal', body.id, body))) {
      const existing = await selectTotals(tx, actor).where('legacyTotals.id', '=', body.id).executeTakeFirst()
      if (!existing) throw new AppError('record.idInUse')
      reply.code(200)
      return present(existing)
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
    const row = await selectTotals(tx, actor).where('legacyTotals.id', '=', id).executeTakeFirstOrThrow()
    await recordEvent(tx, actor, {
      unitId: unitId ?? COUNCIL_ID,
      action: 'legacyTotal.entered',
      entity: 'legacyTotal',
      entityId: id,
    })
    return present(row)
  })
}

/** A branch sees its own; those of the whole union are for who sees the union. */
function selectTotals(db: Reader, actor: Actor) {
  return db
    .selectFrom('legacyTotals')
    .innerJoin('users', 'users.id', 'legacyTotals.enteredBy')
    .selectAll('legacyTotals')
    .select('users.fullName')
    .$if(!seesUnion(actor), (rest) => rest.where('legacyTotals.unitId', '=', actor.unitId))
}
type Row = Awaited<ReturnType<ReturnType<typeof selectTotals>['executeTakeFirstOrThrow']>>

const present = (row: Row): LegacyTotal => ({
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
  version: row.version,
  can: {},
})
