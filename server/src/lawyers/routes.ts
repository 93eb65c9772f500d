import { changeLawyer, createLawyer, getLawyer, listLawyers } from '@qorgan/shared/lawyers'
import type { FastifyInstance } from 'fastify'
import { pageOfAll } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { byChoice } from './choice.ts'
import { findCaseNeeds, findLawyers } from './queries.ts'
import { changeLawyerRecord, enterLawyer, presentLawyer, showLawyer } from './service.ts'

export function lawyerRoutes(app: FastifyInstance): void {
  query(app, listLawyers, async ({ db, actor, input, clock }) => {
    const { limit, cursor, forCaseId, ...filter } = input.query
    const today = clock.today()
    const needs = forCaseId ? await findCaseNeeds(db, actor, forCaseId) : null
    // A case beyond the caller's sight: as any other id that finds nothing.
    if (needs === undefined) return { items: [], nextCursor: null }
    const panel = await findLawyers(db, actor, filter)
    return pageOfAll(needs ? panel.toSorted(byChoice(needs, today)) : panel, { limit, cursor }, (row) =>
      presentLawyer(actor, row, needs, today),
    )
  })
  query(app, getLawyer, ({ db, actor, input, clock }) => showLawyer(db, actor, input.params.id, clock.today()))

  command(app, createLawyer, async ({ tx, actor, input, clock, reply }) => {
    const { lawyer, isRepeat } = await enterLawyer(tx, actor, input.body, clock.today())
    if (isRepeat) reply.code(200)
    return lawyer
  })
  command(app, changeLawyer, ({ tx, actor, input, clock, ifMatch }) =>
    changeLawyerRecord(tx, actor, input.params.id, input.body, { ifMatch, today: clock.today() }),
  )
}
