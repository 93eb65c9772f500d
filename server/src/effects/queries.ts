import type { Effect, EffectFilter, EffectsSummary } from '@qorgan/shared/effects'
import { type ExpressionBuilder, sql, type SqlBool, type Expression } from 'kysely'
import { toBranchId, toUnitIds } from '../organisation/service.ts'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'
import type { Appeals } from '../platform/db/schema.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import { readCursor } from '../platform/http/pages.ts'
import { countedAs, ofAppeal } from './appeal-attributes.ts'
import { closedPeriodOf } from './closed-period.ts'
import { effectCapabilities } from './policy.ts'

type Eb = ExpressionBuilder<DB, 'effects'>

/** Entries that an actor may know exist: those of the appeals that their unit received or handles. Row-level security says the same. */
const visibleTo = (actor: Actor) => (eb: Eb) => {
  // The legal department keeps the ledgers of its cases.
  if (databaseRoleOf(actor) === 'qorgan_legal')
    return eb.exists(
      eb.selectFrom('legalCases').select('legalCases.id').whereRef('legalCases.appealId', '=', 'effects.appealId'),
    )
  if (seesUnion(actor)) return eb.lit(true)
  const own = eb('effects.branchId', '=', actor.unitId)
  if (databaseRoleOf(actor) === 'qorgan_accountant') return own
  const appeals = eb.selectFrom('appeals').select('appeals.id').whereRef('appeals.id', '=', 'effects.appealId')
  if (databaseRoleOf(actor) === 'qorgan_organisation')
    return eb.exists(
      appeals
        .where('appeals.primaryOrganisationId', '=', actor.organisationId)
        .where('appeals.receivedLevel', '=', 'primary_organisation'),
    )
  return eb.or([
    own,
    eb.exists(
      appeals.where((a) =>
        a.or([a('appeals.handlingUnitId', '=', actor.unitId), a('appeals.transferToUnitId', '=', actor.unitId)]),
      ),
    ),
  ])
}

/** Lists hold the ledgers of the appeals that the caller's unit received, unless it asks for what a unit handles. */
const receivedBy =
  (actor: Actor, { handling }: EffectFilter) =>
  (eb: Eb) =>
    handling?.length || seesUnion(actor) || databaseRoleOf(actor) === 'qorgan_organisation'
      ? eb.lit(true)
      : eb('effects.branchId', '=', actor.unitId)

function matching(actor: Actor, filter: EffectFilter) {
  return (eb: Eb): Expression<SqlBool> => {
    const conditions = countedAs(eb, 'effects', filter)
    if (filter.stage?.length) conditions.push(eb('effects.stage', '=', anyText(filter.stage) as never))
    if (filter.kind?.length) conditions.push(eb('effects.kind', '=', anyText(filter.kind) as never))
    if (filter.confirmed !== undefined)
      conditions.push(eb('effects.confirmedAt', filter.confirmed ? 'is not' : 'is', null))
    if (filter.occurredFrom) conditions.push(eb('effects.occurredOn', '>=', filter.occurredFrom))
    if (filter.occurredTo) conditions.push(eb('effects.occurredOn', '<=', filter.occurredTo))
    if (filter.appealId?.length)
      conditions.push(eb('effects.appealId', '=', anyId(filter.appealId.filter((id) => id !== 'none'))))
    if (ofAppealGiven(filter))
      conditions.push(
        eb.exists(appealOf(actor, eb).where((a) => a.and([...ofAppeal(a, filter), ...handledBy(actor, a, filter)]))),
      )
    return eb.and(conditions)
  }
}

/** The appeal of an entry: for an accountant, who reads few appeals, what it is counted by and nothing else. */
const appealOf = (actor: Actor, eb: Eb) =>
  databaseRoleOf(actor) === 'qorgan_accountant'
    ? eb.selectFrom(sql<Appeals>`ledger_attributes(effects.appeal_id)`.as('appeals')).select('appeals.id')
    : eb.selectFrom('appeals').select('appeals.id').whereRef('appeals.id', '=', 'effects.appealId')

const handledBy = (actor: Actor, eb: ExpressionBuilder<DB, 'appeals'>, { handling }: EffectFilter) =>
  handling?.length
    ? [
        eb(
          'appeals.handlingUnitId',
          '=',
          anyId(toUnitIds(handling.map((unit) => (unit === 'mine' ? actor.unitId : unit)))),
        ),
      ]
    : []

const ofAppealGiven = (filter: EffectFilter) =>
  [
    filter.handling,
    filter.status,
    filter.outcome,
    filter.channel,
    filter.topicId,
    filter.employerId,
    filter.primaryOrganisationId,
    filter.regionCode,
  ].some((values) => values?.length)

const columns = [
  'effects.id',
  'effects.appealId',
  'effects.appealNumber',
  'effects.branchId',
  'effects.category',
  'effects.level',
  'effects.kind',
  'effects.stage',
  'effects.amount',
  'effects.people',
  'effects.occurredOn',
  'effects.document',
  'effects.calculation',
  'effects.note',
  'effects.settlesId',
  'effects.computed',
  'effects.enteredBy',
  'effects.changedBy',
  'effects.confirmedBy',
  'effects.confirmedAt',
  'effects.voidedBy',
  'effects.voidedAt',
  'effects.voidReason',
  'effects.version',
  'effects.createdAt',
  'effects.updatedAt',
] as const

const nameOf = (column: 'entered_by' | 'confirmed_by' | 'voided_by') =>
  sql<string | null>`(select full_name from users where users.id = ${sql.ref(`effects.${column}`)})`

export function selectEffects(db: Reader, actor: Actor) {
  return db
    .selectFrom('effects')
    .select(columns)
    .select([
      nameOf('entered_by').as('enteredByName'),
      nameOf('confirmed_by').as('confirmedByName'),
      nameOf('voided_by').as('voidedByName'),
      sql<string | null>`(select handling_unit_id from appeals where appeals.id = effects.appeal_id)`.as(
        'handlingUnitId',
      ),
      closedPeriodOf('effects', 'occurred_on').as('closedPeriod'),
      // A Date keeps milliseconds, PostgreSQL microseconds: the place in a list is exact.
      sql<string>`effects.created_at::text`.as('enteredAt'),
    ])
    .where(visibleTo(actor))
}
export type EffectRow = Awaited<ReturnType<ReturnType<typeof selectEffects>['executeTakeFirstOrThrow']>>

export const findEffect = (db: Reader, actor: Actor, id: string) =>
  selectEffects(db, actor).where('effects.id', '=', id).executeTakeFirst()

export const findEffectsByIds = (db: Reader, actor: Actor, ids: readonly string[]) =>
  selectEffects(db, actor).where('effects.id', '=', anyId(ids)).orderBy('effects.id').execute()

/** Locks entries in the order of their ids, so that two lists never wait for each other. */
export async function lockEffects(tx: Tx, actor: Actor, ids: readonly string[]): Promise<EffectRow[]> {
  await tx.selectFrom('effects').select('id').where('id', '=', anyId(ids)).orderBy('id').forUpdate().execute()
  return findEffectsByIds(tx, actor, ids)
}

/** Every entry that a filter finds, in the order of the list. */
export function effectsInOrder(db: Reader, actor: Actor, filter: EffectFilter) {
  return selectEffects(db, actor)
    .where(receivedBy(actor, filter))
    .where('effects.voidedAt', 'is', null)
    .where(matching(actor, filter))
    .orderBy('effects.occurredOn', 'desc')
    .orderBy('effects.id', 'desc')
}

export function findEffects(
  db: Reader,
  actor: Actor,
  filter: EffectFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<EffectRow[]> {
  const after = readCursor(cursor, 2)
  return effectsInOrder(db, actor, filter)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(effects.occurred_on, effects.id) < (${after?.[0] ?? ''}::date, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .limit(limit + 1)
    .execute()
}

export function findLedger(
  db: Reader,
  actor: Actor,
  appealId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<EffectRow[]> {
  const after = readCursor(cursor, 2)
  return selectEffects(db, actor)
    .where('effects.appealId', '=', appealId)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(effects.created_at, effects.id) > (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('effects.createdAt')
    .orderBy('effects.id')
    .limit(limit + 1)
    .execute()
}

export async function summariseEffectRows(db: Reader, actor: Actor, filter: EffectFilter): Promise<EffectsSummary> {
  const row = await db
    .selectFrom('effects')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(effects.amount), 0)::int8`.as('amount'),
      sql<number>`coalesce(sum(effects.people), 0)::int8`.as('people'),
      sql<number>`count(*) filter (where effects.confirmed_at is null)`.as('unconfirmedCount'),
      sql<number>`coalesce(sum(effects.amount) filter (where effects.confirmed_at is null), 0)::int8`.as(
        'unconfirmedAmount',
      ),
    ])
    .where(visibleTo(actor))
    .where(receivedBy(actor, filter))
    .where('effects.voidedAt', 'is', null)
    .where(matching(actor, filter))
    .executeTakeFirstOrThrow()
  return {
    count: row.count,
    amount: row.amount,
    people: row.people,
    unconfirmed: { count: row.unconfirmedCount, amount: row.unconfirmedAmount },
  }
}

const person = (id: string | null, fullName: string | null) => (id === null ? null : { id, fullName: fullName ?? '' })

export function presentEffect(actor: Actor, row: EffectRow): Effect {
  return {
    id: row.id,
    appealId: row.appealId,
    appealNumber: row.appealNumber,
    category: row.category,
    branchId: toBranchId(row.branchId),
    kind: row.kind,
    stage: row.stage,
    amount: row.amount,
    people: row.people,
    occurredOn: row.occurredOn,
    document: row.document,
    calculation: row.calculation,
    note: row.note,
    settles: row.settlesId,
    computed: row.computed,
    enteredBy: { id: row.enteredBy, fullName: row.enteredByName ?? '' },
    confirmed: row.confirmedAt !== null,
    confirmedBy: person(row.confirmedBy, row.confirmedByName),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    voidedBy: person(row.voidedBy, row.voidedByName),
    voidedAt: row.voidedAt?.toISOString() ?? null,
    voidReason: row.voidReason,
    // Only what was received is counted.
    closedPeriod: row.stage === 'received' ? row.closedPeriod : null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    can: effectCapabilities(actor, row),
  }
}
