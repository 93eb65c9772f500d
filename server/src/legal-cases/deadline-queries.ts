import type { Day } from '@qorgan/shared/dates'
import type { Label } from '@qorgan/shared/fields'
import { explainLegalTerm, legalTerm } from '@qorgan/shared/legal-term'
import type { CaseDeadline } from '@qorgan/shared/legal-terms'
import { addWorkingDays, type WorkingCalendar } from '@qorgan/shared/working-days'
import { sql } from 'kysely'
import type { KeptRule } from '../deadlines/service.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Cursor } from '../platform/http/pages.ts'

/** From so many working days before it on a term is near. */
const NEAR_WORKING_DAYS = 5

function selectDeadlines(db: Reader, caseId: string) {
  return db
    .selectFrom('caseDeadlines')
    .leftJoin('users', 'users.id', 'caseDeadlines.checkedBy')
    .select([
      'caseDeadlines.id',
      'caseDeadlines.rule',
      'caseDeadlines.ruleId',
      'caseDeadlines.title',
      'caseDeadlines.eventDate',
      'caseDeadlines.dueOn',
      'caseDeadlines.computedOn',
      'caseDeadlines.overrideReason',
      'caseDeadlines.explained',
      'caseDeadlines.provisional',
      'caseDeadlines.checkedBy',
      'caseDeadlines.checkedAt',
      'caseDeadlines.doneOn',
      'caseDeadlines.version',
      'users.fullName as checkedByName',
    ])
    .where('caseDeadlines.caseId', '=', caseId)
}
export type DeadlineRow = Awaited<ReturnType<ReturnType<typeof selectDeadlines>['executeTakeFirstOrThrow']>>

/** Those that run before those that were met; the nearest first. */
export function findDeadlines(
  db: Reader,
  caseId: string,
  limit: number,
  after: Cursor | undefined,
): Promise<DeadlineRow[]> {
  return selectDeadlines(db, caseId)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(case_deadlines.done_on is not null, due_on, case_deadlines.id) > (${after?.[0] ?? ''}::boolean, ${after?.[1] ?? ''}::date, ${after?.[2] ?? ''}::uuid)`,
      ),
    )
    .orderBy(sql`case_deadlines.done_on is not null`)
    .orderBy('caseDeadlines.dueOn')
    .orderBy('caseDeadlines.id')
    .limit(limit + 1)
    .execute()
}
export const placeOfDeadline = (row: DeadlineRow): Cursor => [String(row.doneOn !== null), row.dueOn, row.id]

export const findDeadline = (db: Reader, caseId: string, id: string): Promise<DeadlineRow | undefined> =>
  selectDeadlines(db, caseId).where('caseDeadlines.id', '=', id).executeTakeFirst()

/** The case is locked before it. */
export const lockDeadline = (tx: Tx, caseId: string, id: string): Promise<DeadlineRow | undefined> =>
  selectDeadlines(tx, caseId).where('caseDeadlines.id', '=', id).forUpdate('caseDeadlines').executeTakeFirst()

/** What the calendar makes of a rule from a day: the columns that a term keeps of it. */
export function computed(calendar: WorkingCalendar, rule: KeptRule, eventDate: Day) {
  const end = legalTerm(calendar, eventDate, rule)
  return { date: end.date, explained: explainLegalTerm(end, rule), provisional: end.provisionalYears.length > 0 }
}

/** Until this day a term is near. */
export const nearUntil = (calendar: WorkingCalendar, today: Day): Day =>
  addWorkingDays(calendar, today, NEAR_WORKING_DAYS).date

function stateOf({ doneOn, dueOn }: DeadlineRow, today: Day, near: Day): CaseDeadline['state'] {
  if (doneOn !== null) return 'done'
  if (dueOn < today) return 'missed'
  return dueOn <= near ? 'near' : 'ahead'
}

/** Of a rule it is cited with its act: an article alone says nothing. */
export const citationOf = ({ act, article }: Pick<KeptRule, 'act' | 'article'>): string => `${act}, ${article}`

export function presentDeadline(
  row: DeadlineRow,
  { today, near, mayWork }: { today: Day; near: Day; mayWork: boolean },
): CaseDeadline {
  const rule = row.rule as KeptRule | null
  const own: Label = { ru: row.title ?? '', kk: row.title ?? '', en: null }
  const canWork = mayWork && row.doneOn === null
  return {
    id: row.id,
    ruleKey: rule?.key ?? null,
    title: rule?.title ?? own,
    article: rule && citationOf(rule),
    eventDate: row.eventDate,
    dueOn: row.dueOn,
    computedOn: row.overrideReason === null ? null : row.computedOn,
    overrideReason: row.overrideReason,
    explained: row.explained as Label | null,
    certainty: rule?.certainty ?? null,
    provisional: row.provisional,
    state: stateOf(row, today, near),
    checkedBy: row.checkedBy === null ? null : { id: row.checkedBy, fullName: row.checkedByName ?? '' },
    checkedAt: row.checkedAt?.toISOString() ?? null,
    doneOn: row.doneOn,
    version: row.version,
    can: { edit: canWork, check: canWork && row.checkedBy === null, done: canWork },
  }
}
