import {
  act,
  changeMe,
  changePassword,
  endOtherSessions,
  endSession,
  getSession,
  listSessions,
  login,
  logout,
  me,
  refresh,
} from '@qorgan/shared/accounts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { hashPassword, isPassword } from '../platform/auth/passwords.ts'
import { asSystem } from '../platform/db/scope.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { isFromHere } from '../platform/http/addresses.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { findPosts, findSessions, presentSession } from './queries.ts'
import { describeMe, rotateToken, type SignIn, signIn, signOut, type Visitor } from './service.ts'

const COOKIE = 'qorgan_refresh'
const ACCESS_SECONDS = 600

export function accountRoutes(app: FastifyInstance, { isSecure }: { isSecure: boolean }): void {
  const cookie = { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict', secure: isSecure } as const

  const welcome = async (signedIn: SignIn, reply: FastifyReply) => {
    reply.setCookie(COOKIE, signedIn.refreshToken, { ...cookie, maxAge: 14 * 3600 })
    return app.jwt.sign({ sub: signedIn.userId, sid: signedIn.sessionId }, { expiresIn: ACCESS_SECONDS })
  }

  command(app, login, async ({ tx, input, clock, request, reply }) => {
    const visitor = visitorOf(request)
    const signedIn = await signIn(tx, input.body.login, input.body.password, visitor, clock.today())
    if (!signedIn) return new AppError('auth.invalidCredentials')
    const user = await describeMe(tx, signedIn.userId, signedIn.postId, clock.today())
    return { accessToken: await welcome(signedIn, reply), expiresIn: ACCESS_SECONDS, user }
  })

  command(app, refresh, async ({ tx, clock, request, reply }) => {
    refuseCrossSite(request)
    const token = request.cookies[COOKIE]
    const signedIn = token ? await rotateToken(tx, token, visitorOf(request), clock.today()) : null
    if (!signedIn) {
      reply.clearCookie(COOKIE, cookie)
      return new AppError('auth.required')
    }
    const user = await describeMe(tx, signedIn.userId, signedIn.postId, clock.today())
    return { accessToken: await welcome(signedIn, reply), expiresIn: ACCESS_SECONDS, user }
  })

  command(app, logout, async ({ tx, request, reply }) => {
    refuseCrossSite(request)
    const token = request.cookies[COOKIE]
    if (token) await signOut(tx, token, request.id)
    reply.clearCookie(COOKIE, cookie)
    return null
  })

  query(app, me, ({ db, actor, clock }) => describeMe(db, actor.userId, actor.postId, clock.today()))

  command(app, changeMe, async ({ tx, actor, input, clock }) => {
    await tx.updateTable('users').set({ locale: input.body.locale }).where('id', '=', actor.userId).execute()
    await recordEvent(tx, actor, {
      unitId: actor.unitId,
      action: 'user.changed',
      entity: 'user',
      entityId: actor.userId,
      fields: ['locale'],
    })
    return describeMe(tx, actor.userId, actor.postId, clock.today())
  })

  command(app, act, async ({ tx, actor, input, clock }) => {
    const post = (await findPosts(tx, actor.userId, clock.today())).find(({ id }) => id === input.body.postId)
    if (!post) throw invalidAt('/postId', 'field.absent')
    await tx.updateTable('sessions').set({ postId: post.id }).where('id', '=', actor.sessionId).execute()
    await recordEvent(tx, actor, {
      unitId: post.unitId,
      action: 'session.postChanged',
      entity: 'session',
      entityId: actor.sessionId,
    })
    return describeMe(tx, actor.userId, post.id, clock.today())
  })

  command(app, changePassword, ({ tx, actor, input }) =>
    asSystem(tx, actor, async () => {
      const { passwordHash } = await tx
        .selectFrom('users')
        .select('passwordHash')
        .where('id', '=', actor.userId)
        .forUpdate()
        .executeTakeFirstOrThrow()
      if (!(await isPassword(passwordHash, input.body.currentPassword)))
        throw invalidAt('/currentPassword', 'field.wrongPassword')
      await tx
        .updateTable('users')
        .set({ passwordHash: await hashPassword(input.body.newPassword) })
        .where('id', '=', actor.userId)
        .execute()
      await tx
        .updateTable('sessions')
        .set({ endedAt: sql`now()` })
        .where('userId', '=', actor.userId)
        .where('id', '<>', actor.sessionId)
        .where('endedAt', 'is', null)
        .execute()
      await recordEvent(tx, actor, {
        unitId: actor.unitId,
        action: 'user.passwordChanged',
        entity: 'user',
        entityId: actor.userId,
        fields: ['password'],
      })
      return null
    }),
  )

  query(app, listSessions, async ({ db, actor, input }) => {
    const [after] = readCursor(input.query.cursor, 1) ?? []
    const rows = await findSessions(db, actor)
      .$if(after !== undefined, (rest) => rest.where(sql<boolean>`id::text < ${after ?? ''}`))
      .orderBy(sql`id::text`, 'desc')
      .limit(input.query.limit + 1)
      .execute()
    return pageOf(
      rows,
      input.query.limit,
      (row) => [row.id],
      (row) => presentSession(actor, row),
    )
  })

  query(app, getSession, async ({ db, actor, input }) => {
    const { id } = input.params
    const row = isUuid(id) ? await findSessions(db, actor).where('id', '=', id).executeTakeFirst() : undefined
    if (!row) throw notFound()
    return presentSession(actor, row)
  })

  command(app, endSession, async ({ tx, actor, input }) => {
    const ended = isUuid(input.params.id)
      ? await tx
          .updateTable('sessions')
          .set({ endedAt: sql`now()` })
          .where('id', '=', input.params.id)
          .where('userId', '=', actor.userId)
          .where('endedAt', 'is', null)
          .returning('id')
          .executeTakeFirst()
      : undefined
    if (!ended) throw notFound()
    await recordEvent(tx, actor, {
      unitId: actor.unitId,
      action: 'session.ended',
      entity: 'session',
      entityId: ended.id,
    })
    return null
  })

  command(app, endOtherSessions, async ({ tx, actor }) => {
    await tx
      .updateTable('sessions')
      .set({ endedAt: sql`now()` })
      .where('userId', '=', actor.userId)
      .where('id', '<>', actor.sessionId)
      .where('endedAt', 'is', null)
      .execute()
    await recordEvent(tx, actor, {
      unitId: actor.unitId,
      action: 'session.othersEnded',
      entity: 'session',
      entityId: actor.sessionId,
    })
    return null
  })
}

const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  isLoopback: isFromHere(request),
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
  requestId: request.id,
})

/** A cookie comes along by itself, so its routes take requests of our own pages only; programs send neither header. */
function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const isForeignOrigin = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === request.host)
  if (site === undefined ? isForeignOrigin : site !== 'same-origin' && site !== 'none')
    throw new AppError('auth.crossSite')
}
