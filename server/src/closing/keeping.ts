import { insertMany } from '../platform/db/bulk.ts'
import type { Tx } from '../platform/db/index.ts'
import { newId } from '../platform/ids.ts'
import { isChange } from './amounts.ts'
import type { BranchSnapshot, Frozen } from './snapshot.ts'

interface SnapshotRow {
  id: string
  periodKey: string
  branchReportId: string | null
  unitId: string | null
  stage: 'submitted' | 'accepted' | 'closed'
  sha256: string
  bytes: string
  createdAt: Date
}
export interface Kept extends Frozen {
  document: BranchSnapshot
  reportId: string
  unitId: string
  stage: 'submitted' | 'accepted'
  at: Date
}

/** Stores snapshots of units for ever, with the figures that later corrections are measured by. Answers their ids, in order. */
export async function keepSnapshots(tx: Tx, all: readonly Kept[]): Promise<string[]> {
  const rows = all.map(({ document, reportId, unitId, stage, sha256, bytes, at }): SnapshotRow => ({
    id: newId(),
    periodKey: document.period.key,
    branchReportId: reportId,
    unitId,
    stage,
    sha256,
    bytes: `\\x${bytes.toString('hex')}`,
    createdAt: at,
  }))
  await insertMany(tx, 'snapshots', rows)
  await insertMany(
    tx,
    'snapshotFigures',
    all.flatMap(({ document, unitId }, i) => figureRows(document, unitId, rows[i]?.id ?? '')),
  )
  return rows.map(({ id }) => id)
}

export async function keepPeriodSnapshot(
  tx: Tx,
  periodKey: string,
  { bytes, sha256 }: Frozen,
  at: Date,
): Promise<void> {
  const row = { id: newId(), periodKey, branchReportId: null, unitId: null, stage: 'closed', sha256, createdAt: at }
  await insertMany(tx, 'snapshots', [{ ...row, bytes: `\\x${bytes.toString('hex')}` }])
}

function figureRows({ period, figures, corrections }: BranchSnapshot, unitId: string, snapshotId: string) {
  const row =
    (periodKey: string, isCorrection: boolean) =>
    (figure: { category: string; count: number; effect: number; people: number }) => ({
      snapshotId,
      unitId,
      periodKey,
      category: figure.category,
      isCorrection,
      count: figure.count,
      effect: figure.effect,
      people: figure.people,
    })
  return [
    ...figures.categories.filter(isChange).map(row(period.key, false)),
    ...corrections.flatMap(({ periodKey, categories }) => categories.map(row(periodKey, true))),
  ]
}
