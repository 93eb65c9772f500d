import type { BranchReport } from '@qorgan/shared/closing'
import type { Day } from '@qorgan/shared/dates'
import { toBranchId } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { findUnitFigures, withLevels } from '../reports/service.ts'
import { reportCapabilities } from './policy.ts'
import { findFrozenTotals, type ReportRow } from './queries.ts'
import type { ReportText, SnapshotUnit } from './snapshot.ts'

/** Reports of one quarter, each with its total: as frozen once accepted, live before. Few statements however many there are. */
export async function presentReports(
  db: Reader,
  actor: Actor,
  rows: readonly ReportRow[],
  today: Day,
): Promise<BranchReport[]> {
  const frozen = await findFrozenTotals(
    db,
    rows.flatMap(({ status, snapshotId }) => (status === 'accepted' && snapshotId ? [snapshotId] : [])),
  )
  const living = await findLivingTotals(db, rows)
  return rows.map((row) => {
    const total = row.status === 'accepted' ? frozen.get(row.snapshotId ?? '') : living.get(row.unitId)
    return present(actor, row, total ?? { count: 0, effect: 0 }, today)
  })
}
export async function presentReport(db: Reader, actor: Actor, row: ReportRow, today: Day): Promise<BranchReport> {
  const [report] = await presentReports(db, actor, [row], today)
  if (!report) throw new Error('one row is one report')
  return report
}

async function findLivingTotals(db: Reader, rows: readonly ReportRow[]) {
  const [first] = rows
  const totals = new Map<string, BranchReport['total']>()
  if (!first) return totals
  const spans = await withLevels(db, [{ key: first.periodKey, from: first.fromOn, to: first.toOn }])
  for (const figure of await findUnitFigures(
    db,
    spans,
    rows.map(({ unitId }) => unitId),
  )) {
    if (!figure.counted) continue
    const { count, effect } = totals.get(figure.row) ?? { count: 0, effect: 0 }
    totals.set(figure.row, { count: count + figure.count, effect: effect + figure.effect })
  }
  return totals
}

const present = (actor: Actor, row: ReportRow, total: BranchReport['total'], today: Day): BranchReport => ({
  id: row.id,
  periodKey: row.periodKey,
  from: row.fromOn,
  to: row.toOn,
  dueOn: row.dueOn,
  branchId: toBranchId(row.unitId),
  status: row.status,
  late: row.late,
  ...textOf(row),
  sha256: row.sha256,
  submittedAt: row.submittedAt?.toISOString() ?? null,
  submittedBy: personOf(row.submittedBy, row.submitterName),
  submitReason: row.submitReason,
  comment: row.comment,
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  acceptedBy: personOf(row.acceptedBy, row.accepterName),
  total,
  remindedAt: row.remindedAt?.toISOString() ?? null,
  version: row.version,
  can: reportCapabilities(actor, row, today),
})

export const personOf = (id: string | null, fullName: string | null) => (id && fullName ? { id, fullName } : null)

/** JSON of our own making: a PATCH's body, checked by the contract. */
export const textOf = ({ analysis, tensions, examples, signed }: Pick<ReportRow, keyof ReportText>): ReportText => ({
  analysis,
  tensions,
  examples: examples as ReportText['examples'],
  signed: signed as ReportText['signed'],
})
export const unitOf = (row: Pick<ReportRow, 'unitId' | 'unitCode' | 'nameRu' | 'nameKk' | 'nameEn'>): SnapshotUnit => ({
  branchId: toBranchId(row.unitId),
  code: row.unitCode,
  name: { ru: row.nameRu, kk: row.nameKk, en: row.nameEn },
})
