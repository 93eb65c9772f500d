import { act, changePassword, listSessions, me } from '@qorgan/shared/accounts'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { hashPassword } from '../../src/platform/auth/passwords.ts'
import { buildApp } from '../../src/app.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { aBranch, aUser, type TestUser } from '../factories.ts'
import { clientFor, noFiles, system, test, testSecrets } from '../harness.ts'

const PASSWORD = 'correct horse battery'

async function withPassword(db: Db, user: TestUser, demonstration = false): Promise<TestUser> {
  const passwordHash = await hashPassword(PASSWORD)
  await system(db, (tx) =>
    tx.updateTable('users').set({ passwordHash, demonstration }).where('id', '=', user.id).execute(),
  )
  return user
}

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

test('a person signs in, goes on with a rotating token, and signs out', async ({ db, as }) => {
  const user = await withPassword(db, await aUser(db, 'branch_chair', await aBranch(db)))
  const nobody = as(null)
  const login = await nobody.send('POST', '/auth/login', {
    body: { login: user.login.toUpperCase(), password: PASSWORD },
  })
  expect(login.status).toBe(200)
  expect(login.body).toMatchObject({
    expiresIn: 600,
    user: { login: user.login, locale: 'ru', activePost: { role: 'branch_chair' } },
  })
  expect(String(login.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  const first = cookieOf(login)

  const second = await nobody.send('POST', '/auth/refresh', { headers: { cookie: first } })
  expect(second.status).toBe(200)
  expect(cookieOf(second)).not.toBe(first)
  expect(
    (await nobody.send('POST', '/auth/refresh', { headers: { cookie: first } })).status,
    'a repeat within 30 s',
  ).toBe(200)
  const meNow = await nobody.send('GET', '/auth/me', {
    headers: { authorization: `Bearer ${second.body.accessToken}` },
  })
  expect(meNow.body.id).toBe(user.id)

  expect((await nobody.send('POST', '/auth/logout', { headers: { cookie: cookieOf(second) } })).status).toBe(204)
  expect(
    (await nobody.send('GET', '/auth/me', { headers: { authorization: `Bearer ${second.body.accessToken}` } })).body
      .code,
  ).toBe('auth.required')
  expect((await nobody.send('POST', '/auth/refresh', { headers: { cookie: cookieOf(second) } })).status).toBe(401)
})

test('a used token that comes back late ends the whole family', async ({ db, as }) => {
  const user = await withPassword(db, await aUser(db, 'branch_chair', await aBranch(db)))
  const nobody = as(null)
  const login = await nobody.send('POST', '/auth/login', { body: { login: user.login, password: PASSWORD } })
  const stolen = cookieOf(login)
  const next = await nobody.send('POST', '/auth/refresh', { headers: { cookie: stolen } })
  await system(db, (tx) =>
    tx
      .updateTable('refreshTokens')
      .set({ rotatedAt: sql`now() - interval '31 seconds'` })
      .where('rotatedAt', 'is not', null)
      .execute(),
  )
  expect((await nobody.send('POST', '/auth/refresh', { headers: { cookie: stolen } })).status).toBe(401)
  expect(
    (await nobody.send('POST', '/auth/refresh', { headers: { cookie: cookieOf(next) } })).status,
    'the thief and the owner are both out',
  ).toBe(401)
  expect(
    (await nobody.send('GET', '/auth/me', { headers: { authorization: `Bearer ${next.body.accessToken}` } })).status,
  ).toBe(401)
})

test('guesses at one account are throttled, also when they come at once', async ({ db, as }) => {
  const user = await withPassword(db, await aUser(db, 'branch_chair', await aBranch(db)))
  const guesses = await Promise.all(
    Array.from({ length: 14 }, () =>
      as(null).send('POST', '/auth/login', { body: { login: user.login, password: 'wrong guess' } }),
    ),
  )
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(guesses.filter(({ body }) => body.code === 'auth.tooManyAttempts')).toHaveLength(4)
  const right = await as(null).send('POST', '/auth/login', { body: { login: user.login, password: PASSWORD } })
  expect([right.status, right.headers['retry-after']]).toEqual([429, '900'])
  expect(
    (await as(null).send('POST', '/auth/login', { body: { login: 'nobody.at.all', password: 'x' } })).body.code,
  ).toBe('auth.invalidCredentials')
})

test('cookie routes take no request of another site', async ({ as }) => {
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }])
    expect((await as(null).send('POST', '/auth/refresh', { headers })).body.code).toBe('auth.crossSite')
  expect(
    (await as(null).send('POST', '/auth/refresh', { headers: { 'sec-fetch-site': 'same-origin' } })).body.code,
  ).toBe('auth.required')
})

test('demonstration accounts are refused from elsewhere', async ({ db, as }) => {
  const user = await withPassword(db, await aUser(db, 'branch_chair', await aBranch(db)), true)
  const body = { login: user.login, password: PASSWORD }
  expect(
    (await as(null).send('POST', '/auth/login', { body, headers: { 'x-forwarded-for': '203.0.113.7' } })).status,
  ).toBe(401)
  const login = await as(null).send('POST', '/auth/login', { body })
  expect(login.status).toBe(200)
  const authorization = `Bearer ${login.body.accessToken}`
  expect(
    (await as(null).send('GET', '/auth/me', { headers: { authorization, 'x-forwarded-for': '203.0.113.7' } })).status,
  ).toBe(401)
})

test('a withdrawn post ends at once, and another post is taken up', async ({ db, as }) => {
  const [home, away] = [await aBranch(db), await aBranch(db)]
  const user = await aUser(db, 'branch_chair', home)
  const post = await system(db, (tx) =>
    tx
      .insertInto('posts')
      .values({ userId: user.id, role: 'branch_chair', unitId: away.id, fromOn: '2024-01-01', acting: true })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  expect((await as(user).call(me, {})).body.posts).toHaveLength(2)
  expect((await as(user).call(act, { body: { postId: post.id } })).body.activePost).toMatchObject({
    branchId: away.id,
    acting: true,
  })
  await system(db, (tx) => tx.updateTable('posts').set({ toOn: '2025-01-01' }).where('id', '=', post.id).execute())
  expect((await as(user).call(me, {})).status).toBe(401)
})

test('a new password ends the other sessions', async ({ db, as }) => {
  const user = await withPassword(db, await aUser(db, 'branch_chair', await aBranch(db)))
  const other = await as(null).send('POST', '/auth/login', { body: { login: user.login, password: PASSWORD } })
  expect((await as(user).call(listSessions, {})).body.items).toHaveLength(2)
  const wrong = await as(user).send('POST', '/auth/password', {
    body: { currentPassword: 'not it', newPassword: 'a longer new one' },
  })
  expect(wrong.body.errors).toMatchObject([{ path: '/currentPassword', code: 'field.wrongPassword' }])
  expect(
    (await as(user).call(changePassword, { body: { currentPassword: PASSWORD, newPassword: 'a longer new one' } }))
      .status,
  ).toBe(204)
  expect(
    (await as(null).send('GET', '/auth/me', { headers: { authorization: `Bearer ${other.body.accessToken}` } })).status,
  ).toBe(401)
  expect((await as(user).call(me, {})).status).toBe(200)
})

test('only tokens of ours, by the one algorithm, are taken', async ({ app, db, as }) => {
  const user = await aUser(db, 'branch_chair', await aBranch(db))
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { sub: user.id, sid: user.sessionId, iss: 'qorgan', aud: 'qorgan-api', exp: 4_000_000_000 }
  const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
  const real = app.jwt.sign({ sub: user.id, sid: user.sessionId })
  for (const token of [
    unsigned,
    `${real}x`,
    'nonsense',
    app.jwt.sign({ sub: user.id, sid: user.sessionId }, { aud: 'another' }),
  ])
    expect((await as(null).send('GET', '/auth/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
})

test('a user makes so many requests a minute, and no more', async ({ db, clock }) => {
  const app = await buildApp({
    db,
    clock,
    files: noFiles,
    secrets: testSecrets,
    readiness: { isReady: true },
    requestsPerMinute: 5,
    isSecure: false,
  })
  const branch = await aBranch(db)
  const [user, colleague] = [await aUser(db, 'branch_chair', branch), await aUser(db, 'branch_chair', branch)]
  const answers = []
  for (let n = 0; n < 7; n++) answers.push(await clientFor(app, user).send('GET', '/auth/me'))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429])
  expect(answers[6]).toMatchObject({
    body: { code: 'request.tooMany', status: 429 },
    headers: { 'retry-after': expect.anything() as unknown },
  })
  expect((await clientFor(app, colleague).send('GET', '/auth/me')).status).toBe(200)
  await app.close()
})
