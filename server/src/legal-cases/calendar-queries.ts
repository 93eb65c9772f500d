import { addDays, type Day } from '@qorgan/shared/dates'
import type { Label } from '@qorgan/shared/fields'
import type { CaseCalendarEntry } from '@qorgan/shared/hearings'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import type { KeptRule } from '../deadlines/service.ts'
import type { Reader } from '../platform/db/index.ts'
import { readable, startOf } from './filters.ts'
import { dayInAlmaty } from './hearings.ts'
import { visibleTo } from './scope.ts'

export interface Window {
  from: Day
  to: Day
  today: Day
}

/** Cases that the actor reads whole, with their counsel of the day. */
const readCases = (db: Reader, actor: Actor, today: Day) =>
  db
    .selectFrom('legalCases')
    .select(['legalCases.id as caseId', 'legalCases.number as caseNumber'])
    .select(
      sql<
        string[] | null
      >`(select json_agg(l.full_name order by a.contract_date, a.id) from case_assignments a join lawyers l on l.id = a.lawyer_id
        where a.case_id = legal_cases.id and a.contract_date <= ${today} and (a.ended_on is null or a.ended_on >= ${today}))`.as(
        'lawyers',
      ),
    )
    .where(visibleTo(actor, today))
    .where(sql<boolean>`${readable(actor)}`)

export function findHearingsBetween(db: Reader, actor: Actor, { from, to, today }: Window) {
  return readCases(db, actor, today)
    .innerJoin('hearings as h', 'h.caseId', 'legalCases.id')
    .select(['h.id', 'h.startsAt', 'h.stage', 'h.court', 'h.version', 'h.createdAt'])
    .select(sql<boolean>`h.result is not null`.as('done'))
    .where('h.startsAt', '>=', startOf(from))
    .where('h.startsAt', '<', startOf(addDays(to, 1)))
    .orderBy('h.startsAt')
    .orderBy('h.id')
    .execute()
}
export type CalendarHearing = Awaited<ReturnType<typeof findHearingsBetween>>[number]

/** A term that nobody has met ends with its case. */
export async function findDeadlinesBetween(db: Reader, actor: Actor, { from, to, today }: Window) {
  const rows = await readCases(db, actor, today)
    .innerJoin('caseDeadlines as d', 'd.caseId', 'legalCases.id')
    .select(['d.id', 'd.dueOn', 'd.doneOn', 'd.rule', 'd.title', 'd.version', 'd.createdAt'])
    .where('d.dueOn', '>=', from)
    .where('d.dueOn', '<=', to)
    .where((eb) => eb.or([eb('d.doneOn', 'is not', null), eb('legalCases.status', '<>', 'closed')]))
    .orderBy('d.dueOn')
    .orderBy('d.id')
    .execute()
  return rows.map(({ rule, ...row }) => ({ ...row, ruleTitle: (rule as KeptRule | null)?.title ?? null }))
}
export type CalendarDeadline = Awaited<ReturnType<typeof findDeadlinesBetween>>[number]

export const hearingEntry = (row: CalendarHearing): CaseCalendarEntry => ({
  kind: 'hearing',
  id: row.id,
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  on: dayInAlmaty(row.startsAt),
  startsAt: row.startsAt.toISOString(),
  stage: row.stage,
  court: row.court,
  title: null,
  done: row.done,
  lawyers: row.lawyers ?? [],
})

export const deadlineEntry = (row: CalendarDeadline): CaseCalendarEntry => ({
  kind: 'deadline',
  id: row.id,
  caseId: row.caseId,
  caseNumber: row.caseNumber,
  on: row.dueOn,
  startsAt: null,
  stage: null,
  court: null,
  title: row.ruleTitle ?? ownTitle(row.title),
  done: row.doneOn !== null,
  lawyers: row.lawyers ?? [],
})

const ownTitle = (title: string | null): Label => ({ ru: title ?? '', kk: title ?? '', en: null })

/** Day by day; terms, which have no hour, first. */
export const byDay = (a: CaseCalendarEntry, b: CaseCalendarEntry): number =>
  compare(a.on, b.on) || compare(a.startsAt ?? '', b.startsAt ?? '') || compare(a.caseNumber, b.caseNumber)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
