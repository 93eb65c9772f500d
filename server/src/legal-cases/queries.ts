import type { Conciliation, LegalCase, LegalCaseFilter, LegalCaseSort } from '@qorgan/shared/legal-cases'
import type { Day } from '@qorgan/shared/dates'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { readCursor } from '../platform/http/pages.ts'
import { matching, readableAs, startOf } from './filters.ts'
import { visibleTo } from './scope.ts'

const columns = [
  'legalCases.id',
  'legalCases.number',
  'legalCases.numberSeq',
  'legalCases.kind',
  'legalCases.status',
  'legalCases.stage',
  'legalCases.outcome',
  'legalCases.closedOn',
  'legalCases.branchId',
  'legalCases.appealId',
  'legalCases.appealIsOwn',
  'legalCases.openedOn',
  'legalCases.applicationOn',
  'legalCases.consentOn',
  'legalCases.restricted',
  'legalCases.decision',
  'legalCases.decisionNumber',
  'legalCases.decidedOn',
  'legalCases.people',
  'legalCases.openedBy',
  'legalCases.version',
  'legalCases.createdAt',
  'legalCases.updatedAt',
] as const

interface Contents {
  summary: string
  opposingParty: string | null
  conciliation: Conciliation | null
  decisionReason: string | null
  closingSummary: string | null
}
export interface PersonOfCase {
  id: string
  memberId: string
  fullName: string
  phone: string | null
  role: LegalCase['members'][number]['role']
  version: number
}
type Counsel = LegalCase['counsel'][number]
interface Sums {
  allotted: number
  committed: number
  paid: number
}
type Ledger = NonNullable<LegalCase['effect']>

const nothing = <T>(): RawBuilder<T | null> => sql<T | null>`null::json`

/** A case with what stands beneath it, in one statement by the indexes of each; nothing is asked that the caller's role has no right to. */
function caseRows(db: Reader, actor: Actor, today: Day) {
  const role = databaseRoleOf(actor)
  const readsWhole = role === 'qorgan_legal' || role === 'qorgan_union' || role === 'qorgan_lawyer'
  const readsMoney = role === 'qorgan_legal' || role === 'qorgan_union' || role === 'qorgan_accountant'
  const asksAppeal = role !== 'qorgan_lawyer' && role !== 'qorgan_accountant'
  return db
    .selectFrom('legalCases')
    .select(columns)
    .select([
      (asksAppeal
        ? sql<string | null>`(select a.number from appeals a where a.id = legal_cases.appeal_id)`
        : sql<string | null>`null::text`
      ).as('appealNumber'),
      (readsWhole
        ? sql<Contents | null>`(select json_build_object('summary', t.summary, 'opposingParty', t.opposing_party, 'conciliation', t.conciliation,
            'decisionReason', t.decision_reason, 'closingSummary', t.closing_summary) from legal_case_contents t where t.case_id = legal_cases.id)`
        : nothing<Contents>()
      ).as('contents'),
      (role === 'qorgan_legal' || role === 'qorgan_lawyer'
        ? sql<string | null>`(select t.article from legal_case_accusations t where t.case_id = legal_cases.id)`
        : sql<string | null>`null::text`
      ).as('article'),
      (readsWhole
        ? sql<
            PersonOfCase[] | null
          >`(select json_agg(json_build_object('id', p.id, 'memberId', p.member_id, 'fullName', concat_ws(' ', m.last_name, m.first_name, m.patronymic),
            'phone', m.phone, 'role', p.role, 'version', p.version) order by p.id) from legal_case_members p join members m on m.id = p.member_id where p.case_id = legal_cases.id)`
        : nothing<PersonOfCase[]>()
      ).as('persons'),
      sql<
        Counsel[] | null
      >`(select json_agg(json_build_object('assignmentId', a.id, 'lawyerId', a.lawyer_id, 'fullName', l.full_name, 'phone', l.phone, 'stage', a.stage, 'endedOn', a.ended_on)
        order by a.ended_on is not null, a.contract_date desc, a.id) from case_assignments a join lawyers l on l.id = a.lawyer_id where a.case_id = legal_cases.id)`.as(
        'counsel',
      ),
      (role === 'qorgan_accountant'
        ? nothing<NonNullable<LegalCase['nextHearing']>>()
        : sql<
            LegalCase['nextHearing']
          >`(select json_build_object('startsAt', to_char(h.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'court', h.court, 'stage', h.stage)
            from hearings h where h.case_id = legal_cases.id and h.starts_at >= ${startOf(today)} and h.result is null and legal_cases.status <> 'closed' order by h.starts_at limit 1)`
      ).as('nextHearing'),
      (readsWhole
        ? sql<Day | null>`(select min(d.due_on) from case_deadlines d where d.case_id = legal_cases.id and d.done_on is null)`
        : sql<Day | null>`null::date`
      ).as('nextDeadlineOn'),
      (readsMoney
        ? sql<Sums | null>`(select json_build_object('allotted', m.allotted, 'committed', m.committed, 'paid', m.paid) from case_money m where m.case_id = legal_cases.id)`
        : nothing<Sums>()
      ).as('sums'),
      (role === 'qorgan_legal' || role === 'qorgan_union'
        ? sql<Ledger | null>`(select json_build_object('received', coalesce(sum(amount) filter (where stage = 'received'), 0), 'agreed', coalesce(sum(amount) filter (where stage = 'agreed'), 0),
            'claimed', coalesce(sum(amount) filter (where stage = 'claimed'), 0), 'people', coalesce(sum(people) filter (where stage = 'received'), 0))
            from effects where effects.appeal_id = legal_cases.appeal_id and voided_at is null)`
        : nothing<Ledger>()
      ).as('ledger'),
      (readsWhole && role !== 'qorgan_lawyer'
        ? sql<
            string[] | null
          >`(select json_agg(r.user_id order by r.user_id) from legal_case_readers r where r.case_id = legal_cases.id and r.active)`
        : nothing<string[]>()
      ).as('readerIds'),
      sql<{
        caseId: string
        number: string
      } | null>`(select json_build_object('caseId', c.id, 'number', c.number) from legal_cases c where c.id = legal_cases.repeat_of_id and ${readableAs(actor, 'c')})`.as(
        'repeatOf',
      ),
      (readsWhole && role !== 'qorgan_lawyer'
        ? sql<boolean>`((legal_cases.opened_by = ${actor.userId} and ${role === 'qorgan_legal'}) or exists (select from named_cases() id where id = legal_cases.id))`
        : sql<boolean>`false`
      ).as('isReader'),
    ])
}
export type CaseRow = Awaited<ReturnType<ReturnType<typeof caseRows>['executeTakeFirstOrThrow']>>

const selectCases = (db: Reader, actor: Actor, today: Day) => caseRows(db, actor, today).where(visibleTo(actor, today))

export const findCase = (db: Reader, actor: Actor, id: string, today: Day): Promise<CaseRow | undefined> =>
  selectCases(db, actor, today).where('legalCases.id', '=', id).executeTakeFirst()

/** The case that the actor has just opened, also where its readers are others: a branch that asked for a restricted one. */
export const findOpenedCase = (tx: Tx, actor: Actor, id: string, today: Day): Promise<CaseRow> =>
  asSystem(tx, actor, () => caseRows(tx, actor, today).where('legalCases.id', '=', id).executeTakeFirstOrThrow())

/** Locks a case for a change, then reads it: what is judged is what will be changed. */
export async function lockCaseRow(tx: Tx, actor: Actor, id: string, today: Day): Promise<CaseRow | undefined> {
  const locked = await tx
    .selectFrom('legalCases')
    .select('id')
    .where(visibleTo(actor, today))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked && findCase(tx, actor, id, today)
}

const places = {
  '-openedOn': { column: 'legalCases.openedOn', direction: 'desc', type: 'date' },
  openedOn: { column: 'legalCases.openedOn', direction: 'asc', type: 'date' },
  number: { column: 'legalCases.number', direction: 'asc', type: 'text' },
} as const satisfies Record<LegalCaseSort, { column: string; direction: 'asc' | 'desc'; type: string }>

export const placeOf = (row: CaseRow, sort: LegalCaseSort) => [sort === 'number' ? row.number : row.openedOn, row.id]

/** Every case that a filter finds, in the order of the list. */
export async function casesInOrder(db: Reader, actor: Actor, filter: LegalCaseFilter, today: Day, sort: LegalCaseSort) {
  const { column, direction } = places[sort]
  return selectCases(db, actor, today)
    .where(await matching(db, actor, filter, today))
    .orderBy(column, direction)
    .orderBy('legalCases.id', direction)
}

export async function findCases(
  db: Reader,
  actor: Actor,
  filter: LegalCaseFilter,
  today: Day,
  { sort, limit, cursor }: { sort: LegalCaseSort; limit: number; cursor?: string | undefined },
): Promise<CaseRow[]> {
  const after = readCursor(cursor, 2)
  const { column, direction, type } = places[sort]
  const beyond = sql.raw(direction === 'desc' ? '<' : '>')
  const cases = await casesInOrder(db, actor, filter, today, sort)
  return cases
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(${sql.ref(column)}, legal_cases.id) ${beyond} (${after?.[0] ?? ''}::${sql.raw(type)}, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .limit(limit + 1)
    .execute()
}

/** Exact, also with a text. */
export async function countCases(db: Reader, actor: Actor, filter: LegalCaseFilter, today: Day): Promise<number> {
  const { count } = await db
    .selectFrom('legalCases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(visibleTo(actor, today))
    .where(await matching(db, actor, filter, today))
    .executeTakeFirstOrThrow()
  return count
}
