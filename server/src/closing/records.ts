import { sql } from 'kysely'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import type { LevelledSpan } from '../reports/service.ts'
import type { Records } from './snapshot.ts'

type Row<T> = T & { unitId: string }

/** The records that the figures of a quarter are made of, by unit: what is counted, in an order that never depends on the machine. */
export async function findRecords(
  db: Reader,
  { from, to, levels }: Omit<LevelledSpan, 'key'>,
  unitIds: readonly string[],
): Promise<Map<string, Records>> {
  const { rows: appeals } = await sql<Row<Records['appeals'][number]>>`
    select branch_id as unit_id, number, category, level from appeals
    where branch_id = ${anyId(unitIds)} and received_on between ${from} and ${to} and status <> 'annulled' and level = ${anyText(levels)}
    order by number collate "C"`.execute(db)
  const { rows: effects } = await sql<Row<Records['effects'][number]>>`
    select branch_id as unit_id, id, appeal_number, category, kind, amount, people, confirmed_at is not null as confirmed from effects
    where branch_id = ${anyId(unitIds)} and occurred_on between ${from} and ${to} and stage = 'received' and voided_at is null and level = ${anyText(levels)}
    order by id`.execute(db)
  const result = new Map(unitIds.map((unitId): [string, Records] => [unitId, { appeals: [], effects: [] }]))
  for (const { unitId, ...record } of appeals) result.get(unitId)?.appeals.push(record)
  for (const { unitId, ...record } of effects) result.get(unitId)?.effects.push(record)
  return result
}
