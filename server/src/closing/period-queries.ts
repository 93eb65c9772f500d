import type { ReportingPeriod } from '@qorgan/shared/closing'
import { sql } from 'kysely'
import { type Actor, may, seesUnion } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { columnsOf } from '../reports/service.ts'
import { personOf } from './present.ts'

const inStatus = (actor: Actor, status: string) => sql<number>`(
  select count(*)::int from branch_reports r where r.period_key = reporting_periods.key and r.status = ${status}
    and ${seesUnion(actor) ? sql`true` : sql`r.unit_id = ${actor.unitId}::uuid`})`

/** Quarters are everybody's; the reports that are counted in them are the caller's. */
const periods = (db: Reader, actor: Actor) =>
  db
    .selectFrom('reportingPeriods')
    .leftJoin('users as closer', 'closer.id', 'reportingPeriods.closedBy')
    .selectAll('reportingPeriods')
    .select('closer.fullName as closerName')
    .select([
      inStatus(actor, 'open').as('open'),
      inStatus(actor, 'submitted').as('submitted'),
      inStatus(actor, 'returned').as('returned'),
      inStatus(actor, 'accepted').as('accepted'),
    ])
export type PeriodRow = Awaited<ReturnType<ReturnType<typeof periods>['executeTakeFirstOrThrow']>>

export const findPeriod = (db: Reader, actor: Actor, key: string): Promise<PeriodRow | undefined> =>
  periods(db, actor).where('key', '=', key).executeTakeFirst()

export const findPeriods = (
  db: Reader,
  actor: Actor,
  limit: number,
  before: string | undefined,
): Promise<PeriodRow[]> =>
  periods(db, actor)
    .$if(before !== undefined, (rest) => rest.where('key', '<', before ?? ''))
    .orderBy('key', 'desc')
    .limit(limit + 1)
    .execute()

/** Locked with all its reports, in one order: nothing of the quarter moves while it is closed. */
export async function lockPeriod(tx: Tx, actor: Actor, key: string): Promise<PeriodRow | undefined> {
  const locked = await tx
    .selectFrom('reportingPeriods')
    .select('key')
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) return undefined
  await tx.selectFrom('branchReports').select('id').where('periodKey', '=', key).orderBy('id').forUpdate().execute()
  return findPeriod(tx, actor, key)
}

export function presentPeriod(actor: Actor, row: PeriodRow): ReportingPeriod {
  const { open, submitted, returned, accepted } = row
  const [column] = columnsOf(row.fromOn, row.toOn, 'quarter')
  if (!column) throw new Error('a quarter is one column')
  const mayClose = may(actor, 'closing:close')
  return {
    key: row.key,
    from: row.fromOn,
    to: row.toOn,
    dueOn: row.dueOn,
    label: column.label,
    status: row.status,
    closedOn: row.closedOn,
    closedBy: personOf(row.closedBy, row.closerName),
    sha256: row.sha256,
    reopenReason: row.reopenReason,
    units: { open, submitted, returned, accepted },
    version: row.version,
    can: {
      close: mayClose && row.status === 'open' && accepted > 0 && open + submitted + returned === 0,
      reopen: mayClose && row.status === 'closed',
    },
  }
}
