import { loadedYears, type WorkingCalendar, workingCalendar } from '@qorgan/shared/working-days'
import type { Reader } from '../platform/db/index.ts'

export { holdCalendar } from './calendar-lock.ts'
export { editionOn, findActiveRules, type KeptRule, ruleAsKept, type RuleRow } from './rule-queries.ts'
export { seedLegalRules } from './rule-seed.ts'

/** The working calendar as it stands now: about 150 rows. */
export async function findCalendar(db: Reader): Promise<WorkingCalendar> {
  const days = await db.selectFrom('calendarDays').select(['date', 'kind', 'provisional']).orderBy('date').execute()
  return workingCalendar(days, loadedYears(days))
}

/** Working days that an appeal of each category may take. */
export async function findTerms(db: Reader): Promise<Map<string, number>> {
  const terms = await db.selectFrom('appealTerms').select(['category', 'workingDays']).execute()
  return new Map(terms.map((term) => [term.category, term.workingDays]))
}
