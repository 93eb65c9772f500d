import type { AppealsReport } from '@qorgan/shared/reports'
import { summariseEffectRows } from '../../effects/service.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import type { Reader } from '../../platform/db/index.ts'

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
  const of = async ({ from, to, levels }: AppealsReport['columns'][number]) =>
    levels.length === 0
      ? 0
      : (
          await summariseEffectRows(db, actor, {
            stage: ['received'],
            kind: ['legal_fees_saved'],
            occurredFrom: from,
            occurredTo: to,
            level: [...levels],
            branchId: branchId && [...branchId],
          })
        ).amount
  const sums: Record<string, number> = {}
  for (const column of columns) sums[column.key] = await of(column)
  const total = Object.values(sums).reduce((sum, one) => sum + one, 0)
  return total === 0 ? null : { total, columns: sums }
}
