import {
  addCaseDeadline,
  changeCaseDeadline,
  checkCaseDeadline,
  doneCaseDeadline,
  listCaseDeadlines,
} from '@qorgan/shared/legal-terms'
import type { FastifyInstance } from 'fastify'
import { findCalendar } from '../deadlines/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db/index.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, type IfMatch, query } from '../platform/http/route.ts'
import { seenCase } from './acting.ts'
import { findDeadlines, placeOfDeadline } from './deadline-queries.ts'
import { checkDeadline, meetDeadline, rewriteDeadline, setDeadline, shownDeadline } from './deadlines.ts'

export function caseDeadlineRoutes(app: FastifyInstance): void {
  query(app, listCaseDeadlines, async ({ db, actor, input: { params, query }, clock }) => {
    const today = clock.today()
    const row = await seenCase(db, actor, params.id, today)
    const calendar = await findCalendar(db)
    return pageOf(
      await findDeadlines(db, row.id, query.limit, readCursor(query.cursor, 3)),
      query.limit,
      placeOfDeadline,
      (deadline) => shownDeadline({ actor, today }, row, deadline, calendar),
    )
  })

  command(app, addCaseDeadline, async (call) => {
    const { deadline, isNew } = await setDeadline(actingOn(call), call.input.body)
    if (!isNew) call.reply.code(200)
    return deadline
  })

  command(app, changeCaseDeadline, (call) => rewriteDeadline(actingOn(call), call.input.params.itemId, call.input.body))
  command(app, checkCaseDeadline, (call) => checkDeadline(actingOn(call), call.input.params.itemId))
  command(app, doneCaseDeadline, (call) =>
    meetDeadline(actingOn(call), call.input.params.itemId, call.input.body.doneOn),
  )
}

interface OnOneCase {
  tx: Tx
  actor: Actor
  input: { params: { id: string } }
  ifMatch: IfMatch
  clock: Clock
}
const actingOn = ({ tx, actor, input, ifMatch, clock }: OnOneCase) => ({
  tx,
  actor,
  caseId: input.params.id,
  ifMatch,
  today: clock.today(),
})
