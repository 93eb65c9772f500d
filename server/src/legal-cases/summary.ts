import {
  type LegalCaseFilter,
  LegalCaseKind,
  type LegalCasesSummary,
  LegalCaseStatus,
} from '@qorgan/shared/legal-cases'
import type { Day } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { matching } from './filters.ts'
import { visibleTo } from './scope.ts'

/** With a text a summary counts so far, and then says that there is more. */
const COUNTED_WITH_TEXT = 1000

interface Counted {
  groups: { status: LegalCaseStatus; kind: LegalCaseKind; n: number }[] | null
  people: number
  ids: string[] | null
  allotted: number
  committed: number
  paid: number
}

/** Cases and people, counted apart: a member of two cases is one of the people. Those who may not be named are counted by case. */
export async function summariseCaseRows(
  db: Reader,
  actor: Actor,
  filter: LegalCaseFilter,
  today: Day,
): Promise<LegalCasesSummary> {
  const role = databaseRoleOf(actor)
  const countsPeople = role === 'qorgan_legal' || role === 'qorgan_union' || role === 'qorgan_lawyer'
  const countsMoney = role === 'qorgan_legal' || role === 'qorgan_union' || role === 'qorgan_accountant'
  const found = db
    .selectFrom('legalCases')
    .select(['legalCases.id', 'legalCases.status', 'legalCases.kind', 'legalCases.people'])
    .where(visibleTo(actor, today))
    .where(await matching(db, actor, filter, today))
    .$if(filter.q !== undefined, (rest) => rest.limit(COUNTED_WITH_TEXT + 1))
  const { rows } = await sql<Counted>`
    with found as materialized (${found})
    select (select json_agg(g) from (select status, kind, count(*)::int as n from found group by 1, 2) g) as groups,
      ${
        countsPeople
          ? sql`((select count(distinct p.member_id) from legal_case_members p where p.case_id in (select id from found))
              + (select coalesce(sum(f.people), 0) from found f where not exists (select from legal_case_members p where p.case_id = f.id)))::int`
          : sql`0`
      } as people,
      ${role === 'qorgan_accountant' ? sql`(select array_agg(id) from found)` : sql`null::uuid[]`} as ids,
      ${
        countsMoney
          ? sql`sum(m.allotted)::int8 as allotted, sum(m.committed)::int8 as committed, sum(m.paid)::int8 as paid from case_money m where m.case_id in (select id from found)`
          : sql`0 as allotted, 0 as committed, 0 as paid`
      }`.execute(db)
  const [counted] = rows
  const groups = counted?.groups ?? []
  const count = groups.reduce((sum, { n }) => sum + n, 0)
  const of = (test: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(test).reduce((sum, { n }) => sum + n, 0)
  const sums = { allotted: counted?.allotted ?? 0, committed: counted?.committed ?? 0, paid: counted?.paid ?? 0 }
  const capped = filter.q !== undefined && count > COUNTED_WITH_TEXT
  return {
    count: capped ? COUNTED_WITH_TEXT : count,
    people: counted?.ids ? await countPeople(db, actor, counted.ids) : (counted?.people ?? 0),
    byStatus: byKey(LegalCaseStatus.options, (key) => of(({ status }) => status === key)),
    byKind: byKey(LegalCaseKind.options, (key) => of(({ kind }) => kind === key)),
    money: countsMoney ? { ...sums, left: sums.allotted - sums.committed } : null,
    ...(capped && { capped }),
  }
}

/** An accountant is told how many they are, of cases that are in scope, and not who. */
const countPeople = (db: Reader, actor: Actor, caseIds: readonly string[]): Promise<number> =>
  asSystem(db, actor, async () => {
    const { people } = await db
      .selectFrom('legalCaseMembers')
      .select((eb) => eb.fn.count<number>('memberId').distinct().as('people'))
      .where('caseId', '=', anyId(caseIds))
      .executeTakeFirstOrThrow()
    return people
  })

const byKey = <K extends string>(keys: readonly K[], count: (key: K) => number) =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>
