import type { BranchReport, BranchReportStatus } from '@qorgan/shared/closing'
import type { Day } from '@qorgan/shared/dates'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { toUnitIds } from '../organisation/service.ts'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import { nameOf } from '../platform/db/by-name.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'

/** The reports that an actor may know exist: of every unit, or of their own. Row-level security says the same again. */
const visibleTo =
  (actor: Actor | null) =>
  (eb: ExpressionBuilder<DB, 'branchReports'>): Expression<SqlBool> =>
    !actor || seesUnion(actor) ? eb.lit(true) : eb('branchReports.unitId', '=', actor.unitId)

/** Not in by the due date, or came in after it. The union's day is five hours ahead of UTC. */
const isLate = (today: Day) => sql<boolean>`case when branch_reports.status in ('submitted', 'accepted')
  then (branch_reports.submitted_at at time zone 'UTC' + interval '5 hours')::date > reporting_periods.due_on else ${today}::date > reporting_periods.due_on end`

function reports(db: Reader, actor: Actor | null, today: Day) {
  return db
    .selectFrom('branchReports')
    .innerJoin('reportingPeriods', 'reportingPeriods.key', 'branchReports.periodKey')
    .innerJoin('units', 'units.id', 'branchReports.unitId')
    .leftJoin('users as submitter', 'submitter.id', 'branchReports.submittedBy')
    .leftJoin('users as accepter', 'accepter.id', 'branchReports.acceptedBy')
    .leftJoin('snapshots', 'snapshots.id', 'branchReports.snapshotId')
    .selectAll('branchReports')
    .select(['fromOn', 'toOn', 'dueOn', 'reportingPeriods.status as periodStatus'])
    .select(['units.code as unitCode', 'units.numberPrefix', 'units.nameRu', 'units.nameKk', 'units.nameEn'])
    .select(['submitter.fullName as submitterName', 'accepter.fullName as accepterName', 'snapshots.sha256'])
    .select(isLate(today).as('late'))
    .where(visibleTo(actor))
}
export type ReportRow = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

export const findReport = (db: Reader, actor: Actor, id: string, today: Day): Promise<ReportRow | undefined> =>
  reports(db, actor, today).where('branchReports.id', '=', id).executeTakeFirst()

/** Locked first, read afterwards: the joined rows are then those of after the wait. */
export async function lockReport(tx: Tx, actor: Actor, id: string, today: Day): Promise<ReportRow | undefined> {
  const locked = await tx
    .selectFrom('branchReports')
    .select('id')
    .where('id', '=', id)
    .where(visibleTo(actor))
    .forUpdate()
    .executeTakeFirst()
  return locked && findReport(tx, actor, id, today)
}

/** All of one unit, so that two of its reports are never accepted in one moment: both would show the same corrections. */
export async function lockReportsOfUnit(tx: Tx, unitId: string): Promise<number> {
  const versions = await tx
    .selectFrom('branchReports')
    .select('version')
    .where('unitId', '=', unitId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return versions.reduce((sum, { version }) => sum + version, 0)
}
export async function versionsOfUnit(db: Reader, unitId: string): Promise<number> {
  const { sum } = await db
    .selectFrom('branchReports')
    .select((eb) => eb.fn.sum<string | null>('version').as('sum'))
    .where('unitId', '=', unitId)
    .executeTakeFirstOrThrow()
  return Number(sum)
}

export interface ReportFilter {
  status?: BranchReportStatus[] | undefined
  late?: boolean | undefined
  branchId?: string[] | undefined
}

/** A directory by nature: a row for each unit, branches by name and then the council. */
export function findReports(
  db: Reader,
  actor: Actor | null,
  periodKey: string,
  today: Day,
  { status, late, branchId }: ReportFilter = {},
): Promise<ReportRow[]> {
  return reports(db, actor, today)
    .where('branchReports.periodKey', '=', periodKey)
    .$if(!!status?.length, (rest) =>
      rest.where('branchReports.status', '=', anyText(status ?? []) as Expression<BranchReport['status']>),
    )
    .$if(late !== undefined, (rest) => rest.where(isLate(today), '=', late ?? false))
    .$if(!!branchId?.length, (rest) => rest.where('branchReports.unitId', '=', anyId(toUnitIds(branchId ?? []))))
    .orderBy('units.kind')
    .orderBy(nameOf('units.nameRu'))
    .orderBy('branchReports.id')
    .execute()
}

/** What the snapshot of each report says of its own quarter. */
export async function findFrozenTotals(
  db: Reader,
  snapshotIds: readonly string[],
): Promise<Map<string, { count: number; effect: number }>> {
  if (snapshotIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('snapshotFigures')
    .select(['snapshotId', sql<number>`sum(count)::int8`.as('count'), sql<number>`sum(effect)::int8`.as('effect')])
    .where('snapshotId', '=', anyId(snapshotIds))
    .where('isCorrection', '=', false)
    .groupBy('snapshotId')
    .execute()
  return new Map(rows.map(({ snapshotId, count, effect }) => [snapshotId, { count, effect }]))
}

/** Bytes as they were stored. */
export const findSnapshot = (db: Reader, id: string): Promise<{ bytes: Buffer; sha256: string } | undefined> =>
  db.selectFrom('snapshots').select(['bytes', 'sha256']).where('id', '=', id).executeTakeFirst()

export interface ReportInHand {
  periodKey: string
  unitId: string
  status: BranchReportStatus
  late: boolean
}
/** Of quarters that are over and not closed, oldest first. */
export const findReportsInHand = (db: Reader, actor: Actor, today: Day): Promise<ReportInHand[]> =>
  db
    .selectFrom('branchReports')
    .innerJoin('reportingPeriods', 'reportingPeriods.key', 'branchReports.periodKey')
    .select(['periodKey', 'unitId', 'branchReports.status'])
    .select(isLate(today).as('late'))
    .where('reportingPeriods.status', '=', 'open')
    .where('reportingPeriods.toOn', '<=', today)
    .where(visibleTo(actor))
    .orderBy('periodKey')
    .execute()
