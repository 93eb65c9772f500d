import { addDays, type Day } from '@qorgan/shared/dates'
import type { CaseAttention, LegalCaseFilter } from '@qorgan/shared/legal-cases'
import { addWorkingDays } from '@qorgan/shared/working-days'
import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { findCalendar } from '../deadlines/service.ts'
import { toUnitIds } from '../organisation/service.ts'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { DB, Reader } from '../platform/db/index.ts'

type Eb = ExpressionBuilder<DB, 'legalCases'>

/** Until here a term or a hearing is near: working days and days. */
const NEAR_WORKING_DAYS = 5
const HEARING_NEAR_DAYS = 7
/** Committed from this share of what was allotted on, in per cent. */
const NEAR_LIMIT = 80

export const startOf = (day: Day) => sql<Date>`(${day}::date)::timestamp at time zone 'Asia/Almaty'`

const beneath = (text: RawBuilder<unknown>) => sql<SqlBool>`exists (${text})`

/** What each bucket of the home page means: of open cases, but for money, which goes on after the end. */
function attentionMeans(what: CaseAttention, today: Day, near: Day): RawBuilder<SqlBool> {
  const term = (condition: RawBuilder<unknown>) =>
    sql<SqlBool>`legal_cases.status <> 'closed' and ${beneath(sql`select from case_deadlines d where d.case_id = legal_cases.id and d.done_on is null and ${condition}`)}`
  switch (what) {
    case 'term_missed':
      return term(sql`d.due_on < ${today}`)
    case 'term_near':
      return term(sql`d.due_on between ${today} and ${near}`)
    case 'term_unchecked':
      return term(sql`d.checked_at is null`)
    case 'hearing_near':
      return sql`legal_cases.status <> 'closed' and ${beneath(sql`select from hearings h where h.case_id = legal_cases.id and h.result is null
        and h.starts_at >= ${startOf(today)} and h.starts_at < ${startOf(addDays(today, HEARING_NEAR_DAYS + 1))}`)}`
    case 'no_next_step':
      return sql`legal_cases.status <> 'closed' and ${beneath(sql`select from hearings h where h.case_id = legal_cases.id and ${needsNextStep}`)}`
    case 'no_counsel':
      return sql`legal_cases.decision = 'fund' and legal_cases.status <> 'closed'
        and not ${beneath(sql`select from case_assignments a where a.case_id = legal_cases.id and a.ended_on is null`)}`
    case 'conflict_undecided':
      return sql`legal_cases.status <> 'closed' and ${beneath(sql`select from conflict_checks c where c.case_id = legal_cases.id and c.decision is null`)}`
    case 'allotment_unapproved':
      return sql`legal_cases.status <> 'closed' and ${beneath(sql`select from case_allotments a where a.case_id = legal_cases.id and a.approved_at is null`)}`
    case 'act_unaccepted':
      return beneath(sql`select from case_acts a where a.case_id = legal_cases.id and a.accepted_at is null`)
    case 'act_unpaid':
      // Of a contract that is paid in full, an advance among it, nothing is due.
      return beneath(sql`select from case_acts a join case_assignments c on c.id = a.assignment_id
        where a.case_id = legal_cases.id and a.accepted_at is not null and a.paid < a.amount and c.paid < c.fee`)
    case 'money_near_limit':
      return sql`legal_cases.status <> 'closed' and ${beneath(sql`select from case_money m where m.case_id = legal_cases.id and m.allotted > 0 and m.committed * 100 >= m.allotted * ${NEAR_LIMIT}`)}`
  }
}

/** Of `hearings as h`: heard, nobody has said what comes next, and nothing later is set. */
export const needsNextStep = sql<SqlBool>`(h.result is not null and h.next_step is null
  and not exists (select from hearings later where later.case_id = h.case_id and later.starts_at > h.starts_at))`

export async function matching(db: Reader, actor: Actor, filter: LegalCaseFilter, today: Day) {
  const near = filter.attention?.includes('term_near')
    ? addWorkingDays(await findCalendar(db), today, NEAR_WORKING_DAYS).date
    : today
  return (eb: Eb): Expression<SqlBool> => {
    const conditions: Expression<SqlBool>[] = []
    const oneOf = (column: 'kind' | 'status' | 'stage', values: readonly string[] | undefined) => {
      if (values?.length) conditions.push(sql<SqlBool>`${sql.ref(`legal_cases.${column}`)} = ${anyText(values)}`)
    }
    const oneOfOrNone = (column: 'outcome' | 'decision', values: readonly string[] | undefined) => {
      if (values?.length)
        conditions.push(
          sql<SqlBool>`(${sql.ref(`legal_cases.${column}`)} = ${anyText(values)}${values.includes('none') ? sql` or ${sql.ref(`legal_cases.${column}`)} is null` : sql``})`,
        )
    }
    oneOf('kind', filter.kind)
    oneOf('status', filter.status)
    oneOf('stage', filter.stage)
    oneOfOrNone('outcome', filter.outcome)
    oneOfOrNone('decision', filter.decision)
    if (filter.branchId?.length) conditions.push(eb('legalCases.branchId', '=', anyId(toUnitIds(filter.branchId))))
    if (filter.appealId?.length)
      conditions.push(
        namesAppeals(actor)
          ? eb.and([eb('legalCases.appealId', '=', anyId(present(filter.appealId))), readable(actor)])
          : sql<SqlBool>`false`,
      )
    if (filter.lawyerId?.length) conditions.push(withCounsel(filter.lawyerId))
    if (filter.memberId?.length)
      conditions.push(
        namesPeople(actor)
          ? sql<SqlBool>`exists (select from legal_case_members p where p.case_id = legal_cases.id and p.member_id = ${anyId(present(filter.memberId))} and ${readable(actor)})`
          : sql<SqlBool>`false`,
      )
    if (filter.openedFrom) conditions.push(eb('legalCases.openedOn', '>=', filter.openedFrom))
    if (filter.openedTo) conditions.push(eb('legalCases.openedOn', '<=', filter.openedTo))
    if (filter.closedFrom) conditions.push(eb('legalCases.closedOn', '>=', filter.closedFrom))
    if (filter.closedTo) conditions.push(eb('legalCases.closedOn', '<=', filter.closedTo))
    if (filter.decidedFrom) conditions.push(eb('legalCases.decidedOn', '>=', filter.decidedFrom))
    if (filter.decidedTo) conditions.push(eb('legalCases.decidedOn', '<=', filter.decidedTo))
    if (filter.attention?.length)
      conditions.push(
        eb.or(
          filter.attention
            .filter((what) => mayAsk(actor, what))
            .map((what) => sql<SqlBool>`(${attentionMeans(what, today, near)})`),
        ),
      )
    if (filter.q) conditions.push(hasWords(actor, filter.q))
    return eb.and(conditions)
  }
}

const present = (ids: readonly string[]) => ids.filter((id) => id !== 'none')
const namesPeople = (actor: Actor) => ['qorgan_legal', 'qorgan_union', 'qorgan_lawyer'].includes(databaseRoleOf(actor))

/** An appeal names its applicant, and so is found by those alone who are told of it. */
const namesAppeals = (actor: Actor) => ['qorgan_legal', 'qorgan_union', 'qorgan_unit'].includes(databaseRoleOf(actor))

const ofMoney: readonly CaseAttention[] = [
  'no_counsel',
  'allotment_unapproved',
  'act_unaccepted',
  'act_unpaid',
  'money_near_limit',
]
const notOfCounsel: readonly CaseAttention[] = [
  'no_counsel',
  'allotment_unapproved',
  'money_near_limit',
  'conflict_undecided',
]
/** Nobody asks by what they are not shown. */
function mayAsk(actor: Actor, what: CaseAttention): boolean {
  switch (databaseRoleOf(actor)) {
    case 'qorgan_legal':
    case 'qorgan_union':
      return true
    case 'qorgan_accountant':
      return ofMoney.includes(what)
    case 'qorgan_lawyer':
      return !notOfCounsel.includes(what)
    default:
      return false
  }
}

const withCounsel = (ids: readonly string[]) =>
  sql<SqlBool>`(exists (select from case_assignments a where a.case_id = legal_cases.id and a.lawyer_id = ${anyId(present(ids))})${
    ids.includes('none')
      ? sql` or not exists (select from case_assignments a where a.case_id = legal_cases.id and a.ended_on is null)`
      : sql``
  })`

/** Whose people may be searched: not those of a restricted case, unless the actor reads it. */
export const readable = (actor: Actor) => readableAs(actor, 'legal_cases')

/** The same of a case under another name in the statement. */
export function readableAs(actor: Actor, name: string): RawBuilder<SqlBool> {
  const c = sql.ref(name)
  if (actor.role === 'legal_head' || actor.role === 'lawyer') return sql<SqlBool>`true`
  switch (databaseRoleOf(actor)) {
    case 'qorgan_legal':
      return sql<SqlBool>`(not ${c}.restricted or ${c}.opened_by = ${actor.userId} or ${isNamed(c)})`
    case 'qorgan_union':
      return sql<SqlBool>`(not ${c}.restricted or ${isNamed(c)})`
    default:
      return sql<SqlBool>`not ${c}.restricted`
  }
}
const isNamed = (c: RawBuilder<unknown>) => sql<SqlBool>`exists (select from named_cases() id where id = ${c}.id)`

/** Every word in the number, a person's name, or the summary. A branch finds its cases by their numbers. */
function hasWords(actor: Actor, q: string): Expression<SqlBool> {
  const patterns = q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
  const likeAll = (text: RawBuilder<unknown>) =>
    sql`fold(${text}) like all (select fold(pattern) from unnest(${sql.val(patterns)}::text[]) pattern)`
  const byNumber = sql`${likeAll(sql`legal_cases.number`)}`
  if (!namesPeople(actor)) return sql<SqlBool>`(${byNumber})`
  return sql<SqlBool>`(${byNumber} or (${readable(actor)} and (
    exists (select from legal_case_members p join members m on m.id = p.member_id where p.case_id = legal_cases.id and ${likeAll(sql`concat_ws(' ', legal_cases.number, m.last_name, m.first_name, m.patronymic)`)})
    or exists (select from legal_case_contents t where t.case_id = legal_cases.id and ${likeAll(sql`t.summary`)}))))`
}
