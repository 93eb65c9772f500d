import type { Me } from '@qorgan/shared/accounts'
import type { Day } from '@qorgan/shared/dates'
import { rolePermissions } from '@qorgan/shared/permissions'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { isPassword } from '../platform/auth/passwords.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError } from '../platform/errors.ts'
import { findAccount, findPerson, findPosts, type PostRow, presentPost } from './queries.ts'
import { forgetFailures, noteFailure, refuseTooManyAttempts } from './throttle.ts'
import { hashOf, newToken } from './tokens.ts'

export { findPerson, findPostActor, findSessionActor } from './queries.ts'
export { noteFailure, refuseTooManyAttempts } from './throttle.ts'
export { hashOf, newToken } from './tokens.ts'

/** A working day, and a little: an idle session ends over night, one in use goes on. */
const SESSION_HOURS = 14
/** Two tabs may send the same token at once, or an answer may get lost: a repeat within this time succeeds. */
const REUSE_SECONDS = 30

export interface Visitor {
  address: string
  isLoopback: boolean
  userAgent: string | null
  requestId: string
}

export interface SignIn {
  userId: string
  sessionId: string
  postId: string
  refreshToken: string
}

/** A refused sign-in has to commit its trace, so it is an answer, not a throw. */
export async function signIn(
  tx: Tx,
  login: string,
  password: string,
  visitor: Visitor,
  today: Day,
): Promise<SignIn | null> {
  const name = login.trim().toLowerCase()
  await refuseTooManyAttempts(tx, name, visitor.address)
  const account = await findAccount(tx, name)
  const fits = await isPassword(account?.passwordHash, password)
  const isWelcome = account?.active && (visitor.isLoopback || !account.demonstration)
  const post = account && fits && isWelcome ? (await findPosts(tx, account.id, today))[0] : undefined
  if (!account || !post) {
    await noteFailure(tx, name, visitor.address)
    return null
  }
  await forgetFailures(tx, name)
  const { id: sessionId } = await tx
    .insertInto('sessions')
    .values({
      userId: account.id,
      postId: post.id,
      expiresAt: sql`now() + ${`${SESSION_HOURS} hours`}::interval`,
      userAgent: visitor.userAgent,
      address: visitor.address,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const refreshToken = await issueToken(tx, sessionId)
  await recordEvent(tx, actorOf(account.id, sessionId, post, visitor.requestId), {
    unitId: post.unitId,
    action: 'session.started',
    entity: 'session',
    entityId: sessionId,
  })
  return { userId: account.id, sessionId, postId: post.id, refreshToken }
}

async function issueToken(tx: Tx, sessionId: string): Promise<string> {
  const token = newToken()
  await tx
    .insertInto('refreshTokens')
    .values({ hash: hashOf(token), sessionId })
    .execute()
  return token
}

const actorOf = (userId: string, sessionId: string, post: PostRow, requestId: string): Actor => ({
  userId,
  fullName: '',
  sessionId,
  postId: post.id,
  role: post.role,
  unitId: post.unitId,
  isCouncil: post.unitId === COUNCIL_ID,
  organisationId: post.primaryOrganisationId,
  requestId,
})

/**
 * Exchanges a refresh token for the next one. A used token that comes back late was stolen, or its owner's was: the family ends.
 * Null is an answer, not a throw, since the end of a family has to be committed.
 */
export async function rotateToken(tx: Tx, token: string, visitor: Visitor, today: Day): Promise<SignIn | null> {
  const used = await tx
    .selectFrom('refreshTokens')
    .innerJoin('sessions', 'sessions.id', 'refreshTokens.sessionId')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(['sessions.id as sessionId', 'sessions.userId', 'sessions.postId', 'users.demonstration', 'rotatedAt'])
    .select((eb) => [
      eb
        .and([eb('endedAt', 'is', null), eb('expiresAt', '>', sql<Date>`now()`), eb('users.active', '=', true)])
        .as('isAlive'),
      sql<boolean>`rotated_at < now() - ${`${REUSE_SECONDS} seconds`}::interval`.as('isStale'),
    ])
    .where('refreshTokens.hash', '=', hashOf(token))
    .forUpdate(['refreshTokens', 'sessions'])
    .executeTakeFirst()
  if (!used?.isAlive || (used.demonstration && !visitor.isLoopback)) return null
  const posts = await findPosts(tx, used.userId, today)
  const post = posts.find(({ id }) => id === used.postId) ?? posts[0]
  if (used.isStale || !post) {
    await tx
      .updateTable('sessions')
      .set({ endedAt: sql`now()` })
      .where('id', '=', used.sessionId)
      .execute()
    if (post)
      await recordEvent(tx, actorOf(used.userId, used.sessionId, post, visitor.requestId), {
        unitId: post.unitId,
        action: 'session.tokenReused',
        entity: 'session',
        entityId: used.sessionId,
      })
    return null
  }
  await tx
    .updateTable('refreshTokens')
    .set({ rotatedAt: sql`coalesce(rotated_at, now())` })
    .where('hash', '=', hashOf(token))
    .execute()
  await tx
    .updateTable('sessions')
    .set({
      lastUsedAt: sql`now()`,
      postId: post.id,
      expiresAt: sql`now() + ${`${SESSION_HOURS} hours`}::interval`,
      address: visitor.address,
    })
    .where('id', '=', used.sessionId)
    .execute()
  return {
    userId: used.userId,
    sessionId: used.sessionId,
    postId: post.id,
    refreshToken: await issueToken(tx, used.sessionId),
  }
}

/** Ends the session of a refresh token; an unknown one ends nothing. */
export async function signOut(tx: Tx, token: string, requestId: string): Promise<void> {
  const session = await tx
    .updateTable('sessions')
    .set({ endedAt: sql`now()` })
    .where('endedAt', 'is', null)
    .where('id', 'in', (eb) => eb.selectFrom('refreshTokens').select('sessionId').where('hash', '=', hashOf(token)))
    .returning(['id', 'userId', 'postId'])
    .executeTakeFirst()
  if (!session) return
  const post = await tx
    .selectFrom('posts')
    .select(['id', 'role', 'unitId', 'primaryOrganisationId', 'fromOn', 'toOn', 'acting'])
    .where('id', '=', session.postId)
    .executeTakeFirstOrThrow()
  await recordEvent(tx, actorOf(session.userId, session.id, post, requestId), {
    unitId: post.unitId,
    action: 'session.ended',
    entity: 'session',
    entityId: session.id,
  })
}

export async function describeMe(db: Reader, userId: string, postId: string, today: Day): Promise<Me> {
  const person = await findPerson(db, userId)
  const posts = (await findPosts(db, userId, today)).map(presentPost)
  const activePost = posts.find((post) => post.id === postId)
  if (!activePost) throw new AppError('auth.required')
  return { ...person, posts, activePost, permissions: [...rolePermissions[activePost.role]] }
}
