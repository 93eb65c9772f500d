import type { Difference } from '@qorgan/shared/closing'
import { toBranchId } from '../organisation/service.ts'
import { anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import {
  type ChangedAppeal,
  type ChangedEffect,
  findChangedAppeals,
  findChangedEffects,
  type Wanted,
} from './changes.ts'

type Placed = Omit<Difference, 'appealId'> & { place: string }

/** Live less snapshot, record by record, in the order of numbers. One statement for the appeals and one for the ledger. */
export async function findDifferences(
  db: Reader,
  wanted: readonly Wanted[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const appeals = await findChangedAppeals(db, wanted, { withShown: false })
  const effects = await findChangedEffects(db, wanted, { withShown: false })
  const all = [...ofAppeals(appeals), ...ofEffects(effects)].toSorted((a, b) => (a.place < b.place ? -1 : 1))
  const totals = {
    count: all.reduce((sum, { count }) => sum + count, 0),
    effect: all.reduce((sum, { effect }) => sum + effect, 0),
  }
  const [after = ''] = readCursor(cursor, 1) ?? []
  const rest = all.filter(({ place }) => place > after).slice(0, limit + 1)
  const ids = await findAppealIds(
    db,
    rest.map(({ number }) => number),
  )
  return {
    ...pageOf(
      rest,
      limit,
      ({ place }) => [place],
      ({ place: _place, ...difference }): Difference => ({
        ...difference,
        appealId: ids.get(difference.number) ?? null,
      }),
    ),
    totals,
  }
}

/** An appeal that changed its category leaves one and comes into another: two rows, so that the sums by category hold. */
function ofAppeals(rows: readonly ChangedAppeal[]): Placed[] {
  const often = Map.groupBy(rows, ({ number }) => number)
  return rows.map(({ unitId, number, category, count }) => ({
    record: 'appeal',
    change: often.get(number)?.length === 1 ? (count > 0 ? 'added' : 'removed') : 'changed',
    number,
    branchId: toBranchId(unitId),
    category,
    count,
    effect: 0,
    place: `${number} 0 ${category}`,
  }))
}

function ofEffects(rows: readonly ChangedEffect[]): Placed[] {
  const byId = Map.groupBy(rows, ({ id }) => id)
  return rows.map(({ unitId, id, appealNumber, category, amount }) => {
    const own = byId.get(id) ?? []
    const isLiving = own.some((row) => row.isLiving)
    const wasFrozen = own.some((row) => row.wasFrozen)
    return {
      record: 'effect',
      change: isLiving && wasFrozen ? 'changed' : isLiving ? 'added' : 'removed',
      number: appealNumber,
      branchId: toBranchId(unitId),
      category,
      count: 0,
      effect: amount,
      place: `${appealNumber} 1 ${id} ${category}`,
    }
  })
}

async function findAppealIds(db: Reader, numbers: readonly string[]): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('appeals')
    .select(['id', 'number'])
    .where('number', '=', anyText([...new Set(numbers)]))
    .execute()
  return new Map(rows.map(({ id, number }) => [number, id]))
}
