import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { Reader } from '../platform/db/index.ts'

/** The levels that reports count on a day: a dated setting. */
export async function levelsOf(db: Reader, on: Day): Promise<AppealLevel[]> {
  const settings = await db.selectFrom('countedLevels').select(['validFrom', 'levels']).orderBy('validFrom').execute()
  const setting = settings.findLast(({ validFrom }) => validFrom <= on) ?? settings[0]
  // The table's values are the contract's; the column is text[], which has no check of its own.
  return (setting?.levels ?? []) as AppealLevel[]
}
