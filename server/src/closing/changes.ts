import type { AppealCategory } from '@qorgan/shared/organisation'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../platform/db/index.ts'
import type { LevelledSpan } from '../reports/service.ts'

/** A unit's quarter, and the snapshot that it is compared with; without one all that lives is new. */
export interface Wanted extends LevelledSpan {
  unitId: string
  snapshotId: string | null
}
/** How often the record is among the living ones of the quarter, less how often it was frozen; in each category apart. */
export interface ChangedAppeal {
  unitId: string
  key: string
  number: string
  category: AppealCategory
  count: number
}
export interface ChangedEffect {
  unitId: string
  key: string
  id: string
  appealNumber: string
  category: AppealCategory
  amount: number
  people: number
  isLiving: boolean
  wasFrozen: boolean
}

const wantedRows = (wanted: readonly Wanted[]) => {
  const rows = wanted.map(({ unitId, snapshotId, key, from, to, levels }) => ({
    unit_id: unitId,
    snapshot_id: snapshotId,
    key,
    from_on: from,
    to_on: to,
    levels,
  }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as w(unit_id uuid, snapshot_id uuid, key text, from_on date, to_on date, levels text[])`
}

/**
 * The records that were frozen: those of the snapshot itself and, where asked for, with what accepted reports of later quarters have shown
 * as its corrections.
 */
const frozenRecords = (kind: 'appeals' | 'effects', columns: RawBuilder<unknown>, withShown: boolean) => {
  const path = sql.lit(kind)
  const own = sql`
    select w.unit_id, w.key, r.* from w join snapshots s on s.id = w.snapshot_id
    cross join lateral jsonb_to_recordset(convert_from(s.bytes, 'UTF8')::jsonb -> 'records' -> ${path}) as r(${columns})`
  if (!withShown) return own
  return sql`${own}
    union all
    select w.unit_id, w.key, r.* from w
    join branch_reports b on b.unit_id = w.unit_id and b.status = 'accepted'
    join snapshots s on s.id = b.snapshot_id and exists (
      select from snapshot_figures f where f.snapshot_id = s.id and f.period_key = w.key and f.is_correction)
    cross join lateral jsonb_array_elements(convert_from(s.bytes, 'UTF8')::jsonb -> 'corrections') c
    cross join lateral jsonb_to_recordset(c -> 'records' -> ${path}) as r(${columns})
    where c ->> 'periodKey' = w.key`
}

/** Which appeals came, went, or changed their category since the figures of quarters were frozen. */
export async function findChangedAppeals(
  db: Reader,
  wanted: readonly Wanted[],
  { withShown }: { withShown: boolean },
): Promise<ChangedAppeal[]> {
  if (wanted.length === 0) return []
  const columns = sql`number text, category text, count int`
  const { rows } = await sql<ChangedAppeal>`
    with w as materialized (select * from ${wantedRows(wanted)}), compared as (
      select unit_id, key, number, category, - coalesce(count, 1) as n from (${frozenRecords('appeals', columns, withShown)}) frozen
      union all
      select w.unit_id, w.key, a.number, a.category, 1 from w join appeals a
        on a.branch_id = w.unit_id and a.received_on between w.from_on and w.to_on and a.status <> 'annulled' and a.level = any(w.levels)
    )
    select unit_id, key, number, category, sum(n)::int as count from compared group by 1, 2, 3, 4 having sum(n) <> 0
    order by key, number collate "C", category collate "C"`.execute(db)
  return rows
}

/**
 * Which entries of the ledger came, went, or say another amount or category since. A confirmation changes no count and no effect. What has
 * been shown already and cancels out is told no more.
 */
export async function findChangedEffects(
  db: Reader,
  wanted: readonly Wanted[],
  { withShown }: { withShown: boolean },
): Promise<ChangedEffect[]> {
  if (wanted.length === 0) return []
  const emptyOnes = withShown ? sql`` : sql` or bool_or(living) <> bool_or(not living)`
  const columns = sql`id uuid, "appealNumber" text, category text, amount int8, people int8`
  const { rows } = await sql<ChangedEffect>`
    with w as materialized (select * from ${wantedRows(wanted)}), compared as (
      select unit_id, key, id, "appealNumber" as appeal_number, category, - amount as amount, - people as people, false as living
      from (${frozenRecords('effects', columns, withShown)}) frozen
      union all
      select w.unit_id, w.key, e.id, e.appeal_number, e.category, e.amount, e.people, true from w join effects e
        on e.branch_id = w.unit_id and e.occurred_on between w.from_on and w.to_on and e.stage = 'received' and e.voided_at is null and e.level = any(w.levels)
    )
    select unit_id, key, id, appeal_number, category, sum(amount)::int8 as amount, sum(people)::int8 as people, bool_or(living) as is_living, bool_or(not living) as was_frozen
    from compared group by 1, 2, 3, 4, 5 having sum(amount) <> 0 or sum(people) <> 0${emptyOnes}
    order by key, appeal_number collate "C", id, category collate "C"`.execute(db)
  return rows
}
