import type { Day } from '@qorgan/shared/dates'
import type { CaseEventKind } from '@qorgan/shared/case-timeline'
import type { LegalCaseAction } from '@qorgan/shared/legal-cases'
import { sql, type UpdateObject } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { refuseCaseAction } from './policy.ts'
import { type CaseRow, findCase, lockCaseRow } from './queries.ts'
import { sightOf } from './scope.ts'

/** One action of one person on one case, in the request's transaction. */
export interface CaseActing {
  tx: Tx
  actor: Actor
  caseId: string
  today: Day
}

/** `money`: contracts, acts and payments, which are worked on also by whoever sees the case under its pseudonym. */
export type Need = 'whole' | 'money'

const isEnough = (actor: Actor, row: CaseRow, need: Need) => {
  const sight = sightOf(actor, row)
  return sight === 'whole' || (need === 'money' && sight === 'money')
}

/** For reading beneath a case: 404 also where the case is known but its contents are for its readers. */
export async function seenCase(
  db: Reader,
  actor: Actor,
  caseId: string,
  today: Day,
  need: Need = 'whole',
): Promise<CaseRow> {
  const row = isUuid(caseId) ? await findCase(db, actor, caseId, today) : undefined
  if (!row || !isEnough(actor, row, need)) throw notFound()
  return row
}

/**
 * Locks the case, for what is changed in it or added beneath it. The action itself is refused by the caller (`refuseCaseAction`), after it
 * knows that a creation is not a repeated one.
 */
export async function lockCase({ tx, actor, caseId, today }: CaseActing, need: Need = 'whole'): Promise<CaseRow> {
  const row = isUuid(caseId) ? await lockCaseRow(tx, actor, caseId, today) : undefined
  if (!row || !isEnough(actor, row, need)) throw notFound()
  return row
}

/** Lock, then decide: found, of the version that the caller saw, and at the right moment. */
export async function takeCase(acting: CaseActing & { ifMatch: IfMatch }, action: LegalCaseAction): Promise<CaseRow> {
  const row = await lockCase(acting)
  requireVersion(acting.ifMatch, row.version)
  refuseCaseAction(row, action)
  return row
}

/** An action on what stands beneath a case names a version when the client wants to be sure; it need not. */
export function honourVersion(ifMatch: IfMatch, version: number): void {
  if (!ifMatch.absent) requireVersion(ifMatch, version)
}

export interface CaseTrace {
  /** Of the case's own log. */
  kind: CaseEventKind
  onDate?: Day
  text?: string | null | undefined
  details?: Record<string, unknown>
  /** Of the audit trail: `noun.whatHappened`, and which record. */
  action: string
  entity?: string
  entityId?: string
  fields?: readonly string[]
}

/** The case's log and the trail: the last act of a command. The log is written beyond the rows of whoever may only add to it. */
export async function leaveCaseTrace(
  { tx, actor, today }: Pick<CaseActing, 'tx' | 'actor' | 'today'>,
  row: { id: string; branchId: string },
  trace: CaseTrace,
): Promise<void> {
  await asSystem(tx, actor, () =>
    tx
      .insertInto('legalCaseEvents')
      .values({
        caseId: row.id,
        kind: trace.kind,
        onDate: trace.onDate ?? today,
        actorId: actor.userId,
        text: trace.text ?? null,
        details: JSON.stringify(trace.details ?? {}),
      })
      .execute(),
  )
  await recordEvent(tx, actor, {
    unitId: row.branchId,
    action: trace.action,
    entity: trace.entity ?? 'legalCase',
    entityId: trace.entityId ?? row.id,
    fields: trace.fields ?? [],
  })
}

/** Changes the case's own row, a version on. */
export async function changeCaseRow(
  tx: Tx,
  row: { id: string; version: number },
  values: UpdateObject<DB, 'legalCases'>,
): Promise<void> {
  await tx
    .updateTable('legalCases')
    .set({ ...values, version: row.version + 1, updatedAt: sql`now()` })
    .where('id', '=', row.id)
    .execute()
}
