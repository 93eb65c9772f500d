import type { EffectChange, EffectDraft, EffectKind, EffectStage } from '@qorgan/shared/effects'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../platform/auth/actor.ts'
import { insertMany } from '../platform/db/bulk.ts'
import type { Tx } from '../platform/db/index.ts'
import { anyId } from '../platform/db/expressions.ts'
import { newId } from '../platform/ids.ts'
import type { EffectRow } from './queries.ts'

export { type AppealAttributes, countedAs, isOneOf, ofAppeal } from './appeal-attributes.ts'
export { closedPeriodOf } from './closed-period.ts'
export { refuseConfirmation, refuseEdit, refuseVoiding } from './policy.ts'
export {
  type EffectRow,
  effectsInOrder,
  findEffect,
  findEffectsByIds,
  findLedger,
  lockEffects,
  presentEffect,
  summariseEffectRows,
} from './queries.ts'

/** An appeal as its ledger knows it: these columns follow it when it is recounted. */
export interface LedgerAppeal {
  id: string
  number: string
  branchId: string
  level: 'council' | 'branch' | 'primary_organisation'
  category: 'pay' | 'labour_protection' | 'legal' | 'sanatorium' | 'material_aid'
}

export interface NewEntry {
  id?: string | undefined
  kind: EffectKind
  stage: EffectStage
  amount: number
  people: number
  occurredOn: string
  document?: string | null | undefined
  calculation?: string | null | undefined
  note?: string | null | undefined
  settles?: string | null | undefined
}

/** Enters entries into the ledgers of appeals, in one statement. Answers their ids, in order. */
export async function enterEffects(
  tx: Tx,
  actor: Actor,
  entries: readonly { appeal: LedgerAppeal; entry: NewEntry }[],
  { computed }: { computed: boolean },
): Promise<string[]> {
  const rows = entries.map(({ appeal, entry }) => ({
    id: entry.id ?? newId(),
    appealId: appeal.id,
    appealNumber: appeal.number,
    branchId: appeal.branchId,
    level: appeal.level,
    category: appeal.category,
    kind: entry.kind,
    stage: entry.stage,
    amount: entry.amount,
    people: entry.people,
    occurredOn: entry.occurredOn,
    document: entry.document ?? null,
    calculation: entry.calculation ?? null,
    note: entry.note ?? null,
    settlesId: entry.settles ?? null,
    computed,
    enteredBy: actor.userId,
    changedBy: actor.userId,
  }))
  await insertMany(tx, 'effects', rows)
  return rows.map((row) => row.id)
}

export const draftEntry = (draft: z.output<typeof EffectDraft>): NewEntry => draft

/** Writes a change of an entry and says which fields it touched. */
export async function rewriteEffect(
  tx: Tx,
  actor: Actor,
  entry: EffectRow,
  change: z.output<typeof EffectChange>,
): Promise<string[]> {
  const { settles, ...rest } = change
  const values = { ...rest, ...(settles !== undefined && { settlesId: settles }) }
  const fields = Object.entries(values)
    .filter(([key, value]) => value !== undefined && value !== entry[key as keyof EffectRow])
    .map(([key]) => key)
  await tx
    .updateTable('effects')
    .set({
      ...(values as Record<string, never>),
      changedBy: actor.userId,
      version: entry.version + 1,
      updatedAt: sql`now()`,
    })
    .where('id', '=', entry.id)
    .execute()
  return fields
}

export async function markConfirmed(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('effects')
    .set({ confirmedBy: actor.userId, confirmedAt: sql`now()`, version: sql`version + 1`, updatedAt: sql`now()` })
    .where('id', '=', anyId(ids))
    .execute()
}

/** Voids entries; they stay in the ledger with the reason and leave every figure. */
export async function voidEffects(tx: Tx, actor: Actor, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('effects')
    .set({
      voidedBy: actor.userId,
      voidedAt: sql`now()`,
      voidReason: reason,
      version: sql`version + 1`,
      updatedAt: sql`now()`,
    })
    .where('id', '=', anyId(ids))
    .where('voidedAt', 'is', null)
    .execute()
}

/** The entries of an appeal that count, locked: what an annulment or a changed voucher voids. */
export function lockLiving(tx: Tx, appealId: string) {
  return tx
    .selectFrom('effects')
    .select(['id', 'computed', 'kind', 'stage', 'amount', 'people', 'occurredOn', 'document'])
    .where('appealId', '=', appealId)
    .where('voidedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}
