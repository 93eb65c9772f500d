import type { Route } from '@qorgan/shared/contract'
import { fillPath } from '@qorgan/shared/contract'
import { errorStatus } from '@qorgan/shared/errors'
import { may, type Permission } from '@qorgan/shared/permissions'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { FastifyInstance } from 'fastify'
import { describe, expect } from 'vitest'
import { aUser, type TestUser } from '../factories.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { hashPassword } from '../../src/platform/auth/passwords.ts'
import { system, test as base } from '../harness.ts'
import { bodies, form, queries, isOtherFile } from './bodies.ts'
import { contractRoutes, keyOf, needsPermission, pairs } from './contract-routes.ts'
import {
  authorizations,
  bodyFor,
  hostile,
  mutated,
  rawBodies,
  rawForms,
  rawHeaders,
  rawQueries,
} from './hostile-values.ts'
import { aBranchWorld, type BranchWorld } from './world.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122)
/** For a longer look: how many times as much. */
const scale = Number(process.env['FUZZ_SCALE'] ?? 1)

interface Sent {
  method: string
  url: string
  body?: string | undefined
  headers?: Record<string, string>
}

const test = base
  .extend('world', { scope: 'file' }, ({ db, as }) => aBranchWorld(db, as))
  .extend('callers', { scope: 'file' }, async ({ db, world }) => {
    const callers = {
      council_head: await aUser(db, 'council_head'),
      branch_chair: world.users.branch_chair,
      administrator: await aUser(db, 'administrator'),
    }
    const passwordHash = await hashPassword('the right password')
    await system(db, (tx) => tx.updateTable('users').set({ passwordHash }).execute())
    return callers
  })
  .extend(
    'ask',
    { scope: 'file' },
    ({ app }) =>
      async (user: TestUser | null, { method, url, body, headers }: Sent) => {
        const response = await app.inject({
          method: method as 'GET',
          url: `/api/v1${url}`,
          headers: {
            ...(user && { authorization: `Bearer ${app.jwt.sign({ sub: user.id, sid: user.sessionId })}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { payload: body }),
        })
        return {
          status: response.statusCode,
          type: response.headers['content-type'] ?? '',
          text: response.body,
        }
      },
  )

type Ask = (user: TestUser | null, sent: Sent) => Promise<{ status: number; type: string; text: string }>
type Callers = Record<'council_head' | 'branch_chair' | 'administrator', TestUser>

/** Undefined when the answer is as the contract says; otherwise what is wrong with it. */
function complaint({ status, type, text }: Awaited<ReturnType<Ask>>, marker?: string): string | undefined {
  if (status >= 500) return `${status} ${text}`
  if (status < 400) return undefined
  if (!type.startsWith('application/problem+json')) return `${status} is ${type}`
  const problem = JSON.parse(text) as Record<string, unknown>
  const code = String(problem['code']) as keyof typeof errorStatus
  if (errorStatus[code] !== status || problem['status'] !== status || typeof problem['requestId'] !== 'string')
    return `${status} ${text}`
  if (marker && text.includes(marker)) return `repeats what was sent: ${text.slice(0, 300)}`
  return undefined
}

/** A record of the caller's own, so that what is sent reaches the last rule. */
const pathOf = (route: Route, world: BranchWorld) => {
  const id = route.path.startsWith('/effects')
    ? world.effectId
    : route.path.startsWith('/members')
      ? world.memberId
      : route.path.startsWith('/appeals')
        ? world.branchAppeal.id
        : route.path.startsWith('/branches')
          ? world.branch.id
          : route.path.startsWith('/employers')
            ? world.organisation.employerId
            : world.organisation.id
  return fillPath(route.path, { id, itemId: world.attachmentId, date: '2026-12-01', category: 'pay' })
}
const mayCall = (role: keyof Callers, route: Route) => !needsPermission(route) || may(role, route.access as Permission)
/** Each route by whoever may call it; those of several, by both branch and council unless one is enough. These end the caller's own session or guess a password slowly. */
const endsSession = new Set([
  'DELETE /auth/sessions',
  'POST /auth/logout',
  'POST /auth/password',
  'POST /users',
  'POST /auth/login',
])
function calls(callers: Callers, isWanted: (route: Route) => boolean, most = 2): [Route, TestUser][] {
  const roles: (keyof Callers)[] = ['branch_chair', 'council_head', 'administrator']
  return contractRoutes
    .filter(isWanted)
    .filter((route) => !isOtherFile(route))
    .flatMap((route) =>
      roles
        .filter((role) => mayCall(role, route))
        .slice(0, most)
        .map((role): [Route, TestUser] => [route, callers[role]]),
    )
}
/** The appeals as the route needs them, whatever earlier routes did to them. */
const reopen = (db: Db, { path }: Route) =>
  system(db, async (tx) => {
    const status = path.endsWith('/resume') ? 'suspended' : path.endsWith('/suspend') ? 'in_progress' : 'registered'
    const noTransfer = { transferToUnitId: null, transferToLevel: null, transferReason: null }
    const isResolved = path.endsWith('/reopen')
    await tx
      .updateTable('appeals')
      .set({
        ...noTransfer,
        status: isResolved ? 'resolved' : status,
        outcome: isResolved ? 'explained' : null,
        annulReason: null,
        handlingUnitId: sql`branch_id`,
      })
      .execute()
    if (path.includes('/attachments'))
      await tx.updateTable('attachments').set({ removedAt: null, removedBy: null, removeReason: null }).execute()
    if (path.startsWith('/effects'))
      await tx
        .updateTable('effects')
        .set({ voidedAt: null, voidReason: null, confirmedAt: null, confirmedBy: null })
        .execute()
  })
/** What is no JSON is malformed, and what is too long is not read. */
function wantedFor(body: string, { bodyLimit }: Route): number | undefined {
  if (body.startsWith('{"a":"xxx') && !bodyLimit) return 413
  return ['{', '[[[', '{"a":', 'NaN', '{"a":1,}'].includes(body) ? 400 : undefined
}
const takesBody = ({ method }: Route) => method !== 'GET' && method !== 'DELETE'
const versions = (ask: Ask, user: TestUser, path: string) =>
  ask(user, { method: 'GET', url: path }).then(
    ({ text }) => (JSON.parse(text) as { version?: number }).version ?? 1,
    () => 1,
  )

describe('no input is answered with a 5xx, every refusal is a problem that repeats nothing', () => {
  test(
    `bodies with one thing wrong (seed ${seed})`,
    { timeout: 60_000 * scale },
    async ({ db, ask, callers, world }) => {
      const wrong: string[] = []
      let n = 0
      const taken = new Set<string>()
      for (const [route, user] of calls(callers, takesBody)) {
        await reopen(db, route)
        const valid = bodyFor(route, bodies[keyOf(route)]?.({ some: world.memberId, branch: world.branch.id }))
        const runs = endsSession.has(keyOf(route)) ? 6 : scale * (Object.keys(valid).length > 4 ? 60 : 15)
        for (const body of fc.sample(mutated(valid), { numRuns: runs, seed: seed + n++ })) {
          const url = pathOf(route, world)
          const answer = await ask(user, {
            method: route.method,
            url,
            body: JSON.stringify(body),
            headers: { 'if-match': '*' },
          })
          if (answer.status < 300) taken.add(keyOf(route))
          const problem = complaint(answer)
          if (problem) wrong.push(`${keyOf(route)} ${JSON.stringify(body).slice(0, 300)}: ${problem}`)
        }
      }
      expect(wrong).toEqual([])
      // What is sent goes deep: most routes took some of it.
      expect(taken.size).toBeGreaterThan(20)
      const differences = await system(db, async (tx) => (await sql`select * from recount()`.execute(tx)).rows)
      expect(differences).toEqual([])
    },
  )

  test('an offending value is not repeated', { timeout: 60_000 }, async ({ ask, callers, world }) => {
    const wrong: string[] = []
    const marker = 'Zq7Xw9'
    const bodied = calls(callers, (one) => takesBody(one) && one.body !== undefined, 1)
    const validOf = (route: Route) =>
      bodyFor(route, bodies[keyOf(route)]?.({ some: world.memberId, branch: world.branch.id }))
    const values = [marker.repeat(6000), `${marker}\0`, { [marker.slice(1)]: marker }]
    for (const [[route, user], name] of pairs(bodied, ([one]) => Object.keys(validOf(one))))
      for (const value of values) {
        const body = JSON.stringify({ ...validOf(route), [name]: value })
        const sent = { method: route.method, url: pathOf(route, world), body, headers: { 'if-match': '"0"' } }
        const problem = complaint(await ask(user, sent), marker)
        if (problem) wrong.push(`${keyOf(route)} ${name}: ${problem}`)
      }
    const read = calls(callers, ({ method }) => method === 'GET', 1)
    for (const [[route, user], name] of pairs(read, ([one]) => Object.keys(one.query?.shape ?? {})))
      for (const value of [marker, `${marker}%00`]) {
        const url = `${pathOf(route, world)}?${name}=${value}`
        const problem = complaint(await ask(user, { method: 'GET', url }), marker)
        if (problem) wrong.push(`${keyOf(route)} ${name}: ${problem}`)
      }
    expect(wrong).toEqual([])
  })

  test('bodies that are no JSON of ours', { timeout: 60_000 }, async ({ ask, callers, world }) => {
    const wrong: string[] = []
    for (const [route, user] of calls(callers, ({ method }) => method !== 'GET', 1))
      for (const body of endsSession.has(keyOf(route)) ? rawBodies.slice(4, 20) : rawBodies) {
        const answer = await ask(user, {
          method: route.method,
          url: pathOf(route, world),
          body,
          headers: { 'if-match': '"0"' },
        })
        const problem = complaint(answer)
        if (problem) wrong.push(`${keyOf(route)} ${body.slice(0, 60)}: ${problem}`)
        const wanted = route.multipart ? 415 : wantedFor(body, route)
        if (wanted !== undefined && answer.status !== wanted)
          wrong.push(`${keyOf(route)}: ${body.slice(0, 60)} is ${answer.status}`)
      }
    expect(wrong).toEqual([])
  })

  test('forms that are none, and forms with something strange in them', async ({ ask, callers, world }) => {
    const wrong: string[] = []
    const statuses = new Set<number>()
    for (const [[route, user], body] of pairs(
      calls(callers, ({ multipart }) => multipart === true, 1),
      () => rawForms,
    )) {
      const answer = await ask(user, { method: route.method, url: pathOf(route, world), body, headers: form.headers })
      statuses.add(answer.status)
      const problem = complaint(answer, 'Zq7Xw9')
      if (problem) wrong.push(`${keyOf(route)} ${body.slice(0, 100)}: ${problem}`)
    }
    expect(wrong).toEqual([])
    expect([...statuses].sort()).toEqual([200, 201, 400, 413, 422])
  })

  test('queries, cursors and broken addresses', { timeout: 60_000 }, async ({ ask, callers, world }) => {
    const wrong: string[] = []
    const asked = (route: Route) => {
      const needed = queries[keyOf(route)]
      return needed ? rawQueries.flatMap((text) => [`${needed}&${text}`, text]) : rawQueries
    }
    const read = calls(callers, ({ method }) => method === 'GET')
    for (const [[route, user], query] of pairs(read, ([one]) => asked(one))) {
      const answer = await ask(user, { method: 'GET', url: `${pathOf(route, world)}?${query}` })
      const problem = complaint(answer)
      if (problem) wrong.push(`${keyOf(route)}?${query.slice(0, 100)}: ${problem}`)
      const isPaged = route.query && 'limit' in route.query.shape
      const mustRefuse = /(^|&)(limit=(0|-1|1e9|x|201|1\.5|%00|1&limit=2)|cursor=(x|%00|A+))$/.test(query)
        ? isPaged
        : /(^|&)(unknown|__proto__|constructor)=/.test(query)
      if (mustRefuse && answer.status !== 422) wrong.push(`${keyOf(route)}?${query.slice(0, 100)} is ${answer.status}`)
    }
    for (const url of [
      '/appeals/%',
      '/appeals/%zz',
      '/appeals/%00',
      '/appeals/%ff',
      `/appeals/${'x'.repeat(5000)}`,
      '/appeals/..%2f..%2fetc',
      '/appeals//',
      '//appeals',
      '/appeals/a/b/c/d',
      '/working-calendar/2026-02-30',
      '/appeal-terms/none',
      `/appeals?q=${'x'.repeat(20_000)}`,
      '/nothing',
    ])
      for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
        const problem = complaint(await ask(callers.council_head, { method, url }), 'xxxxxxxx')
        if (problem) wrong.push(`${method} ${url.slice(0, 60)}: ${problem}`)
      }
    expect(wrong).toEqual([])
  })

  test('ids, headers and tokens', { timeout: 60_000 }, async ({ ask, callers, world }) => {
    const wrong: string[] = []
    const texts = hostile.filter(
      (value): value is string =>
        typeof value === 'string' && value.length < 100 && value.isWellFormed() && value !== '',
    )
    for (const [route, user] of calls(callers, ({ path }) => path.includes(':'), 1))
      for (const id of texts) {
        const json = JSON.stringify(bodies[keyOf(route)]?.({ some: world.memberId, branch: world.branch.id }) ?? {})
        const body = route.multipart ? form.body : takesBody(route) ? json : undefined
        const answer = await ask(user, {
          method: route.method,
          url: fillPath(route.path, { id, itemId: id, date: id, category: id }),
          body,
          headers: { 'if-match': '"1"', ...(route.multipart && form.headers) },
        })
        const problem = complaint(answer)
        if (problem) wrong.push(`${keyOf(route)} ${id}: ${problem}`)
        if (/drop table|etc|script/.test(id) && answer.status !== 404)
          wrong.push(`${keyOf(route)} ${id} is ${answer.status}`)
      }
    for (const [route, user] of calls(callers, () => true, 1)) {
      const valid = takesBody(route)
        ? JSON.stringify(bodyFor(route, bodies[keyOf(route)]?.({ some: world.memberId, branch: world.branch.id })))
        : undefined
      if (endsSession.has(keyOf(route))) continue
      for (const headers of rawHeaders) {
        // Only what cannot succeed: a record of its own is not worn out by these.
        const answer = await ask(user, {
          method: route.method,
          url: pathOf(route, world),
          body: valid && `${valid.slice(0, -1)}${valid.length > 2 ? ',' : ''}"unknown":1}`,
          headers,
        })
        const problem = complaint(answer)
        if (problem) wrong.push(`${keyOf(route)} ${JSON.stringify(headers).slice(0, 80)}: ${problem}`)
        if (valid && /plain|xml|form|"\/"/.test(JSON.stringify(headers)) && answer.status !== 415)
          wrong.push(`${keyOf(route)} ${JSON.stringify(headers)} is ${answer.status}`)
      }
    }
    for (const route of contractRoutes.filter(({ access }) => access !== 'public'))
      for (const authorization of authorizations) {
        const answer = await ask(null, { method: route.method, url: pathOf(route, world), headers: { authorization } })
        if (answer.status !== 401 || complaint(answer))
          wrong.push(`${keyOf(route)} ${authorization.slice(0, 40)}: ${answer.status} ${answer.text}`)
      }
    expect(wrong).toEqual([])
  })

  test('afterwards the house stands', async ({
    app,
    ask,
    callers,
    world,
  }: {
    app: FastifyInstance
    ask: Ask
    callers: Callers
    world: BranchWorld
  }) => {
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
    expect((await ask(callers.council_head, { method: 'GET', url: '/appeals/summary' })).status).toBe(200)
    expect(await versions(ask, callers.council_head, `/appeals/${world.branchAppeal.id}`)).toBeGreaterThan(0)
  })
})
