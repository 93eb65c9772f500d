import type { AppealAction } from '@qorgan/shared/appeals'
import type { AppealEventKind } from '@qorgan/shared/timeline'
import type { Day } from '@qorgan/shared/dates'
import { sql, type UpdateObject } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { DB, Tx } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { computeDue, log } from './log.ts'
import { refuseAction } from './policy.ts'
import { type AppealRow, findAppeal, findLeftAppeal, lockAppeal } from './queries.ts'

/** One action of one person on one appeal, in the request's transaction. */
export interface Acting {
  tx: Tx
  actor: Actor
  appealId: string
  ifMatch: IfMatch
  today: Day
}

/** Lock, then decide: found, of the version that the caller saw, theirs to act on, and at the right moment. */
export async function take({ tx, actor, appealId, ifMatch }: Acting, action: AppealAction): Promise<AppealRow> {
  const appeal = isUuid(appealId) ? await lockAppeal(tx, actor, appealId) : undefined
  if (!appeal) throw notFound()
  requireVersion(ifMatch, appeal.version)
  refuseAction(actor, appeal, action)
  return appeal
}

/**
 * For what is added beneath an appeal: no version is needed, and none changes. A repeated creation is answered whatever has become of
 * the appeal since, so the caller refuses the action itself, after it knows that the creation is new.
 */
export async function lockAbove({
  tx,
  actor,
  appealId,
}: Pick<Acting, 'tx' | 'actor' | 'appealId'>): Promise<AppealRow> {
  const appeal = isUuid(appealId) ? await lockAppeal(tx, actor, appealId) : undefined
  if (!appeal) throw notFound()
  return appeal
}

export type AppealValues = UpdateObject<DB, 'appeals'>

interface Done {
  kind: AppealEventKind
  /** The audit trail's word. */
  action: string
  onDate?: Day
  text?: string | null | undefined
  details?: Record<string, unknown>
  fields?: readonly string[]
  /** The log now says something else about the due date. */
  redates?: boolean
  /** What follows from the change beneath the appeal: entries of its ledger. */
  beneath?: () => Promise<void>
  /** The change takes the appeal out of the caller's rows. */
  leavesScope?: boolean
}

/** Writes the log, what follows from it, the change itself and its audit event. */
export async function finish(acting: Acting, appeal: AppealRow, values: AppealValues, done: Done): Promise<AppealRow> {
  const { tx, actor, today } = acting
  await log(tx, actor, [
    {
      appealId: appeal.id,
      branchId: appeal.branchId,
      kind: done.kind,
      onDate: done.onDate ?? today,
      text: done.text,
      details: done.details ?? {},
    },
  ])
  const due = done.redates ? await computeDue(tx, appeal.id) : null
  await tx
    .updateTable('appeals')
    .set({
      ...values,
      ...(due && { dueOn: due.dueOn, dueExplained: JSON.stringify(due.explained) }),
      version: appeal.version + 1,
      updatedAt: sql`now()`,
    })
    .where('id', '=', appeal.id)
    .execute()
  await done.beneath?.()
  const changed = done.leavesScope ? await findLeftAppeal(tx, actor, appeal.id) : await findAppeal(tx, actor, appeal.id)
  if (!changed) throw notFound()
  await recordEvent(tx, actor, {
    unitId: appeal.branchId,
    action: done.action,
    entity: 'appeal',
    entityId: appeal.id,
    fields: done.fields ?? [],
  })
  return changed
}

export const noTransfer = {
  transferToUnitId: null,
  transferToLevel: null,
  transferReason: null,
  transferRequestedAt: null,
  transferRequestedBy: null,
} satisfies AppealValues
