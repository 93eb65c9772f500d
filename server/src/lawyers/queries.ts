import type { listLawyers } from '@qorgan/shared/lawyers'
import type { RouteInput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import { type RawBuilder, type SqlBool, sql, type Updateable } from 'kysely'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import { nameOf } from '../platform/db/by-name.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Lawyers } from '../platform/db/schema.ts'
import { holdsWords } from '../platform/db/text-match.ts'

export type LawyerFilter = Omit<RouteInput<typeof listLawyers>['query'], 'limit' | 'cursor' | 'forCaseId'>

const columns = [
  'lawyers.id',
  'lawyers.fullName',
  'lawyers.kind',
  'lawyers.licenceNumber',
  'lawyers.specialisations',
  'lawyers.regions',
  'lawyers.languages',
  'lawyers.phone',
  'lawyers.email',
  'lawyers.userId',
  'lawyers.active',
  'lawyers.contractUntil',
  'lawyers.employerIds',
  'lawyers.version',
] as const

/** With their load and results, in one statement. An accountant of a branch sees what falls upon its cases. */
function selectLawyers(db: Reader, actor: Actor) {
  const isOpen = sql<SqlBool>`case_assignments.ended_on is null and legal_cases.status <> 'closed'`
  return db
    .selectFrom('lawyers')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('caseAssignments')
          .innerJoin('legalCases', 'legalCases.id', 'caseAssignments.caseId')
          .whereRef('caseAssignments.lawyerId', '=', 'lawyers.id')
          .$if(!seesUnion(actor), (rest) => rest.where('legalCases.branchId', '=', actor.unitId))
          .select([
            sql<number>`count(distinct case_assignments.case_id) filter (where ${isOpen})`.as('activeCases'),
            sql<number>`coalesce(sum(case_assignments.fee) filter (where ${isOpen}), 0)::int8`.as('feesCommitted'),
            sql<number>`count(distinct case_assignments.case_id) filter (where legal_cases.status = 'closed')`.as(
              'closedCases',
            ),
            sql<number>`count(distinct case_assignments.case_id) filter (where legal_cases.outcome in ('won', 'partly_won', 'settled', 'terminated'))`.as(
              'wonCases',
            ),
          ])
          .as('load'),
      (join) => join.onTrue(),
    )
    .select(columns)
    .select((eb) => [
      eb.fn.coalesce('load.activeCases', sql<number>`0`).as('activeCases'),
      eb.fn.coalesce('load.feesCommitted', sql<number>`0`).as('feesCommitted'),
      eb.fn.coalesce('load.closedCases', sql<number>`0`).as('closedCases'),
      eb.fn.coalesce('load.wonCases', sql<number>`0`).as('wonCases'),
    ])
}
export type LawyerRow = Awaited<ReturnType<ReturnType<typeof selectLawyers>['executeTakeFirstOrThrow']>>

/** One of these words among theirs, in either spelling. */
const hasOne = (column: RawBuilder<unknown>, wanted: readonly string[]) =>
  sql<SqlBool>`exists (select from unnest(${column}) own where fold(own) = any (select fold(word) from unnest(${sql.val([...wanted])}::text[]) word))`

export function findLawyers(db: Reader, actor: Actor, filter: LawyerFilter): Promise<LawyerRow[]> {
  const { q, kind, regionCode, specialisation, language, active } = filter
  return selectLawyers(db, actor)
    .$if(q !== undefined, (rest) => rest.where(holdsWords(sql.ref('lawyers.searchText'), q ?? '')))
    .$if(!!kind?.length, (rest) => rest.where(sql<SqlBool>`lawyers.kind = ${anyText(kind ?? [])}`))
    .$if(!!regionCode?.length, (rest) =>
      rest.where(sql<SqlBool>`lawyers.regions && ${sql.val([...(regionCode ?? [])])}::text[]`),
    )
    .$if(!!specialisation?.length, (rest) =>
      rest.where(hasOne(sql.ref('lawyers.specialisations'), specialisation ?? [])),
    )
    .$if(!!language?.length, (rest) => rest.where(hasOne(sql.ref('lawyers.languages'), language ?? [])))
    .$if(active !== undefined, (rest) => rest.where('lawyers.active', '=', active ?? true))
    .orderBy(nameOf('lawyers.fullName'))
    .orderBy('lawyers.id')
    .execute()
}

export const findLawyer = (db: Reader, actor: Actor, id: string): Promise<LawyerRow | undefined> =>
  selectLawyers(db, actor).where('lawyers.id', '=', id).executeTakeFirst()

/** Shared: many assign the same counsel at once, while nobody changes what the panel says of them. */
export const lockLawyer = (tx: Tx, id: string, strength: 'change' | 'assign') =>
  tx
    .selectFrom('lawyers')
    .select(['id', 'fullName', 'active', 'employerIds', 'version'])
    .where('id', '=', id)
    .$if(strength === 'change', (rest) => rest.forUpdate())
    .$if(strength === 'assign', (rest) => rest.forShare())
    .executeTakeFirst()

export async function setLawyer(tx: Tx, id: string, values: Updateable<Lawyers>): Promise<void> {
  await tx
    .updateTable('lawyers')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** What a case asks of its counsel. */
export interface CaseNeeds {
  kind: string
  stage: string
  regions: string[]
  isLabourDispute: boolean
  /** Names of the appeal's topics, folded; none where the caller may not read the appeal. */
  topics: string[]
  /** Counsel whose last decided check of conflicts says no. */
  blocked: string[]
}

/** Of a case in the caller's scope. An accountant reads neither appeal nor checks: their list is by kind, region and load alone. */
export function findCaseNeeds(db: Reader, actor: Actor, caseId: string): Promise<CaseNeeds | undefined> {
  const knowsContents = databaseRoleOf(actor) !== 'qorgan_accountant'
  const isReader = sql<SqlBool>`(not legal_cases.restricted or ${actor.role === 'legal_head'}
    or (legal_cases.opened_by = ${actor.userId} and ${databaseRoleOf(actor) === 'qorgan_legal'})
    or exists (select from named_cases() id where id = legal_cases.id))`
  return db
    .selectFrom('legalCases')
    .select(['legalCases.kind', 'legalCases.stage'])
    .select([
      sql<string[]>`array(select region_code from unit_regions where unit_regions.unit_id = legal_cases.branch_id)`.as(
        'regions',
      ),
      (knowsContents
        ? sql<boolean>`(${isReader} and (exists (select from legal_case_contents t where t.case_id = legal_cases.id and t.conciliation is not null)
            or exists (select from appeals a where a.id = legal_cases.appeal_id and a.category in ('pay', 'labour_protection'))))`
        : sql<boolean>`false`
      ).as('isLabourDispute'),
      (knowsContents
        ? sql<
            string[]
          >`array(select fold(concat_ws(' ', t.name_ru, t.name_kk, t.name_en)) from appeals a join topics t on t.id = a.topic_id or t.id = any (a.other_topic_ids)
            where a.id = legal_cases.appeal_id and ${isReader})`
        : sql<string[]>`'{}'::text[]`
      ).as('topics'),
      (knowsContents
        ? sql<
            string[]
          >`array(select last.lawyer_id from (select distinct on (k.lawyer_id) k.lawyer_id, k.decision from conflict_checks k
            where k.case_id = legal_cases.id and k.decision is not null order by k.lawyer_id, k.decided_at desc) last where last.decision = 'blocked')`
        : sql<string[]>`'{}'::uuid[]`
      ).as('blocked'),
    ])
    .where('legalCases.id', '=', caseId)
    .$if(!seesUnion(actor), (rest) => rest.where('legalCases.branchId', '=', actor.unitId))
    .executeTakeFirst()
}

export async function findKnown(
  db: Reader,
  { regions, employerIds }: { regions: readonly string[]; employerIds: readonly string[] },
): Promise<{ regions: Set<string>; employerIds: Set<string> }> {
  const knownRegions =
    regions.length === 0
      ? []
      : await db.selectFrom('regions').select('code').where('code', '=', anyText(regions)).execute()
  const knownEmployers =
    employerIds.length === 0
      ? []
      : await db.selectFrom('employers').select('id').where('id', '=', anyId(employerIds)).execute()
  return {
    regions: new Set(knownRegions.map(({ code }) => code)),
    employerIds: new Set(knownEmployers.map(({ id }) => id)),
  }
}

/** An account by which counsel may see their cases: active, with a post of counsel that has not ended. */
export async function isCounselAccount(db: Reader, userId: string, today: Day): Promise<boolean> {
  const found = await db
    .selectFrom('users')
    .innerJoin('posts', 'posts.userId', 'users.id')
    .select('users.id')
    .where('users.id', '=', userId)
    .where('users.active', '=', true)
    .where('posts.role', '=', 'lawyer')
    .where((eb) => eb.or([eb('posts.toOn', 'is', null), eb('posts.toOn', '>=', today)]))
    .executeTakeFirst()
  return found !== undefined
}
