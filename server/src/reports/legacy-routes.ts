import { addLegacyTotal, listLegacyTotals, reportLabourSafety, voidLegacyTotal } from '@qorgan/shared/legacy-totals'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { COUNCIL_ID } from '../organisation/service.ts'
import { anyText } from '../platform/db/expressions.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { labourSafetyTable } from './labour-safety.ts'
import { enterTotal, presentTotal, selectTotals, voidTotal } from './legacy-totals.ts'

export function legacyRoutes(app: FastifyInstance): void {
  query(app, reportLabourSafety, () => Promise.resolve(labourSafetyTable()))

  query(app, listLegacyTotals, async ({ db, actor, input }) => {
    const { unit, category, voided, limit, cursor } = input.query
    const after = readCursor(cursor, 2)
    const units = unit?.map((one) => (one === 'council' ? COUNCIL_ID : one))
    const rows = await selectTotals(db, actor)
      .where('legacyTotals.voidedAt', voided ? 'is not' : 'is', null)
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
    return pageOf(
      rows,
      limit,
      (row) => [row.fromOn, row.id],
      (row) => presentTotal(actor, row),
    )
  })

  command(app, addLegacyTotal, (call) => enterTotal(call, call.input.body, call.reply))
  command(app, voidLegacyTotal, (call) => voidTotal(call, call.input.params.id, call.input.body.reason))
}
