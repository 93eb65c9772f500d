import type { User } from '@qorgan/shared/accounts'
import type { Day } from '@qorgan/shared/dates'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import { afterName, nameOf } from '../platform/db/by-name.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'
import { holdsWords } from '../platform/db/text-match.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { type PostRow, presentPost } from './queries.ts'

const columns = ['users.id', 'fullName', 'login', 'locale', 'active', 'version'] as const
export type UserRow = Awaited<ReturnType<typeof findUsers>>[number]

/** Posts that an actor may know of: all for the administrator, else those of colleagues, in force today in the unit acted for. */
function visibleTo(actor: Actor, today: Day) {
  return (eb: ExpressionBuilder<DB, 'posts'>): Expression<SqlBool> =>
    may(actor, 'users:write')
      ? eb.lit(true)
      : eb.and([
          eb('unitId', '=', actor.unitId),
          // Outside counsel have no colleagues here: neither each other, nor the council's people.
          actor.role === 'lawyer' ? eb('userId', '=', actor.userId) : eb.lit(true),
          eb('fromOn', '<=', today),
          eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]),
          actor.organisationId === null ? eb.lit(true) : eb('primaryOrganisationId', '=', actor.organisationId),
        ])
}

interface Filter {
  q: string | undefined
  active: boolean | undefined
}

export function findUsers(
  db: Reader,
  actor: Actor,
  today: Day,
  { q, active }: Filter,
  limit: number,
  after: Cursor | undefined,
) {
  const searched = may(actor, 'users:write')
    ? sql<string>`fold(full_name || ' ' || login)`
    : sql<string>`fold(full_name)`
  return db
    .selectFrom('users')
    .select(columns)
    .$if(!may(actor, 'users:write'), (rest) =>
      rest.where('users.id', 'in', (eb) => eb.selectFrom('posts').select('userId').where(visibleTo(actor, today))),
    )
    .$if(q !== undefined, (rest) => rest.where(holdsWords(searched, q ?? '')))
    .$if(active !== undefined, (rest) => rest.where('active', '=', active ?? true))
    .where(afterName('fullName', 'users.id', after))
    .orderBy(nameOf('fullName'))
    .orderBy('users.id')
    .limit(limit + 1)
    .execute()
}

/** Posts by person, the present ones first. */
export async function findPostsOfUsers(
  db: Reader,
  actor: Actor,
  today: Day,
  userIds: readonly string[],
): Promise<Map<string, PostRow[]>> {
  const rows = await db
    .selectFrom('posts')
    .select(['id', 'userId', 'role', 'unitId', 'primaryOrganisationId', 'fromOn', 'toOn', 'acting'])
    .where('userId', '=', anyId(userIds))
    .where(visibleTo(actor, today))
    .orderBy(sql`to_on desc nulls first`)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows, (row) => row.userId)
}

const user = (db: Reader, id: string) => db.selectFrom('users').select(columns).where('users.id', '=', id)
export const findUser = (db: Reader, id: string): Promise<UserRow | undefined> => user(db, id).executeTakeFirst()
export const lockUser = (tx: Tx, id: string): Promise<UserRow | undefined> =>
  user(tx, id).forUpdate().executeTakeFirst()

export async function endSessions(tx: Tx, of: { userId: string } | { postId: string }): Promise<void> {
  const [column, id] = 'userId' in of ? (['userId', of.userId] as const) : (['postId', of.postId] as const)
  await tx
    .updateTable('sessions')
    .set({ endedAt: sql`now()` })
    .where(column, '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

/** Login and locale are between a person and the administrator. */
export function presentUser(actor: Actor, row: UserRow, posts: readonly PostRow[]): User {
  const isAdministrator = may(actor, 'users:write')
  return {
    id: row.id,
    fullName: row.fullName,
    posts: posts.map(presentPost),
    login: isAdministrator ? row.login : null,
    locale: isAdministrator ? row.locale : null,
    active: row.active,
    version: row.version,
    can: { edit: isAdministrator },
  }
}
