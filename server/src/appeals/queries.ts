import type { AppealFilter, AppealSort, AppealsSummary } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import { addWorkingDays } from '@qorgan/shared/working-days'
import { sql } from 'kysely'
import { findCalendar } from '../deadlines/service.ts'
import { closedPeriodOf } from '../effects/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { anyId } from '../platform/db/expressions.ts'
import { readCursor } from '../platform/http/pages.ts'
import { type Meaning, matching } from './filters.ts'
import { knownTo, visibleTo } from './scope.ts'

const columns = [
  'appeals.id',
  'appeals.branchId',
  'appeals.level',
  'appeals.receivedLevel',
  'appeals.number',
  'appeals.numberYear',
  'appeals.status',
  'appeals.receivedOn',
  'appeals.channel',
  'appeals.category',
  'appeals.topicId',
  'appeals.otherTopicIds',
  'appeals.subject',
  'appeals.description',
  'appeals.language',
  'appeals.primaryOrganisationId',
  'appeals.employerId',
  'appeals.regionCode',
  'appeals.membership',
  'appeals.memberId',
  'appeals.applicantName',
  'appeals.applicantPhone',
  'appeals.applicantIinCipher',
  'appeals.writtenApplicationOn',
  'appeals.representative',
  'appeals.signatories',
  'appeals.letter',
  'appeals.forwardedFrom',
  'appeals.repeatOfId',
  'appeals.urgent',
  'appeals.consultation',
  'appeals.restricted',
  'appeals.wantedDueOn',
  'appeals.dueOn',
  'appeals.dueExplained',
  'appeals.voucher',
  'appeals.aid',
  'appeals.outcome',
  'appeals.summary',
  'appeals.resolvedOn',
  'appeals.noEffectReason',
  'appeals.expectedOn',
  'appeals.answer',
  'appeals.assigneeId',
  'appeals.handlingUnitId',
  'appeals.transferToUnitId',
  'appeals.transferToLevel',
  'appeals.transferReason',
  'appeals.transferRequestedAt',
  'appeals.transferRequestedBy',
  'appeals.annulReason',
  'appeals.batchId',
  'appeals.registeredBy',
  'appeals.version',
  'appeals.createdAt',
  'appeals.updatedAt',
] as const

const nameOf = (column: 'assignee_id' | 'registered_by' | 'transfer_requested_by') =>
  sql<string | null>`(select full_name from users where users.id = ${sql.ref(`appeals.${column}`)})`

/** Appeals with what their ledgers hold: one statement for a page, by the indexes of both. */
function appealRows(db: Reader, actor: Actor) {
  return db
    .selectFrom('appeals')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('effects')
          .select([
            sql<number>`coalesce(sum(amount) filter (where stage = 'received'), 0)::int8`.as('received'),
            sql<number>`coalesce(sum(amount) filter (where stage = 'agreed'), 0)::int8`.as('agreed'),
            sql<number>`coalesce(sum(amount) filter (where stage = 'claimed'), 0)::int8`.as('claimed'),
            sql<number>`coalesce(sum(people) filter (where stage = 'received'), 0)::int8`.as('people'),
          ])
          .whereRef('effects.appealId', '=', 'appeals.id')
          .where('effects.voidedAt', 'is', null)
          .as('ledger'),
      (join) => join.onTrue(),
    )
    .select(columns)
    .select(['ledger.received', 'ledger.agreed', 'ledger.claimed', 'ledger.people'])
    .select([
      nameOf('assignee_id').as('assigneeName'),
      nameOf('registered_by').as('registeredByName'),
      nameOf('transfer_requested_by').as('transferRequestedByName'),
      closedPeriodOf('appeals', 'received_on').as('closedPeriod'),
      sql<string | null>`(select earlier.number from appeals as earlier where earlier.id = appeals.repeat_of_id)`.as(
        'repeatOfNumber',
      ),
      // Likewise a case: whoever may not see it is not told that there is one.
      sql<{
        id: string
        number: string
      } | null>`(select json_build_object('id', c.id, 'number', c.number) from legal_cases as c where c.appeal_id = appeals.id and ${knownTo(actor)})`.as(
        'legalCase',
      ),
      // Row-level security answers: an appeal that the caller may not see is not named by another one.
      sql<string | null>`(select other.id from appeals as other where other.id = appeals.duplicate_of_id)`.as(
        'duplicateOfId',
      ),
    ])
}
const selectAppeals = (db: Reader, actor: Actor) => appealRows(db, actor).where(visibleTo(actor))
export type AppealRow = Awaited<ReturnType<ReturnType<typeof appealRows>['executeTakeFirstOrThrow']>>

export const findAppeal = (db: Reader, actor: Actor, id: string) =>
  selectAppeals(db, actor).where('appeals.id', '=', id).executeTakeFirst()

/** The last look at an appeal that has just left the caller's scope by what they did. */
export const findLeftAppeal = (tx: Tx, actor: Actor, id: string) =>
  appealRows(tx, actor).where('appeals.id', '=', id).executeTakeFirst()

export const findAppealsByIds = (db: Reader, actor: Actor, ids: readonly string[]) =>
  selectAppeals(db, actor).where('appeals.id', '=', anyId(ids)).execute()

/** Locks an appeal for a change, then reads it: what is judged is what will be changed. */
export async function lockAppeal(tx: Tx, actor: Actor, id: string): Promise<AppealRow | undefined> {
  const locked = await tx
    .selectFrom('appeals')
    .select('id')
    .where(visibleTo(actor))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked && findAppeal(tx, actor, id)
}

/** With a text a summary counts so far, and then says that there is more. Lists go to their end. */
const COUNTED_WITH_TEXT = 1000
const SOON_WORKING_DAYS = 3

async function meaningOf(db: Reader, filter: AppealFilter, today: Day): Promise<Meaning> {
  const soon = filter.due?.includes('soon')
    ? addWorkingDays(await findCalendar(db), today, SOON_WORKING_DAYS).date
    : today
  return { today, soon, text: filter.q ? filter.q : undefined }
}

const places = {
  '-receivedOn': { column: 'appeals.receivedOn', direction: 'desc', type: 'date' },
  receivedOn: { column: 'appeals.receivedOn', direction: 'asc', type: 'date' },
  dueOn: { column: 'appeals.dueOn', direction: 'asc', type: 'date' },
  number: { column: 'appeals.number', direction: 'asc', type: 'text' },
} as const satisfies Record<AppealSort, { column: string; direction: 'asc' | 'desc'; type: string }>

export const placeOf = (row: AppealRow, sort: AppealSort) => [
  sort === 'dueOn' ? row.dueOn : sort === 'number' ? row.number : row.receivedOn,
  row.id,
]

/** Every appeal that a filter finds, in the order of the list. */
export async function appealsInOrder(db: Reader, actor: Actor, filter: AppealFilter, today: Day, sort: AppealSort) {
  const { column, direction } = places[sort]
  return selectAppeals(db, actor)
    .where(matching(actor, filter, await meaningOf(db, filter, today)))
    .orderBy(column, direction)
    .orderBy('appeals.id', direction)
}

export async function findAppeals(
  db: Reader,
  actor: Actor,
  filter: AppealFilter,
  today: Day,
  { sort, limit, cursor }: { sort: AppealSort; limit: number; cursor?: string | undefined },
): Promise<AppealRow[]> {
  const after = readCursor(cursor, 2)
  const { column, direction, type } = places[sort]
  const beyond = sql.raw(direction === 'desc' ? '<' : '>')
  const appeals = await appealsInOrder(db, actor, filter, today, sort)
  return appeals
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(${sql.ref(column)}, appeals.id) ${beyond} (${after?.[0] ?? ''}::${sql.raw(type)}, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .limit(limit + 1)
    .execute()
}

/** Exact, also with a text. */
export async function countAppeals(db: Reader, actor: Actor, filter: AppealFilter, today: Day): Promise<number> {
  const { count } = await db
    .selectFrom('appeals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(visibleTo(actor))
    .where(matching(actor, filter, await meaningOf(db, filter, today)))
    .executeTakeFirstOrThrow()
  return count
}

type Group = { status: keyof AppealsSummary['byStatus']; category: keyof AppealsSummary['byCategory']; n: number }

export async function summariseAppealRows(
  db: Reader,
  actor: Actor,
  filter: AppealFilter,
  today: Day,
): Promise<AppealsSummary> {
  const meaning = await meaningOf(db, filter, today)
  const row = await db
    .with('found', (cte) =>
      cte
        .selectFrom('appeals')
        .select(['appeals.id', 'appeals.status', 'appeals.category'])
        .where(visibleTo(actor))
        .where(matching(actor, filter, meaning))
        .$if(meaning.text !== undefined, (rest) => rest.limit(COUNTED_WITH_TEXT + 1)),
    )
    .with('groups', (cte) =>
      cte
        .selectFrom('found')
        .select(['status', 'category', sql<number>`count(*)`.as('n')])
        .groupBy(['status', 'category']),
    )
    .with('ledger', (cte) =>
      cte
        .selectFrom('effects')
        .select([
          sql<number>`coalesce(sum(amount) filter (where stage = 'received'), 0)::int8`.as('received'),
          sql<number>`coalesce(sum(amount) filter (where stage = 'agreed'), 0)::int8`.as('agreed'),
          sql<number>`coalesce(sum(amount) filter (where stage = 'claimed'), 0)::int8`.as('claimed'),
          sql<number>`coalesce(sum(people) filter (where stage = 'received'), 0)::int8`.as('people'),
        ])
        .where('voidedAt', 'is', null)
        .where('appealId', 'in', (eb) => eb.selectFrom('found').select('id')),
    )
    .selectFrom('ledger')
    .select([
      'received',
      'agreed',
      'claimed',
      'people',
      sql<Group[]>`(select coalesce(json_agg(groups), '[]') from groups)`.as('groups'),
    ])
    .executeTakeFirstOrThrow()
  const byStatus = { registered: 0, in_progress: 0, suspended: 0, resolved: 0, annulled: 0 }
  const byCategory = { pay: 0, labour_protection: 0, legal: 0, sanatorium: 0, material_aid: 0 }
  for (const { status, category, n } of row.groups) {
    byStatus[status] += n
    byCategory[category] += n
  }
  const count = row.groups.reduce((sum, group) => sum + group.n, 0)
  const isCapped = meaning.text !== undefined && count > COUNTED_WITH_TEXT
  return {
    count: isCapped ? COUNTED_WITH_TEXT : count,
    effect: { received: row.received, agreed: row.agreed, claimed: row.claimed, people: row.people },
    byStatus,
    byCategory,
    ...(isCapped && { capped: true }),
  }
}
