import {
  acceptTransfer,
  annulAppeal,
  type AppealDraft,
  assignAppeal,
  changeAppeal,
  extendAppeal,
  findSimilar,
  getAppeal,
  listAppeals,
  registerAppeal,
  registerBatch,
  rejectTransfer,
  reopenAppeal,
  resolveAppeal,
  resumeAppeal,
  revokeTransfer,
  startAppeal,
  summariseAppeals,
  suspendAppeal,
  transferAppeal,
} from '@qorgan/shared/appeals'
import { addNote, listTimeline } from '@qorgan/shared/timeline'
import type { FieldError } from '@qorgan/shared/errors'
import type { FastifyInstance } from 'fastify'
import { recordEvent, recordEvents } from '../audit/service.ts'
import { claimId } from '../platform/creations.ts'
import { AppError, notFound } from '../platform/errors.ts'
import { pageOf } from '../platform/http/pages.ts'
import { command, type IfMatch, query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Acting } from './acting.ts'
import { readBatch } from './batch.ts'
import { editAppeal } from './editing.ts'
import { presentAppeal } from './present.ts'
import { type AppealRow, findAppeal, findAppeals, findAppealsByIds, placeOf, summariseAppealRows } from './queries.ts'
import { type Registration, registerAppeals } from './registration.ts'
import { findSimilarAppeals } from './similar.ts'
import * as verbs from './service.ts'
import { findTimeline, presentEntry, writeNote } from './timeline.ts'
import * as transfers from './transfers.ts'

export function appealRoutes(app: FastifyInstance): void {
  const present = (actor: Actor, row: AppealRow) => presentAppeal(actor, app.iinCipher, row)
  const acting = ({ tx, actor, input, ifMatch, clock }: OnOneAppeal): Acting => ({
    tx,
    actor,
    appealId: input.params.id,
    ifMatch,
    today: clock.today(),
  })

  query(app, listAppeals, async ({ db, actor, input, clock }) => {
    const { sort, limit, cursor, ...filter } = input.query
    const rows = await findAppeals(db, actor, filter, clock.today(), { sort, limit, cursor })
    return pageOf(
      rows,
      limit,
      (row) => placeOf(row, sort),
      (row) => present(actor, row),
    )
  })
  query(app, summariseAppeals, ({ db, actor, input, clock }) =>
    summariseAppealRows(db, actor, input.query, clock.today()),
  )
  query(app, getAppeal, async ({ db, actor, input }) => {
    const row = isUuid(input.params.id) ? await findAppeal(db, actor, input.params.id) : undefined
    if (!row) throw notFound()
    return present(actor, row)
  })
  query(app, findSimilar, async ({ db, actor, input }) => ({
    items: await findSimilarAppeals(db, actor, input.body),
    nextCursor: null,
  }))
  query(app, listTimeline, async ({ db, actor, input }) => {
    const { id } = input.params
    const appeal = isUuid(id) ? await findAppeal(db, actor, id) : undefined
    if (!appeal) throw notFound()
    return pageOf(
      await findTimeline(db, id, input.query),
      input.query.limit,
      (row) => [row.place, row.id],
      (row) => presentEntry(row, appeal.legalCase !== null),
    )
  })

  command(app, registerAppeal, async ({ tx, actor, input, clock, reply }) => {
    const { body } = input
    if (body.id && !(await claimId(tx, actor, 'appeal', body.id, body))) {
      const existing = await findAppeal(tx, actor, body.id)
      if (!existing) throw new AppError('record.idInUse')
      reply.code(200)
      return present(actor, existing)
    }
    const [row] = await register(
      { tx, actor, cipher: app.iinCipher, today: clock.today() },
      [{ draft: body, path: '' }],
      null,
    )
    if (!row) throw new Error('what was registered is visible to who registered it')
    return present(actor, row)
  })

  command(app, registerBatch, async ({ tx, actor, input, clock, reply }) => {
    const { id, shared, items } = input.body
    if (!(await claimId(tx, actor, 'batch', id, input.body))) {
      const registered = await tx
        .selectFrom('appeals')
        .select('id')
        .where('batchId', '=', id)
        .orderBy('numberYear')
        .orderBy('numberSeq')
        .execute()
      reply.code(200)
      return {
        id,
        items: inOrder(
          registered.map((row) => row.id),
          await findAppealsByIds(
            tx,
            actor,
            registered.map((row) => row.id),
          ),
        ).map((row) => present(actor, row)),
      }
    }
    const { drafts, errors } = readBatch(shared, items)
    const rows = await register({ tx, actor, cipher: app.iinCipher, today: clock.today() }, drafts, id, errors)
    return { id, items: rows.map((row) => present(actor, row)) }
  })

  command(app, changeAppeal, async (call) =>
    present(call.actor, await editAppeal(acting(call), call.input.body, app.iinCipher)),
  )
  command(app, assignAppeal, async (call) =>
    present(call.actor, await verbs.assignAppeal(acting(call), call.input.body.assigneeId)),
  )
  command(app, startAppeal, async (call) => present(call.actor, await verbs.startAppeal(acting(call))))
  command(app, extendAppeal, async (call) =>
    present(call.actor, await verbs.extendDeadline(acting(call), call.input.body)),
  )
  command(app, suspendAppeal, async (call) =>
    present(call.actor, await verbs.suspendAppeal(acting(call), call.input.body)),
  )
  command(app, resumeAppeal, async (call) => present(call.actor, await verbs.resumeAppeal(acting(call))))
  command(app, resolveAppeal, async (call) =>
    present(call.actor, await verbs.resolveAppeal(acting(call), call.input.body)),
  )
  command(app, reopenAppeal, async (call) =>
    present(call.actor, await verbs.reopenAppeal(acting(call), call.input.body.reason)),
  )
  command(app, annulAppeal, async (call) => present(call.actor, await verbs.annulAppeal(acting(call), call.input.body)))
  command(app, transferAppeal, async (call) =>
    present(call.actor, await transfers.requestTransfer(acting(call), call.input.body.to, call.input.body.reason)),
  )
  command(app, acceptTransfer, async (call) => present(call.actor, await transfers.acceptTransfer(acting(call))))
  command(app, rejectTransfer, async (call) =>
    present(call.actor, await transfers.rejectTransfer(acting(call), call.input.body.reason)),
  )
  command(app, revokeTransfer, async (call) => present(call.actor, await transfers.revokeTransfer(acting(call))))

  command(app, addNote, async (call) => {
    const { entry, isNew } = await writeNote(acting(call), call.input.body)
    if (!isNew) call.reply.code(200)
    return entry
  })
}

interface OnOneAppeal {
  tx: Tx
  actor: Actor
  input: { params: { id: string } }
  ifMatch: IfMatch
  clock: Clock
}

/** Registers, writes the one audit event of the act, and reads back in the order given. */
async function register(
  registration: Registration,
  drafts: readonly { draft: AppealDraft; path: string }[],
  batchId: string | null,
  found: readonly FieldError[] = [],
): Promise<AppealRow[]> {
  const { tx, actor } = registration
  const registered = await registerAppeals(registration, drafts, batchId, found)
  const ids = registered.map(({ id }) => id)
  const rows = inOrder(ids, await findAppealsByIds(tx, actor, ids))
  if (batchId) {
    const units = Map.groupBy(registered, ({ unitId }) => unitId)
    await recordEvents(
      tx,
      actor,
      [...units].map(([unitId, group]) => ({
        unitId,
        action: 'appeal.listRegistered',
        entity: 'batch',
        entityId: batchId,
        count: group.length,
      })),
    )
  } else
    for (const { id, unitId } of registered)
      await recordEvent(tx, actor, { unitId, action: 'appeal.registered', entity: 'appeal', entityId: id })
  return rows
}

function inOrder(ids: readonly string[], rows: readonly AppealRow[]): AppealRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
