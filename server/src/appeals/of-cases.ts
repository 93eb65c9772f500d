import type { AppealDraft } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import type { AppealOutcome } from '@qorgan/shared/effects'
import { sql } from 'kysely'
import { enterEffects, lockLiving, voidEffects } from '../effects/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { AppError } from '../platform/errors.ts'
import { lockAbove } from './acting.ts'
import { computeDue, log } from './log.ts'
import { refuseAction } from './policy.ts'
import { type Registration, registerAppeals } from './registration.ts'

/**
 * What a legal case does to its appeal. It reaches beyond the rows of the legal department, which sees an appeal only once it is a case;
 * who may do so was judged on the case.
 */
interface Of {
  tx: Tx
  actor: Actor
  today: Day
}

export interface AppealOfCase {
  id: string
  number: string
  branchId: string
  status: string
  receivedOn: Day
  memberId: string | null
  restricted: boolean
}

/** Locks an appeal of any unit, for a case to be opened on it. */
export const findAppealForCase = (
  { tx, actor }: Pick<Of, 'tx' | 'actor'>,
  id: string,
): Promise<AppealOfCase | undefined> =>
  asSystem(tx, actor, () =>
    tx
      .selectFrom('appeals')
      .select(['id', 'number', 'branchId', 'status', 'receivedOn', 'memberId', 'restricted'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  )

/** Finds an appeal of any unit by its number, as people name it to the legal department. */
export const findAppealNumbered = (
  db: Reader,
  actor: Actor,
  number: string,
): Promise<Pick<AppealOfCase, 'id' | 'number'>[]> =>
  asSystem(db, actor, () =>
    db
      .selectFrom('appeals')
      .select(['id', 'number'])
      .where('number', '=', number.toUpperCase())
      .where('status', '!=', 'annulled')
      .execute(),
  )

/** An appeal that the actor's unit handles, for a case to be asked for. `refuse` judges it, once the request is known to be a new one. */
export async function appealForCase(acting: {
  tx: Tx
  actor: Actor
  appealId: string
}): Promise<{ appeal: AppealOfCase; refuse: () => void }> {
  const appeal = await lockAbove(acting)
  return {
    appeal,
    refuse: () => {
      if (appeal.legalCase) throw new AppError('legalCase.alreadyOpened')
      refuseAction(acting.actor, appeal, 'legal-case')
    },
  }
}

/** Registers the appeal that a case is counted by. Its clock stands still: the case has terms of its own. */
export async function registerForCase(
  registration: Registration,
  draft: AppealDraft,
  reason: string,
): Promise<AppealOfCase> {
  const { tx, actor, today } = registration
  return asSystem(tx, actor, async () => {
    const [made] = await registerAppeals({ ...registration, everyMember: true }, [{ draft, path: '' }], null)
    if (!made) throw new Error('one draft makes one appeal')
    await log(tx, actor, [
      { appealId: made.id, branchId: made.unitId, kind: 'started', onDate: today },
      {
        appealId: made.id,
        branchId: made.unitId,
        kind: 'suspended',
        onDate: today,
        text: reason,
        details: { until: null },
      },
    ])
    await change(tx, made.id, { status: 'suspended' })
    return tx
      .selectFrom('appeals')
      .select(['id', 'number', 'branchId', 'status', 'receivedOn', 'memberId', 'restricted'])
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
  })
}

/** The appeal's own log says that it became a case, or how the case ended. */
export const logCaseOf = (
  { tx, actor, today }: Of,
  appeal: { id: string; branchId: string },
  kind: 'case_opened' | 'case_closed',
  details: Record<string, unknown>,
): Promise<unknown> =>
  asSystem(tx, actor, () =>
    log(tx, actor, [{ appealId: appeal.id, branchId: appeal.branchId, kind, onDate: today, details }]),
  )

/** An appeal is restricted for as long as its case is. */
export const isRestrictedByCase = ({ tx, actor }: Pick<Of, 'tx' | 'actor'>, appealId: string): Promise<boolean> =>
  asSystem(tx, actor, async () => {
    const found = await tx
      .selectFrom('legalCases')
      .select('id')
      .where('appealId', '=', appealId)
      .where('restricted', '=', true)
      .executeTakeFirst()
    return found !== undefined
  })

export const restrictWithCase = ({ tx, actor }: Pick<Of, 'tx' | 'actor'>, appealId: string, restricted: boolean) =>
  asSystem(tx, actor, () => change(tx, appealId, { restricted }))

/** An appeal that was made for a case ends with it. Without an entry of its ledger the worth was not in money. */
export async function endWithCase(
  { tx, actor, today }: Of,
  appealId: string,
  { outcome, summary, on }: { outcome: AppealOutcome; summary: string; on: Day },
): Promise<void> {
  await asSystem(tx, actor, async () => {
    const appeal = await lockOwn(tx, appealId)
    if (!appeal || !['registered', 'in_progress', 'suspended'].includes(appeal.status)) return
    const living = await lockLiving(tx, appealId)
    const resolvedOn = on < appeal.receivedOn ? today : on
    await log(tx, actor, [
      { appealId, branchId: appeal.branchId, kind: 'resolved', onDate: resolvedOn, details: { outcome } },
    ])
    await change(tx, appealId, {
      status: 'resolved',
      outcome,
      summary,
      resolvedOn,
      noEffectReason: living.length > 0 ? null : 'not_in_money',
    })
  })
}

/** Opened again with its case: the clock stands still as before. */
export async function reopenWithCase({ tx, actor, today }: Of, appealId: string, reason: string): Promise<void> {
  await asSystem(tx, actor, async () => {
    const appeal = await lockOwn(tx, appealId)
    if (appeal?.status !== 'resolved') return
    const event = { appealId, branchId: appeal.branchId, onDate: today, text: reason }
    await log(tx, actor, [
      { ...event, kind: 'reopened', details: { workingDays: 15 } },
      { ...event, kind: 'suspended', details: { until: null } },
    ])
    await change(tx, appealId, {
      status: 'suspended',
      outcome: null,
      summary: null,
      resolvedOn: null,
      noEffectReason: null,
    })
  })
}

/** One ledger, one count: the entries go over to the other appeal, and the one that was made for the case is annulled as its duplicate. */
export async function mergeInto(
  { tx, actor, today }: Of,
  own: { id: string; branchId: string },
  target: AppealOfCase,
  reason: string,
): Promise<number> {
  return asSystem(tx, actor, async () => {
    await lockOwn(tx, own.id)
    const living = await lockLiving(tx, own.id)
    const entries = await tx
      .selectFrom('effects')
      .select(['kind', 'stage', 'amount', 'people', 'occurredOn', 'document', 'calculation', 'note'])
      .where('appealId', '=', own.id)
      .where('voidedAt', 'is', null)
      .orderBy('id')
      .execute()
    await voidEffects(
      tx,
      actor,
      living.map(({ id }) => id),
      reason,
    )
    const appeal = await tx
      .selectFrom('appeals')
      .select(['id', 'number', 'branchId', 'level', 'category'])
      .where('id', '=', target.id)
      .executeTakeFirstOrThrow()
    await enterEffects(
      tx,
      actor,
      entries.map((entry) => ({ appeal, entry })),
      { computed: false },
    )
    await log(tx, actor, [
      {
        appealId: own.id,
        branchId: own.branchId,
        kind: 'annulled',
        onDate: today,
        text: reason,
        details: { voided: living.length },
      },
    ])
    await change(tx, own.id, { status: 'annulled', annulReason: reason, duplicateOfId: target.id })
    return entries.length
  })
}

const lockOwn = (tx: Tx, id: string) =>
  tx
    .selectFrom('appeals')
    .select(['id', 'branchId', 'status', 'receivedOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

async function change(tx: Tx, id: string, values: Record<string, unknown>): Promise<void> {
  const due = await computeDue(tx, id)
  await tx
    .updateTable('appeals')
    .set({
      ...(values as Record<string, never>),
      dueOn: due.dueOn,
      dueExplained: JSON.stringify(due.explained),
      version: sql`version + 1`,
      updatedAt: sql`now()`,
    })
    .where('id', '=', id)
    .execute()
}
