import type { Day } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import { recordEvents } from '../audit/service.ts'
import { findCalendar } from '../deadlines/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Db, Tx } from '../platform/db/index.ts'
import { enterScope } from '../platform/db/scope.ts'
import { dueOn, type Quarter, quarterOf, quartersAfter } from './quarters.ts'

/** The hourly job: a quarter begins by itself. Several processes may do so at once. Answers how many began. */
export const openQuarters = (db: Db, today: Day): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await enterScope(tx, null)
    const keys = await openPeriods(tx, today)
    await recordEvents(
      tx,
      null,
      keys.map((key) => ({ unitId: COUNCIL_ID, action: 'period.opened', entity: 'period', entityId: key })),
    )
    return keys.length
  })

/**
 * Opens what is not there yet: the quarters from the earliest one known, or from `since`, up to today's, and in each open one a report of
 * every unit that was active in it. A date that is still to come follows the calendar. Answers the keys that are new.
 */
export async function openPeriods(tx: Tx, today: Day, since: Day = today): Promise<string[]> {
  const calendar = await findCalendar(tx)
  const known = await tx
    .selectFrom('reportingPeriods')
    .select(['key', 'fromOn', 'toOn', 'dueOn', 'status'])
    .orderBy('fromOn')
    .execute()
  const keys = new Set(known.map(({ key }) => key))
  const missing: Quarter[] = []
  for (let quarter = quarterOf(known[0]?.fromOn ?? since); quarter.from <= today; quarter = quartersAfter(quarter, 1))
    if (!keys.has(quarter.key)) missing.push(quarter)
  const begun =
    missing.length === 0
      ? []
      : await tx
          .insertInto('reportingPeriods')
          .values(
            missing.map((quarter) => ({
              key: quarter.key,
              fromOn: quarter.from,
              toOn: quarter.to,
              dueOn: dueOn(calendar, quarter),
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .returning('key')
          .execute()
  for (const period of known.filter(({ status, dueOn: due }) => status === 'open' && due >= today)) {
    const due = dueOn(calendar, quarterOf(period.fromOn))
    if (due !== period.dueOn)
      await tx
        .updateTable('reportingPeriods')
        .set({ dueOn: due, version: sql`version + 1` })
        .where('key', '=', period.key)
        .execute()
  }
  await sql`insert into branch_reports (period_key, unit_id)
    select p.key, u.id from reporting_periods p join units u on u.active_from <= p.to_on and (u.active_to is null or u.active_to >= p.from_on)
    where p.status = 'open' order by p.from_on, u.id on conflict do nothing`.execute(tx)
  return begun.map(({ key }) => key)
}
