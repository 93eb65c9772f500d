import type { Day } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import { newsOfPeriod, newsOfReport, type Quarter, quarterOf, quartersAfter } from '../closing/service.ts'
import { tell } from '../notifications/service.ts'
import { clockOf } from '../platform/clock.ts'
import type { Tx } from '../platform/db/index.ts'

interface Act {
  kind: 'branchReport.reminded' | 'branchReport.submitted' | 'branchReport.returned' | 'branchReport.accepted'
  at: Date
  id: string
  unitId: string
  periodKey: string
  dueOn: Day
}

/** What the acts on the last quarter, and the closing of the one before, have told people. What was good news has been read. */
export async function loadNotifications(tx: Tx, today: Day, by: { head: string; council: string }): Promise<void> {
  const last = quartersAfter(quarterOf(today), -1)
  const { rows: acts } = await sql<Act>`
    select a.kind, a.at, r.id, r.unit_id, r.period_key, p.due_on
    from branch_reports r join reporting_periods p on p.key = r.period_key cross join lateral (values
      ('branchReport.reminded', r.reminded_at),
      ('branchReport.submitted', case when r.submit_reason is not null then r.submitted_at end),
      ('branchReport.returned', case when r.status = 'returned' then (r.signed ->> 'on')::date + time '12:40' end),
      ('branchReport.accepted', r.accepted_at)) a (kind, at)
    where r.period_key = ${last.key} and a.at is not null order by a.at, r.id`.execute(tx)
  await tellOfClosing(tx, quartersAfter(last, -1), by.head)
  for (const { kind, at, ...report } of acts) {
    const userId = kind === 'branchReport.submitted' ? by.head : by.council
    await tell(
      tx,
      userId,
      clockOf(() => at),
      newsOfReport(kind, report),
    )
  }
  await sql`update notifications set read_at = created_at + interval '3 hours' where kind in ('branchReport.accepted', 'period.closed')`.execute(
    tx,
  )
}

async function tellOfClosing(tx: Tx, { key }: Quarter, userId: string): Promise<void> {
  const { dueOn, closedOn } = await tx
    .selectFrom('reportingPeriods')
    .select(['dueOn', 'closedOn'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (closedOn === null) return
  const clock = clockOf(() => new Date(`${closedOn}T12:12:00Z`))
  await tell(tx, userId, clock, newsOfPeriod('period.closed', { key, dueOn }))
}
