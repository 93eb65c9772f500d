import type { Day } from '@qorgan/shared/dates'
import type { Post } from '@qorgan/shared/accounts'
import type { Locale } from '@qorgan/shared/fields'
import { sql } from 'kysely'
import { COUNCIL_ID, toBranchId } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Db, Reader, Tx } from '../platform/db/index.ts'

const actorColumns = [
  'users.id as userId',
  'users.fullName',
  'users.demonstration',
  'posts.id as postId',
  'posts.role',
  'posts.unitId',
  'posts.primaryOrganisationId',
] as const
interface ActorColumns {
  userId: string
  fullName: string
  demonstration: boolean
  postId: string
  role: Actor['role']
  unitId: string
  primaryOrganisationId: string | null
}
const actorFrom = (row: ActorColumns, sessionId: string, requestId: string): Actor & { isDemonstration: boolean } => ({
  userId: row.userId,
  fullName: row.fullName,
  sessionId,
  postId: row.postId,
  role: row.role,
  unitId: row.unitId,
  isCouncil: row.unitId === COUNCIL_ID,
  organisationId: row.primaryOrganisationId,
  requestId,
  isDemonstration: row.demonstration,
})

/** The one look-up of every request: a living session, its user, and the post in force today in which it acts. */
export async function findSessionActor(
  db: Db,
  sessionId: string,
  today: Day,
  requestId: string,
): Promise<(Actor & { isDemonstration: boolean }) | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .innerJoin('posts', 'posts.id', 'sessions.postId')
    .select(actorColumns)
    .where('sessions.id', '=', sessionId)
    .where('sessions.endedAt', 'is', null)
    .where('sessions.expiresAt', '>', sql<Date>`now()`)
    .where('users.active', '=', true)
    .where('posts.fromOn', '<=', today)
    .where((eb) => eb.or([eb('posts.toOn', 'is', null), eb('posts.toOn', '>=', today)]))
    .executeTakeFirst()
  return row && actorFrom(row, sessionId, requestId)
}

/** Somebody without a session, who acts in a post of theirs that is in force today: a phone that reads their calendar. */
export async function findPostActor(
  db: Reader,
  postId: string,
  today: Day,
  requestId: string,
): Promise<(Actor & { isDemonstration: boolean }) | undefined> {
  const row = await db
    .selectFrom('posts')
    .innerJoin('users', 'users.id', 'posts.userId')
    .select(actorColumns)
    .where('posts.id', '=', postId)
    .where('users.active', '=', true)
    .where('posts.fromOn', '<=', today)
    .where((eb) => eb.or([eb('posts.toOn', 'is', null), eb('posts.toOn', '>=', today)]))
    .executeTakeFirst()
  return row && actorFrom(row, '', requestId)
}

export function findAccount(tx: Tx, login: string) {
  return tx
    .selectFrom('users')
    .select(['id', 'passwordHash', 'active', 'demonstration'])
    .where('login', '=', login)
    .executeTakeFirst()
}

export interface PostRow {
  id: string
  role: Post['role']
  unitId: string
  primaryOrganisationId: string | null
  fromOn: Day
  toOn: Day | null
  acting: boolean
}

/** Posts in force on a day, the longest held first. */
export function findPosts(db: Reader, userId: string, today: Day): Promise<PostRow[]> {
  return db
    .selectFrom('posts')
    .select(['id', 'role', 'unitId', 'primaryOrganisationId', 'fromOn', 'toOn', 'acting'])
    .where('userId', '=', userId)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
    .orderBy('acting')
    .orderBy('fromOn')
    .orderBy('id')
    .execute()
}

export const presentPost = (post: PostRow): Post => ({
  id: post.id,
  role: post.role,
  branchId: toBranchId(post.unitId),
  primaryOrganisationId: post.primaryOrganisationId,
  from: post.fromOn,
  to: post.toOn,
  acting: post.acting,
})

export function findPerson(
  db: Reader,
  userId: string,
): Promise<{ id: string; login: string; fullName: string; locale: Locale }> {
  return db
    .selectFrom('users')
    .select(['id', 'login', 'fullName', 'locale'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
}

/** A person's own living sessions. */
export const findSessions = (db: Reader, actor: Actor) =>
  db
    .selectFrom('sessions')
    .select(['id', 'createdAt', 'lastUsedAt', 'userAgent', 'address'])
    .where('userId', '=', actor.userId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
type SessionRow = Awaited<ReturnType<ReturnType<typeof findSessions>['executeTakeFirstOrThrow']>>

export const presentSession = (actor: Actor, row: SessionRow) => ({
  ...row,
  current: row.id === actor.sessionId,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt.toISOString(),
})
