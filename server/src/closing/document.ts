import type { Reader } from '../platform/db/index.ts'
import { computeReports } from './compute.ts'
import { textOf, unitOf } from './present.ts'
import { findSnapshot, type ReportRow } from './queries.ts'
import { type BranchSnapshot, frozen, readBranchSnapshot } from './snapshot.ts'

export interface ReportDocument {
  document: BranchSnapshot
  sha256: string
  isAccepted: boolean
}

/** A unit's quarter as a document: what was handed in, or else what would be now. For a transaction that sees one moment. */
export async function findReportDocument(db: Reader, row: ReportRow): Promise<ReportDocument> {
  const snapshot = row.snapshotId === null ? undefined : await findSnapshot(db, row.snapshotId)
  if (snapshot)
    return {
      document: readBranchSnapshot(snapshot.bytes),
      sha256: snapshot.sha256,
      isAccepted: row.status === 'accepted',
    }
  const period = { key: row.periodKey, from: row.fromOn, to: row.toOn }
  const own = (await computeReports(db, period, [row.unitId])).get(row.unitId)
  if (!own) throw new Error('a unit has figures, zeros too')
  const document: BranchSnapshot = {
    kind: 'branch-report',
    format: 1,
    period,
    unit: unitOf(row),
    ...own,
    text: textOf(row),
  }
  return { document, sha256: frozen(document).sha256, isAccepted: false }
}
