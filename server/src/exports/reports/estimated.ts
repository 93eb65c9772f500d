import type { AppealsReport } from '@qorgan/shared/reports'
import { toUnitIds } from '../../organisation/service.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { Reader } from '../../platform/db/index.ts'
import { findSavedFees } from '../../reports/service.ts'

/** Saved legal fees within the effect, by column: nobody paid them out, so paper says them apart. Null where there are none. */
export interface Estimated {
  total: number
  columns: Record<string, number>
}

export async function findEstimated(
  db: Reader,
  actor: Actor,
  { columns }: Pick<AppealsReport, 'columns'>,
  branchId: readonly string[] | undefined,
): Promise<Estimated | null> {
  const unitIds = branchId?.length ? toUnitIds(branchId) : undefined
  const saved = await findSavedFees(db, actor, { columns, unitIds })
  const total = saved.reduce((sum, { amount }) => sum + amount, 0)
  return total === 0
    ? null
    : { total, columns: Object.fromEntries(saved.map(({ column, amount }) => [column, amount])) }
}
