import { addCaseMember, changeCaseMember, listCaseMembers } from '@qorgan/shared/case-people'
import { listCaseTimeline } from '@qorgan/shared/case-timeline'
import {
  changeLegalCase,
  closeLegalCase,
  decideLegalCase,
  getLegalCase,
  listLegalCases,
  lookUpAppeal,
  mergeLegalCase,
  openLegalCase,
  reopenLegalCase,
  requestLegalCase,
  summariseLegalCases,
} from '@qorgan/shared/legal-cases'
import type { FastifyInstance } from 'fastify'
import { appealForCase, findAppealNumbered } from '../appeals/service.ts'
import { claimId } from '../platform/creations.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db/index.ts'
import { AppError, notFound } from '../platform/errors.ts'
import { pageOf, pageOfAll } from '../platform/http/pages.ts'
import { command, type IfMatch, query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { seenCase } from './acting.ts'
import { editCase } from './editing.ts'
import { closeCase, decideCase, mergeCase, reopenCase } from './life.ts'
import { openCase, requestCase } from './opening.ts'
import { addPerson, changePerson } from './people.ts'
import { peopleOf, presentCase } from './present.ts'
import { findCase, findCases, findOpenedCase, placeOf } from './queries.ts'
import { summariseCaseRows } from './summary.ts'
import { findCaseTimeline, presentCaseEntry } from './timeline.ts'

export function legalCaseRoutes(app: FastifyInstance): void {
  query(app, listLegalCases, async ({ db, actor, input, clock }) => {
    const { sort, limit, cursor, ...filter } = input.query
    return pageOf(
      await findCases(db, actor, filter, clock.today(), { sort, limit, cursor }),
      limit,
      (row) => placeOf(row, sort),
      (row) => presentCase(actor, row),
    )
  })
  query(app, summariseLegalCases, ({ db, actor, input, clock }) =>
    summariseCaseRows(db, actor, input.query, clock.today()),
  )
  query(app, getLegalCase, async ({ db, actor, input, clock }) => {
    const { id } = input.params
    const row = isUuid(id) ? await findCase(db, actor, id, clock.today()) : undefined
    if (!row) throw notFound()
    return presentCase(actor, row)
  })
  query(app, lookUpAppeal, async ({ db, actor, input }) => ({
    items: await findAppealNumbered(db, actor, input.body.number),
    nextCursor: null,
  }))
  query(app, listCaseTimeline, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today())
    return pageOf(
      await findCaseTimeline(db, actor, row.id, input.query),
      input.query.limit,
      (entry) => [entry.place, entry.id],
      presentCaseEntry,
    )
  })
  query(app, listCaseMembers, async ({ db, actor, input, clock }) =>
    pageOfAll(
      peopleOf(actor, await seenCase(db, actor, input.params.id, clock.today())),
      input.query,
      (person) => person,
    ),
  )

  command(app, openLegalCase, async ({ tx, actor, input, clock, reply }) => {
    const { body } = input
    const today = clock.today()
    if (body.id && !(await claimId(tx, actor, 'legalCase', body.id, body))) {
      const existing = await findCase(tx, actor, body.id, today)
      if (!existing) throw new AppError('record.idInUse')
      reply.code(200)
      return presentCase(actor, existing)
    }
    const id = await openCase({ tx, actor, cipher: app.iinCipher, today }, body)
    return presentCase(actor, await findOpenedCase(tx, actor, id, today))
  })
  command(app, requestLegalCase, async ({ tx, actor, input, clock, reply }) => {
    const { body, params } = input
    const today = clock.today()
    const { appeal, refuse } = await appealForCase({ tx, actor, appealId: params.id })
    if (body.id && !(await claimId(tx, actor, 'legalCase', body.id, { ...body, appealId: appeal.id }))) {
      reply.code(200)
      return presentCase(actor, await findOpenedCase(tx, actor, body.id, today))
    }
    refuse()
    const id = await requestCase({ tx, actor, cipher: app.iinCipher, today }, appeal, body)
    return presentCase(actor, await findOpenedCase(tx, actor, id, today))
  })

  command(app, changeLegalCase, (call) => acted(call, (acting) => editCase(acting, call.input.body)))
  command(app, decideLegalCase, (call) => acted(call, (acting) => decideCase(acting, call.input.body)))
  command(app, closeLegalCase, (call) => acted(call, (acting) => closeCase(acting, call.input.body)))
  command(app, reopenLegalCase, (call) => acted(call, (acting) => reopenCase(acting, call.input.body.reason)))
  command(app, mergeLegalCase, (call) => acted(call, (acting) => mergeCase(acting, call.input.body.appealId)))

  command(app, addCaseMember, async (call) => {
    const { person, isNew } = await addPerson(actingOn(call), call.input.body)
    if (!isNew) call.reply.code(200)
    return person
  })
  command(app, changeCaseMember, (call) => changePerson(actingOn(call), call.input.params.itemId, call.input.body.role))
}

interface OnOneCase {
  tx: Tx
  actor: Actor
  input: { params: { id: string } }
  ifMatch: IfMatch
  clock: Clock
}

/** One person on one case, as the verbs take it. */
const actingOn = ({ tx, actor, input, ifMatch, clock }: OnOneCase) => ({
  tx,
  actor,
  caseId: input.params.id,
  ifMatch,
  today: clock.today(),
})

async function acted(call: OnOneCase, act: (acting: ReturnType<typeof actingOn>) => Promise<void>) {
  const acting = actingOn(call)
  await act(acting)
  const row = await findCase(call.tx, call.actor, acting.caseId, acting.today)
  if (!row) throw notFound()
  return presentCase(call.actor, row)
}
