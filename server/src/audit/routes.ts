import { listAudit, verifyAudit } from '@qorgan/shared/audit'
import type { FastifyInstance } from 'fastify'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { query } from '../platform/http/route.ts'
import { checkChains, findEvents, presentEvent } from './queries.ts'

export function auditRoutes(app: FastifyInstance): void {
  query(app, listAudit, async ({ db, input: { query } }) => {
    const rows = await findEvents(db, query, query.limit, readCursor(query.cursor, 2))
    return pageOf(rows, query.limit, (row) => [row.place, row.id], presentEvent)
  })

  query(app, verifyAudit, ({ db }) => checkChains(db))
}
