import type { BranchReport } from '@qorgan/shared/closing'
import { recordEvent } from '../audit/service.ts'
import { notify } from '../notifications/service.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { findBlocking } from './checks.ts'
import { computeReports, core } from './compute.ts'
import { keepSnapshots } from './keeping.ts'
import { refuseReportAction, refuseStranger } from './policy.ts'
import { presentReport, textOf, unitOf } from './present.ts'
import { findReport, findSnapshot, lockReport, lockReportsOfUnit, type ReportRow, versionsOfUnit } from './queries.ts'
import { type BranchSnapshot, frozen, readBranchSnapshot } from './snapshot.ts'
import { newsOfReport } from './news.ts'

export interface ReportActing {
  actor: Actor
  clock: Clock
  ifMatch: IfMatch
  reportId: string
}
type Looking = ReportActing & { db: Reader }
type Acting = ReportActing & { tx: Tx }

/** The report as one moment shows it, with what it says: found, of the version that the caller saw, theirs, and at the right time. */
async function look(
  { db, actor, clock, ifMatch, reportId }: Looking,
  action: 'submit' | 'accept',
  reason?: string | null,
) {
  const today = clock.today()
  const row = isUuid(reportId) ? await findReport(db, actor, reportId, today) : undefined
  if (!row) throw notFound()
  refuseStranger(actor, row, action)
  if (action === 'submit' && row.unitId !== actor.unitId && !reason) throw invalidAt('/reason', 'field.required')
  requireVersion(ifMatch, row.version)
  refuseReportAction(row, action, today)
  return row
}

const computed = async (db: Reader, row: ReportRow) => {
  const quarter = { key: row.periodKey, from: row.fromOn, to: row.toOn }
  const own = (await computeReports(db, quarter, [row.unitId])).get(row.unitId)
  if (!own) throw new Error('a unit has figures, zeros too')
  return { quarter, own }
}

/** What is handed in: figures, records and corrections of one moment, with the unit's own words. */
export async function prepareSubmission(looking: Looking & { reason?: string | null | undefined }) {
  const row = await look(looking, 'submit', looking.reason)
  const blocked = await findBlocking(looking.db, row)
  if (blocked > 0) throw new AppError('branchReport.blocked', { count: blocked })
  const { quarter, own } = await computed(looking.db, row)
  const document: BranchSnapshot = {
    kind: 'branch-report',
    format: 1,
    period: quarter,
    unit: unitOf(row),
    ...own,
    text: textOf(row),
  }
  return { row, document, ...frozen(document) }
}

export async function submit(
  acting: Acting & { reason?: string | null | undefined },
  prepared: Awaited<ReturnType<typeof prepareSubmission>>,
): Promise<BranchReport> {
  const { tx, actor, clock, reason } = acting
  const row = await stillAsSeen(acting, prepared.row, 'submit')
  const [snapshotId] = await keepSnapshots(tx, [
    { ...prepared, reportId: row.id, unitId: row.unitId, stage: 'submitted', at: clock.now() },
  ])
  await tx
    .updateTable('branchReports')
    .set({
      status: 'submitted',
      snapshotId,
      submittedAt: clock.now(),
      submittedBy: actor.userId,
      submitReason: row.unitId === actor.unitId ? null : (reason ?? null),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  if (row.unitId !== actor.unitId) await notify(tx, actor, clock, newsOfReport('branchReport.submitted', row))
  return leaveTrace(acting, row, 'branchReport.submitted', prepared.sha256)
}

/** Whether what was looked at is what was handed in, and still what the records say. */
export async function prepareAcceptance(looking: Looking & { sha256: string }) {
  const row = await look(looking, 'accept')
  if (row.sha256 !== looking.sha256) throw new AppError('branchReport.figuresChanged')
  const submitted = await findSnapshot(looking.db, row.snapshotId ?? '')
  if (!submitted) throw new Error('what was submitted is kept')
  const document = readBranchSnapshot(submitted.bytes)
  const { own } = await computed(looking.db, row)
  if (core(document) !== core(own)) throw new AppError('branchReport.figuresChanged')
  return { row, document, ...submitted, versions: await versionsOfUnit(looking.db, row.unitId) }
}

export async function accept(
  acting: Acting,
  prepared: Awaited<ReturnType<typeof prepareAcceptance>>,
): Promise<BranchReport> {
  const { tx, actor, clock } = acting
  const versions = await lockReportsOfUnit(tx, prepared.row.unitId)
  const row = await stillAsSeen(acting, prepared.row, 'accept')
  // Another quarter of the unit was accepted a moment ago: it may have shown the same corrections.
  if (versions !== prepared.versions) throw new AppError('branchReport.figuresChanged')
  const [snapshotId] = await keepSnapshots(tx, [
    { ...prepared, reportId: row.id, unitId: row.unitId, stage: 'accepted', at: clock.now() },
  ])
  await tx
    .updateTable('branchReports')
    .set({
      status: 'accepted',
      snapshotId,
      comment: null,
      acceptedAt: clock.now(),
      acceptedBy: actor.userId,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  await notify(tx, actor, clock, newsOfReport('branchReport.accepted', row))
  return leaveTrace(acting, row, 'branchReport.accepted', prepared.sha256)
}

/** Somebody may have been faster between the look and the lock. */
async function stillAsSeen(
  { tx, actor, clock, ifMatch, reportId }: Acting,
  seen: ReportRow,
  action: 'submit' | 'accept',
) {
  const row = await lockReport(tx, actor, reportId, clock.today())
  if (!row) throw notFound()
  requireVersion(ifMatch, row.version)
  refuseReportAction(row, action, clock.today())
  if (row.version !== seen.version) throw new AppError('record.changedMeanwhile', { version: row.version })
  return row
}

/** The last act: the report as it is now, and who did what. */
export async function leaveTrace(
  { tx, actor, clock }: Pick<Acting, 'tx' | 'actor' | 'clock'>,
  row: ReportRow,
  action: string,
  contentHash?: string,
  fields: readonly string[] = [],
): Promise<BranchReport> {
  const changed = await findReport(tx, actor, row.id, clock.today())
  if (!changed) throw notFound()
  const report = await presentReport(tx, actor, changed, clock.today())
  await recordEvent(tx, actor, {
    unitId: row.unitId,
    action,
    entity: 'branchReport',
    entityId: row.id,
    fields,
    ...(contentHash && { contentHash }),
  })
  return report
}
