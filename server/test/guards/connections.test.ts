import { registerAppeal } from '@qorgan/shared/appeals'
import { connect as dial } from 'node:net'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { aBranch, aUser } from '../factories.ts'
import { clientFor, noFiles, test as base, testSecrets, withDatabase } from '../harness.ts'

/** A server of its own with real sockets and a pool of its own. */
const test = base.extend('served', { scope: 'file' }, async ({ database, clock }, { onCleanup }) => {
  const name = new URL(database.url).pathname.slice(1)
  const db = connect({ url: database.url, max: 4 })
  const superuser = connect({ url: withDatabase(inject('superuserUrl'), name), max: 1 })
  const app = await buildApp({
    db,
    clock,
    files: noFiles,
    secrets: testSecrets,
    readiness: { isReady: true },
    requestsPerMinute: 100_000,
    isSecure: false,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  onCleanup(async () => {
    await app.close()
    await Promise.all([db.destroy(), superuser.destroy()])
  })
  /** Ends every connection of the API to this database, whatever it is doing. */
  const terminate = async () =>
    (
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename = 'qorgan_api'`.execute(
        superuser,
      )
    ).rows.length
  return { app, db, superuser, terminate, port: (app.server.address() as AddressInfo).port }
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends bytes as they stand and answers what came back within a moment. */
function say(port: number, text: string, { waitMs = 300, thenClose = true } = {}): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = dial(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (heard += data.toString('utf8')))
    socket.on('error', () => resolve(heard))
    socket.on('close', () => resolve(heard))
    setTimeout(() => (thenClose ? socket.destroy() : socket.end()), waitMs)
  })
}

describe('broken connections', () => {
  test('half a request, garbage and a dropped line end nothing', async ({ served }) => {
    const { app, port } = served
    const head = (length: number, extra = '') =>
      `POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${extra}\r\n`
    const body = '{"login":"nobody","password":"wrong password"}'
    const answers = await Promise.all([
      say(port, `${head(500)}{"login":`),
      say(port, head(500), { thenClose: false }),
      say(port, `${head(body.length)}${body}`.slice(0, 40)),
      say(port, 'GET / HTTP/9.9\r\n\r\n'),
      say(port, '\x16\x03\x01\0\xa5\x01\0\0\xa1\x03\x03'),
      say(port, `GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`),
      say(port, `${head(10, 'Transfer-Encoding: chunked\r\n')}0\r\n\r\nGET /api/v1/appeals HTTP/1.1\r\n\r\n`),
      say(port, head(-5)),
      say(
        port,
        'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n',
      ),
    ])
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 5'))).toEqual([])
    expect(await say(port, `${head(body.length)}${body}`, { waitMs: 2000 })).toContain('401')
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
  })

  test(
    'lost database connections, idle and busy, are answered 503 and heal',
    { timeout: 60_000 },
    async ({ db: setup, served }) => {
      const { app, db, terminate } = served
      const branch = await aBranch(setup)
      const chair = clientFor(app, await aUser(setup, 'branch_chair', branch))
      const body = {
        receivedOn: '2026-11-10',
        channel: 'phone',
        category: 'pay',
        subject: 'Дело',
        applicant: { anonymous: true },
      } as const
      const heals = async () => {
        for (let attempt = 0; attempt < 40; attempt++) {
          if (
            (await app.inject('/health/ready')).statusCode === 200 &&
            (await chair.send('GET', '/appeals')).status === 200
          )
            return true
          await pause(50)
        }
        return false
      }
      expect(await heals()).toBe(true)

      await Promise.all(Array.from({ length: 4 }, () => chair.send('GET', '/appeals')))
      expect(await terminate(), 'idle ones').toBeGreaterThan(0)
      expect(await heals()).toBe(true)

      // Waiting inside a transaction, between two statements, and in the middle of one.
      const between = db.transaction().execute(async (tx) => {
        await sql`select 1`.execute(tx)
        await pause(400)
        return sql`select 1`.execute(tx)
      })
      const busy = sql`select pg_sleep(3)`.execute(db)
      const outcomes = Promise.allSettled([between, busy])
      await pause(150)
      expect(await terminate(), 'busy ones').toBeGreaterThan(1)
      expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      expect(await heals()).toBe(true)

      const numbers: string[] = []
      const statuses = new Set<number>()
      const storm = Promise.all(
        Array.from({ length: 60 }, async (_, n) => {
          await pause(n * 5)
          const answer = await chair.call(registerAppeal, { body })
          statuses.add(answer.status)
          if (answer.status === 201) numbers.push(answer.body.number)
          else
            expect(answer, JSON.stringify(answer.body)).toMatchObject({
              status: 503,
              body: { code: 'server.unavailable' },
              headers: { 'retry-after': expect.anything() as string },
            })
        }),
      )
      for (let n = 0; n < 4; n++) {
        await pause(70)
        await terminate()
      }
      await storm
      expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([])
      expect(await heals()).toBe(true)
      // What was acknowledged is there, and no number is missing.
      const { body: after } = await chair.send('GET', '/appeals?limit=200&sort=number')
      const kept = (after.items as { number: string }[]).map(({ number }) => number)
      expect(numbers.filter((number) => !kept.includes(number))).toEqual([])
      expect(kept).toEqual(kept.map((_, n) => `${branch.prefix}-2026-${String(n + 1).padStart(5, '0')}`))
    },
  )
})
