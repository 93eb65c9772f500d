import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { Reader } from '../platform/db/index.ts'

/** The levels that reports count on a day: a dated setting. */
export async function levelsOf(db: Reader, on: Day): Promise<AppealLevel[]> {
  const [span] = await withLevels(db, [{ from: on }])
  return span?.levels ?? []
}

/** Each span of days with the levels that count on its first day. */
export async function withLevels<T extends { from: Day }>(
  db: Reader,
  spans: readonly T[],
): Promise<(T & { levels: AppealLevel[] })[]> {
  const settings = await db.selectFrom('countedLevels').select(['validFrom', 'levels']).orderBy('validFrom').execute()
  return spans.map((span) => ({
    ...span,
    // The table's values are the contract's; the column is text[], which has no check of its own.
    levels: ((settings.findLast(({ validFrom }) => validFrom <= span.from) ?? settings[0])?.levels ??
      []) as AppealLevel[],
  }))
}
