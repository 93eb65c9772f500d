import type { BranchReport, getBranchReportFigures, listBranchReports } from '@qorgan/shared/closing'
import type { RouteInput, RouteOutput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { Page } from '@qorgan/shared/pagination'
import type { Cell } from '@qorgan/shared/reports'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'
import { pageOfAll } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'
import { categoryLabels, withLevels } from '../reports/service.ts'
import type { Wanted } from './changes.ts'
import { findOverviews, type Overview } from './compute.ts'
import { findPeriod, type PeriodRow } from './period-queries.ts'
import { presentReports } from './present.ts'
import { findReport, findReports, findSnapshot, type ReportRow } from './queries.ts'
import { quarterOf } from './quarters.ts'
import { type Amounts, readBranchSnapshot } from './snapshot.ts'

export async function requirePeriod(db: Reader, actor: Actor, key: string): Promise<PeriodRow> {
  const row = await findPeriod(db, actor, key)
  if (!row) throw notFound()
  return row
}
export async function requireReport(db: Reader, actor: Actor, id: string, today: Day): Promise<ReportRow> {
  const row = isUuid(id) ? await findReport(db, actor, id, today) : undefined
  if (!row) throw notFound()
  return row
}

export async function pageOfReports(
  db: Reader,
  actor: Actor,
  { params, query }: RouteInput<typeof listBranchReports>,
  today: Day,
): Promise<Page<BranchReport>> {
  const { key } = await requirePeriod(db, actor, params.key)
  const { limit, cursor, ...filter } = query
  const { items, nextCursor } = pageOfAll(
    await findReports(db, actor, key, today, filter),
    { limit, cursor },
    (row) => row,
  )
  return { items: await presentReports(db, actor, items, today), nextCursor }
}

/** Live, or as the accepted snapshot has it. */
export async function findReportFigures(
  db: Reader,
  row: ReportRow,
): Promise<RouteOutput<typeof getBranchReportFigures>> {
  const isFrozen = row.status === 'accepted'
  const overview = isFrozen ? await frozenOverview(db, row) : await livingOverview(db, row)
  const { figures, comparison, corrections } = overview
  const spans = {
    current: figures,
    previous: comparison.previous,
    yearAgo: comparison.yearAgo,
    yearToDate: comparison.yearToDate,
  }
  const cells = (of: (span: Overview['figures']) => Amounts | undefined) => ({
    current: cell(of(spans.current)),
    previous: cell(of(spans.previous)),
    yearAgo: cell(of(spans.yearAgo)),
    yearToDate: cell(of(spans.yearToDate)),
  })
  return {
    frozen: isFrozen,
    rows: AppealCategory.options.map((category) => ({
      category,
      label: categoryLabels[category],
      ...cells(({ categories }) => categories.find((one) => one.category === category)),
    })),
    totals: cells(({ totals }) => totals),
    members: comparison.members,
    perThousand: comparison.perThousand,
    topics: comparison.topics,
    employers: comparison.employers,
    corrections: corrections.map(({ periodKey, count, effect }) => ({ periodKey, count, effect })),
  }
}

const cell = (amounts: Amounts | undefined): Cell => ({
  count: amounts?.count ?? 0,
  effect: amounts?.effect ?? 0,
  people: amounts?.people ?? 0,
  unconfirmed: amounts?.unconfirmed ?? 0,
  legacy: null,
})

async function frozenOverview(db: Reader, row: ReportRow): Promise<Overview> {
  const snapshot = await findSnapshot(db, row.snapshotId ?? '')
  if (!snapshot) throw new Error('what was accepted is kept')
  return readBranchSnapshot(snapshot.bytes)
}
async function livingOverview(db: Reader, row: ReportRow): Promise<Overview> {
  const overview = (await findOverviews(db, quarterOf(row.fromOn), [row.unitId])).get(row.unitId)
  if (!overview) throw new Error('a unit has figures, zeros too')
  return overview
}

/** What a report is compared with: what was handed in. Nothing before. */
export async function comparedReport(db: Reader, row: ReportRow): Promise<Wanted[]> {
  if (!row.snapshotId) throw notFound()
  const [span] = await withLevels(db, [quarterOf(row.fromOn)])
  return span ? [{ ...span, unitId: row.unitId, snapshotId: row.snapshotId }] : []
}

/**
 * Every unit of the caller's: one without a report in that quarter had nothing frozen. Of a quarter that was opened again those that are
 * still accepted, so that the council sees which to return; of one that was never closed, nothing.
 */
export async function comparedPeriod(db: Reader, actor: Actor, row: PeriodRow): Promise<Wanted[]> {
  if (row.status !== 'closed' && row.reopenReason === null) throw notFound()
  const [span] = await withLevels(db, [quarterOf(row.fromOn)])
  const units = await db
    .selectFrom('units')
    .leftJoin('branchReports', (join) =>
      join
        .onRef('branchReports.unitId', '=', 'units.id')
        .on('branchReports.periodKey', '=', row.key)
        .on('branchReports.status', '=', 'accepted'),
    )
    .select(['units.id as unitId', 'snapshotId'])
    .$if(row.status !== 'closed', (rest) => rest.where('snapshotId', 'is not', null))
    .$if(!seesUnion(actor), (rest) => rest.where('units.id', '=', actor.unitId))
    .execute()
  return span ? units.map((unit) => ({ ...span, ...unit })) : []
}

interface Bytes {
  bytes: Buffer
  sha256: string
  name: string
}
/** The accepted bytes; by their hash also those that were accepted before, whatever became of the report since. */
export async function findReportBytes(db: Reader, row: ReportRow, sha256: string | undefined): Promise<Bytes> {
  const snapshot =
    sha256 === undefined
      ? row.status === 'accepted' && (await findSnapshot(db, row.snapshotId ?? ''))
      : await db
          .selectFrom('snapshots')
          .select(['bytes', 'sha256'])
          .where('branchReportId', '=', row.id)
          .where('stage', '=', 'accepted')
          .where('sha256', '=', sha256)
          .limit(1)
          .executeTakeFirst()
  if (!snapshot) throw notFound()
  return { ...snapshot, name: `${row.periodKey}-${row.numberPrefix}.json` }
}

/** Whole quarters are the union's: row-level security shows them to nobody else. */
export async function findPeriodBytes(
  db: Reader,
  actor: Actor,
  row: PeriodRow,
  asked: string | undefined,
): Promise<Bytes> {
  const sha256 = asked ?? row.sha256
  if (!seesUnion(actor) || sha256 === null) throw notFound()
  const snapshot = await db
    .selectFrom('snapshots')
    .select(['bytes', 'sha256'])
    .where('periodKey', '=', row.key)
    .where('stage', '=', 'closed')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  if (!snapshot) throw notFound()
  return { ...snapshot, name: `${row.key}.json` }
}
