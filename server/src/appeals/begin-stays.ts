import type { Day } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import { recordEvents } from '../audit/service.ts'
import type { Db } from '../platform/db/index.ts'
import { enterScope } from '../platform/db/scope.ts'
import { log } from './log.ts'

interface Begun {
  id: string
  appealId: string
  branchId: string
  amount: number
}

/**
 * A voucher without a day of issue brings its discount on the first day of the stay, and is agreed before. When that day comes,
 * nobody edits anything: the agreed entry is voided and entered as received, in the name of who registered it. Several processes may
 * do so at once. Answers how many.
 */
export function beginStays(db: Db, today: Day): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await enterScope(tx, null)
    const { rows } = await sql<Begun>`
      with begun as (
        select e.id, (a.voucher ->> 'from')::date as from_on from effects e join appeals a on a.id = e.appeal_id
        where e.category = 'sanatorium' and e.computed and e.stage = 'agreed' and e.voided_at is null
          and a.voucher ->> 'issuedOn' is null and a.voucher ->> 'from' <= ${today} order by e.id limit 500 for update of e skip locked
      ), voided as (
        update effects e set voided_at = now(), void_reason = 'recomputed', version = version + 1, updated_at = now() from begun where e.id = begun.id returning e.*, begun.from_on
      )
      insert into effects (appeal_id, appeal_number, branch_id, level, category, kind, stage, amount, people, occurred_on, document, computed, entered_by, changed_by)
      select appeal_id, appeal_number, branch_id, level, category, kind, 'received', amount, people, from_on, document, true, entered_by, changed_by from voided
      returning id, appeal_id, branch_id, amount`.execute(tx)
    if (rows.length === 0) return 0
    await log(
      tx,
      null,
      rows.map(({ id, appealId, branchId, amount }) => ({
        appealId,
        branchId,
        kind: 'effect_entered',
        onDate: today,
        details: { effectId: id, kind: 'voucher_discount', stage: 'received', amount },
      })),
    )
    const units = Map.groupBy(rows, ({ branchId }) => branchId)
    await recordEvents(
      tx,
      null,
      [...units].map(([unitId, group]) => ({
        unitId,
        action: 'effect.stayBegun',
        entity: 'effect',
        count: group.length,
      })),
    )
    return rows.length
  })
}
