import { getEffect, listEffects, summariseEffects } from '@qorgan/shared/effects'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../platform/errors.ts'
import { pageOf } from '../platform/http/pages.ts'
import { query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { findEffect, findEffects, presentEffect, summariseEffectRows } from './queries.ts'

/** Reads of the ledger. What changes it also writes the appeal's log, so it belongs to `appeals`. */
export function effectRoutes(app: FastifyInstance): void {
  query(app, listEffects, async ({ db, actor, input }) => {
    const { limit, cursor, ...filter } = input.query
    const rows = await findEffects(db, actor, filter, { limit, cursor })
    return pageOf(
      rows,
      limit,
      (row) => [row.occurredOn, row.id],
      (row) => presentEffect(actor, row),
    )
  })

  query(app, summariseEffects, ({ db, actor, input }) => summariseEffectRows(db, actor, input.query))

  query(app, getEffect, async ({ db, actor, input }) => {
    const row = isUuid(input.params.id) ? await findEffect(db, actor, input.params.id) : undefined
    if (!row) throw notFound()
    return presentEffect(actor, row)
  })
}
