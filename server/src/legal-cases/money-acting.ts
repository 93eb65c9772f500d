import type { Day } from '@qorgan/shared/dates'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import { claimId } from '../platform/creations.ts'
import type { Tx } from '../platform/db/index.ts'
import { AppError, invalidAt } from '../platform/errors.ts'
import type { IfMatch } from '../platform/http/route.ts'
import type { CaseActing } from './acting.ts'

/** One action on something beneath a case. */
export interface OnItem extends CaseActing {
  itemId: string
  ifMatch: IfMatch
}

/** What a creation came to; a repeated one is answered with what the first made. */
export interface Created<T> {
  item: T
  isNew: boolean
}

/** False: the same person sent the same before. The case, or what of it the new thing belongs to, is part of what was sent. */
export const isNewBeneath = async (
  { tx, actor }: CaseActing,
  entity: string,
  body: { id?: string | undefined },
  place: Record<string, string>,
): Promise<boolean> => body.id === undefined || claimId(tx, actor, entity, body.id, { ...body, ...place })

/** What was just written, or written before, and is seen by whoever wrote it. */
export function written<T>(row: T | undefined): T {
  if (row === undefined) throw new AppError('record.idInUse')
  return row
}

/** Papers are logged after they were signed. */
export function refuseFuture(path: string, day: Day | undefined, today: Day): void {
  if (day !== undefined && day > today) throw invalidAt(path, 'field.inFuture')
}

interface OnOneCase {
  tx: Tx
  actor: Actor
  input: { params: { id: string } }
  clock: Clock
}
export const actingOn = ({ tx, actor, input, clock }: OnOneCase): CaseActing => ({
  tx,
  actor,
  caseId: input.params.id,
  today: clock.today(),
})
export const onItem = (call: OnOneCase & { input: { params: { itemId: string } }; ifMatch: IfMatch }): OnItem => ({
  ...actingOn(call),
  itemId: call.input.params.itemId,
  ifMatch: call.ifMatch,
})

export function answerCreated<T>({ reply }: { reply: FastifyReply }, { item, isNew }: Created<T>): T {
  if (!isNew) reply.code(200)
  return item
}
