import {
  addEffect,
  changeEffect,
  confirmEffect,
  confirmEffects,
  listAppealEffects,
  voidEffect,
} from '@qorgan/shared/effects'
import type { FastifyInstance } from 'fastify'
import { recordEvents } from '../audit/service.ts'
import {
  draftEntry,
  type EffectRow,
  enterEffects,
  findEffect,
  findEffectsByIds,
  findLedger,
  lockEffects,
  markConfirmed,
  presentEffect,
  refuseConfirmation,
  refuseEdit,
  refuseVoiding,
  rewriteEffect,
  voidEffects,
} from '../effects/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import type { Day } from '@qorgan/shared/dates'
import { AppError, fieldError, invalidAt, notFound } from '../platform/errors.ts'
import { pageOf } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { lockAbove } from './acting.ts'
import { log } from './log.ts'
import { refuseAction } from './policy.ts'
import { findAppeal } from './queries.ts'

/** What changes a ledger stands in its appeal's log, too. */
export function ledgerRoutes(app: FastifyInstance): void {
  query(app, listAppealEffects, async ({ db, actor, input }) => {
    const appeal = isUuid(input.params.id) ? await findAppeal(db, actor, input.params.id) : undefined
    if (!appeal) throw notFound()
    const rows = await findLedger(db, actor, appeal.id, input.query)
    return pageOf(
      rows,
      input.query.limit,
      (row) => [row.enteredAt, row.id],
      (row) => presentEffect(actor, row),
    )
  })

  command(app, addEffect, async ({ tx, actor, input, clock, reply }) => {
    const { body } = input
    if (body.occurredOn > clock.today()) throw invalidAt('/occurredOn', 'field.inFuture')
    const appeal = await lockAbove({ tx, actor, appealId: input.params.id })
    if (body.id && !(await claimId(tx, actor, 'effect', body.id, { ...body, appealId: appeal.id }))) {
      const existing = await findEffect(tx, actor, body.id)
      if (!existing) throw new AppError('record.idInUse')
      reply.code(200)
      return presentEffect(actor, existing)
    }
    refuseAction(actor, appeal, 'effects')
    if (body.settles) {
      const [settled] = await findEffectsByIds(tx, actor, [body.settles])
      if (settled?.appealId !== appeal.id || settled.voidedAt) throw invalidAt('/settles', 'field.absent')
    }
    const [id = ''] = await enterEffects(tx, actor, [{ appeal, entry: draftEntry(body) }], { computed: false })
    return leaveTrace({ tx, actor, today: clock.today() }, [id], { kind: 'effect_entered', action: 'effect.entered' })
  })

  command(app, changeEffect, async ({ tx, actor, input, ifMatch, clock }) => {
    if (input.body.occurredOn && input.body.occurredOn > clock.today()) throw invalidAt('/occurredOn', 'field.inFuture')
    const entry = await lockOne(tx, actor, input.params.id)
    requireVersion(ifMatch, entry.version)
    refuseEdit(actor, entry)
    if (input.body.settles) {
      const [settled] = await findEffectsByIds(tx, actor, [input.body.settles])
      if (settled?.appealId !== entry.appealId || settled.voidedAt || settled.id === entry.id)
        throw invalidAt('/settles', 'field.absent')
    }
    const fields = await rewriteEffect(tx, actor, entry, input.body)
    return leaveTrace({ tx, actor, today: clock.today() }, [entry.id], {
      kind: 'effect_changed',
      action: 'effect.changed',
      fields,
    })
  })

  command(app, confirmEffect, async ({ tx, actor, input, ifMatch, clock }) => {
    const entry = await lockOne(tx, actor, input.params.id)
    requireVersion(ifMatch, entry.version)
    refuseConfirmation(actor, entry)
    await markConfirmed(tx, actor, [entry.id])
    return leaveTrace({ tx, actor, today: clock.today() }, [entry.id], {
      kind: 'effect_confirmed',
      action: 'effect.confirmed',
    })
  })

  command(app, confirmEffects, async ({ tx, actor, input, clock }) => {
    const ids = [...new Set(input.body.ids)]
    const entries = await lockEffects(tx, actor, ids)
    const known = new Set(entries.map(({ id }) => id))
    const absent = input.body.ids.flatMap((id, index) =>
      known.has(id) ? [] : [fieldError(`/ids/${index}`, 'field.absent')],
    )
    if (absent.length > 0) throw new AppError('request.invalid', {}, absent)
    for (const entry of entries) refuseConfirmation(actor, entry)
    await markConfirmed(tx, actor, ids)
    await leaveTrace({ tx, actor, today: clock.today() }, ids, { kind: 'effect_confirmed', action: 'effect.confirmed' })
    const confirmed = new Map(
      (await findEffectsByIds(tx, actor, ids)).map((row) => [row.id, presentEffect(actor, row)]),
    )
    return { items: ids.flatMap((id) => confirmed.get(id) ?? []), nextCursor: null }
  })

  command(app, voidEffect, async ({ tx, actor, input, ifMatch, clock }) => {
    const entry = await lockOne(tx, actor, input.params.id)
    requireVersion(ifMatch, entry.version)
    refuseVoiding(actor, entry)
    await voidEffects(tx, actor, [entry.id], input.body.reason)
    return leaveTrace({ tx, actor, today: clock.today() }, [entry.id], {
      kind: 'effect_voided',
      action: 'effect.voided',
      text: input.body.reason,
    })
  })
}

async function lockOne(tx: Tx, actor: Actor, id: string): Promise<EffectRow> {
  const [entry] = isUuid(id) ? await lockEffects(tx, actor, [id]) : []
  if (!entry) throw notFound()
  return entry
}

interface Trace {
  kind: 'effect_entered' | 'effect_changed' | 'effect_confirmed' | 'effect_voided'
  action: string
  text?: string
  fields?: readonly string[]
}

/** The appeals' logs and the trail. An accountant may not see the appeal whose money they check, so the log is written beyond their rows. */
async function leaveTrace(
  { tx, actor, today }: { tx: Tx; actor: Actor; today: Day },
  ids: readonly string[],
  trace: Trace,
) {
  const rows = await findEffectsByIds(tx, actor, ids)
  await asSystem(tx, actor, () =>
    log(
      tx,
      actor,
      rows.map((row) => ({
        appealId: row.appealId,
        branchId: row.branchId,
        kind: trace.kind,
        onDate: today,
        text: trace.text,
        details: {
          effectId: row.id,
          kind: row.kind,
          stage: row.stage,
          amount: row.amount,
          ...(trace.fields && { fields: trace.fields }),
        },
      })),
    ),
  )
  await recordEvents(
    tx,
    actor,
    rows.map((row) => ({
      unitId: row.branchId,
      action: trace.action,
      entity: 'effect',
      entityId: row.id,
      ...(trace.fields && { fields: trace.fields }),
    })),
  )
  const [first] = rows
  if (!first) throw notFound()
  return presentEffect(actor, first)
}
