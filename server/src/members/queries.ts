import type { listMembers } from '@qorgan/shared/members'
import type { RouteInput } from '@qorgan/shared/contract'
import { type Expression, type ExpressionBuilder, type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { toUnitIds } from '../organisation/service.ts'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import type { Members } from '../platform/db/schema.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { isUuid } from '../platform/ids.ts'

export type MemberFilter = Omit<RouteInput<typeof listMembers>['query'], 'limit' | 'cursor'>
type Filter = MemberFilter

/** A search reads so many matches at most; the summary says so when there are more. */
export const MOST_MATCHES = 1000

const columns = [
  'members.id',
  'members.lastName',
  'members.firstName',
  'members.patronymic',
  'members.iinCipher',
  'members.birthDate',
  'members.sex',
  'members.phone',
  'members.email',
  'members.kind',
  'members.branchId',
  'members.primaryOrganisationId',
  'members.position',
  'members.cardNumber',
  'members.joinedOn',
  'members.leftOn',
  'members.version',
] as const

/** Every member: for finding, and nothing but finding, somebody who is beyond the caller's rows. See `reachingAll`. */
export const EVERYONE = 'everyone'
export type Whom = Actor | typeof EVERYONE

/** The members an actor may know exist; row-level security stands behind it. */
export const visibleTo =
  (whom: Whom) =>
  (eb: ExpressionBuilder<DB, 'members'>): Expression<SqlBool> => {
    if (whom === EVERYONE) return eb.lit(true)
    const role = databaseRoleOf(whom)
    if (role === 'qorgan_union') return eb.lit(true)
    if (role === 'qorgan_unit') return eb('members.branchId', '=', whom.unitId)
    if (role === 'qorgan_organisation' && whom.organisationId)
      return eb('members.primaryOrganisationId', '=', whom.organisationId)
    if (role === 'qorgan_legal') return ofReadableCase(eb, whom)
    return eb.lit(false)
  }

/** The legal department sees the members of its cases; those of a restricted one, its readers. */
function ofReadableCase(eb: ExpressionBuilder<DB, 'members'>, actor: Actor): Expression<SqlBool> {
  const cases = eb
    .selectFrom('legalCaseMembers')
    .innerJoin('legalCases', 'legalCases.id', 'legalCaseMembers.caseId')
    .select('legalCases.id')
    .whereRef('legalCaseMembers.memberId', '=', 'members.id')
  if (actor.role === 'legal_head') return eb.exists(cases)
  return eb.exists(
    cases.where((c) =>
      c.or([
        c('legalCases.restricted', '=', false),
        c('legalCases.openedBy', '=', actor.userId),
        sql<SqlBool>`exists (select from named_cases() id where id = legal_cases.id)`,
      ]),
    ),
  )
}

/**
 * Whoever opens a case has to find its people among all members by what they show: an IIN, a card, a whole name. They do not browse the
 * register, so this is for the questions that name somebody.
 */
export const reachingAll = <T>(db: Reader, actor: Actor, find: (whom: Whom) => Promise<T>): Promise<T> =>
  databaseRoleOf(actor) === 'qorgan_legal' ? asSystem(db, actor, () => find(EVERYONE)) : find(actor)

const selectMembers = (db: Reader, whom: Whom) => db.selectFrom('members').select(columns).where(visibleTo(whom))
export type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>['executeTakeFirstOrThrow']>>

export async function findMember(db: Reader, actor: Actor, id: string): Promise<MemberRow | undefined> {
  return isUuid(id) ? selectMembers(db, actor).where('members.id', '=', id).executeTakeFirst() : undefined
}

export async function lockMember(tx: Tx, actor: Actor, id: string): Promise<MemberRow | undefined> {
  return isUuid(id) ? selectMembers(tx, actor).where('members.id', '=', id).forUpdate().executeTakeFirst() : undefined
}

export const wordsOf = (q: string | undefined): string[] =>
  (q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)

const matches = (words: readonly string[]) =>
  sql<SqlBool>`members.id = any(array(select matching_members(${[...words]}::text[], null)))`

function fits(filter: Filter) {
  return (eb: ExpressionBuilder<DB, 'members'>): Expression<SqlBool> => {
    const words = wordsOf(filter.q)
    const organisations = filter.primaryOrganisationId ?? []
    const named = organisations.filter((id) => id !== 'none')
    return eb.and([
      ...(words.length > 0 ? [matches(words)] : []),
      ...(filter.branchId?.length ? [eb('members.branchId', '=', anyId(toUnitIds(filter.branchId)))] : []),
      ...(filter.kind?.length ? [sql<SqlBool>`members.kind = ${anyText(filter.kind)}`] : []),
      ...(organisations.length > 0
        ? [
            eb.or([
              ...(named.length > 0 ? [eb('members.primaryOrganisationId', '=', anyId(named))] : []),
              ...(named.length < organisations.length ? [eb('members.primaryOrganisationId', 'is', null)] : []),
            ]),
          ]
        : []),
    ])
  }
}

/** Every member that a filter finds, by name as a Russian dictionary orders it, then by id. */
export const membersInOrder = (db: Reader, actor: Actor, filter: Filter) =>
  selectMembers(db, actor)
    .where(fits(filter))
    .orderBy(sql`members.last_name collate "ru-x-icu"`)
    .orderBy(sql`members.first_name collate "ru-x-icu"`)
    .orderBy('members.id')

/** One row more than the page, to know whether there is another. */
export function findMembers(
  db: Reader,
  actor: Actor,
  filter: Filter,
  limit: number,
  after?: Cursor,
): Promise<MemberRow[]> {
  return membersInOrder(db, actor, filter)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<SqlBool>`(members.last_name collate "ru-x-icu", members.first_name collate "ru-x-icu", members.id) > (${after?.[0]}, ${after?.[1]}, ${after?.[2]}::uuid)`,
      ),
    )
    .limit(limit + 1)
    .execute()
}

/** Exact, also with a text. */
export async function countMembers(db: Reader, actor: Actor, filter: Filter): Promise<number> {
  const { count } = await db
    .selectFrom('members')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(visibleTo(actor))
    .where(fits(filter))
    .executeTakeFirstOrThrow()
  return count
}

export function countMembersByKind(
  db: Reader,
  actor: Actor,
  filter: Filter,
): Promise<{ kind: MemberRow['kind']; count: number }[]> {
  const found = db
    .selectFrom('members')
    .select('members.kind')
    .where(visibleTo(actor))
    .where(fits(filter))
    .$if(wordsOf(filter.q).length > 0, (rest) => rest.limit(MOST_MATCHES + 1))
  return db
    .selectFrom(found.as('found'))
    .select((eb) => ['found.kind', eb.fn.countAll<number>().as('count')])
    .groupBy('found.kind')
    .execute()
}

const selectByIin = (db: Reader, whom: Whom, hashes: readonly Buffer[]) =>
  selectMembers(db, whom)
    .where(sql<SqlBool>`members.iin_hash = any(${[...hashes]}::bytea[])`)
    .orderBy('members.id')

/** One in each branch at most. */
export const findMembersByIin = (db: Reader, actor: Actor, hash: Buffer): Promise<MemberRow[]> =>
  selectByIin(db, actor, [hash]).execute()

/** Many at once, each with the hash that found it, in hex. */
export async function findMembersByIins(db: Reader, whom: Whom, hashes: readonly Buffer[]) {
  const rows = await selectByIin(db, whom, hashes).select('members.iinHash').execute()
  return rows.map(({ iinHash, ...member }) => ({ hash: iinHash?.toString('hex') ?? '', member }))
}

export function findMembersByCard(db: Reader, whom: Whom, cardNumbers: readonly string[]): Promise<MemberRow[]> {
  return selectMembers(db, whom)
    .where('members.cardNumber', '=', anyText(cardNumbers))
    .orderBy('members.id')
    .limit(2500)
    .execute()
}

export function findMembersByPhone(db: Reader, actor: Actor, phone: string, most: number): Promise<MemberRow[]> {
  return selectMembers(db, actor).where('members.phone', '=', phone).orderBy('members.id', 'desc').limit(most).execute()
}

/** At most `most` of those whom the words find, the latest entered first. */
export function findMembersByWords(
  db: Reader,
  actor: Actor,
  words: readonly string[],
  most: number,
): Promise<MemberRow[]> {
  return selectMembers(db, actor).where(matches(words)).orderBy('members.id', 'desc').limit(most).execute()
}

export interface WrittenName {
  row: number
  last: string
  first: string
  rest: string
}

export function findMembersByNames(
  db: Reader,
  whom: Whom,
  names: readonly WrittenName[],
): Promise<(MemberRow & { row: number; rank: number })[]> {
  return selectMembers(db, whom)
    .innerJoin(
      sql<{ rowNo: number; id: string; rank: number }>`matching_names(${JSON.stringify(names)}::jsonb)`.as<'found'>(
        sql`found`,
      ),
      (join) => join.onRef('found.id', '=', 'members.id'),
    )
    .select(['found.rowNo as row', 'found.rank'])
    .orderBy('found.rowNo')
    .orderBy('found.rank')
    .orderBy('members.id')
    .execute()
}

/** What an appeal takes over from its applicant, as of its receipt. The region is the organisation's, else its employer's. */
export async function findMembersForAppeals(db: Reader, whom: Whom, ids: readonly string[]) {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  return db
    .selectFrom('members')
    .leftJoin('primaryOrganisations', 'primaryOrganisations.id', 'members.primaryOrganisationId')
    .leftJoin('employers', 'employers.id', 'primaryOrganisations.employerId')
    .select([
      'members.id',
      'members.branchId',
      'members.primaryOrganisationId',
      'members.lastName',
      'members.firstName',
      'members.patronymic',
      'members.phone',
      'members.iinCipher',
      'primaryOrganisations.employerId',
    ])
    .select((eb) => eb.fn.coalesce('primaryOrganisations.regionCode', 'employers.regionCode').as('regionCode'))
    .where(visibleTo(whom))
    .where('members.id', '=', anyId(known))
    .execute()
}

export const insertMember = (tx: Tx, values: Insertable<Members>): Promise<{ id: string; branchId: string }> =>
  tx.insertInto('members').values(values).returning(['id', 'branchId']).executeTakeFirstOrThrow()

export async function setMember(tx: Tx, id: string, values: Updateable<Members>): Promise<void> {
  await tx
    .updateTable('members')
    .set({ ...values, version: sql`version + 1`, updatedAt: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** Undefined: there is no such organisation. */
export async function findBranchOfOrganisation(db: Reader, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('primaryOrganisations').select('branchId').where('id', '=', id).executeTakeFirst()
  return row?.branchId
}

export async function isBranch(db: Reader, id: string): Promise<boolean> {
  return (
    (await db.selectFrom('units').select('id').where('id', '=', id).where('kind', '=', 'branch').executeTakeFirst()) !==
    undefined
  )
}
