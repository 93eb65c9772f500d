import { addHearing, changeHearing, listHearings } from '@qorgan/shared/hearings'
import type { FastifyInstance } from 'fastify'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { seenCase } from './acting.ts'
import { findHearings } from './hearing-queries.ts'
import { rewriteHearing, setHearing, shown } from './hearings.ts'

export function hearingRoutes(app: FastifyInstance): void {
  query(app, listHearings, async ({ db, actor, input: { params, query }, clock }) => {
    const row = await seenCase(db, actor, params.id, clock.today())
    return pageOf(
      await findHearings(db, row.id, query.limit, readCursor(query.cursor, 2)),
      query.limit,
      (hearing) => [hearing.place, hearing.id],
      (hearing) => shown(actor, row, hearing),
    )
  })

  command(app, addHearing, async ({ tx, actor, input: { params, body }, clock, reply }) => {
    const acting = { tx, actor, caseId: params.id, today: clock.today(), clock }
    const { hearing, isNew } = await setHearing(acting, body)
    if (!isNew) reply.code(200)
    return hearing
  })

  command(app, changeHearing, ({ tx, actor, input: { params, body }, ifMatch, clock }) =>
    rewriteHearing({ tx, actor, caseId: params.id, today: clock.today(), clock, ifMatch }, params.itemId, body),
  )
}
