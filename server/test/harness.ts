import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Route, RouteArgs, RouteOutput } from '@qorgan/shared/contract'
import { fillPath } from '@qorgan/shared/contract'
import type { Problem } from '@qorgan/shared/errors'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { inject, test as base } from 'vitest'
import { buildApp } from '../src/app.ts'
import { type Clock, clockOf } from '../src/platform/clock.ts'
import { connect } from '../src/platform/db/connect.ts'
import type { Db, Tx } from '../src/platform/db/index.ts'
import { enterScope } from '../src/platform/db/scope.ts'
import { folderStore } from '../src/platform/file-store-folder.ts'
import type { TestUser } from './factories.ts'

let clones = 0

/** A database of this file's own, cloned from the migrated template; the app's pool signs in as the API does. */
async function cloneDatabase(): Promise<{ db: Db; url: string }> {
  const name = `qorgan_${process.pid}_${process.env['VITEST_POOL_ID'] ?? 0}_${clones++}_${randomBytes(3).toString('hex')}`
  const admin = connect({ url: withDatabase(inject('adminUrl'), 'postgres'), max: 1 })
  await sql`create database ${sql.id(name)} template qorgan_template strategy file_copy`.execute(admin)
  await sql`grant connect on database ${sql.id(name)} to qorgan_api`.execute(admin)
  await admin.destroy()
  const url = withDatabase(inject('apiUrl'), name)
  return { db: connect({ url, max: 8 }), url }
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** A clock that a test can set; it stands at noon of the day in Almaty. */
export interface TestClock extends Clock {
  set: (day: string) => void
}
function testClock(): TestClock {
  let now = new Date('2026-11-20T07:00:00Z')
  return { ...clockOf(() => now), now: () => now, set: (day) => void (now = new Date(`${day}T07:00:00Z`)) }
}

export const testSecrets = {
  jwtSecret: 'test-jwt-secret-test-jwt-secret-test-jwt-secret',
  iinEncryptionKey: Buffer.alloc(32, 7).toString('base64'),
  iinHashKey: Buffer.alloc(32, 9).toString('base64'),
  notesKey: Buffer.alloc(32, 11).toString('base64'),
}

/** For an app that no file comes to. */
export const noFiles = folderStore(join(tmpdir(), 'qorgan-no-files'))

/** Runs statements as the product's own jobs do: for what a test has to set up or look at beyond any actor's scope. */
export const system = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterScope(tx, null)
    return work(tx)
  })

export interface Answer<R extends Route> {
  status: number
  body: RouteOutput<R> & Omit<Partial<Problem>, 'status'>
  headers: Record<string, string | string[] | number | undefined>
}
// oxlint-disable-next-line typescript/no-explicit-any -- whatever came back: a test looks into it as it stands
type Answered = any
export interface Client {
  call: <R extends Route>(route: R, args: RouteArgs<R>) => Promise<Answer<R>>
  /** For what the contract's types forbid: wrong fields, missing headers. */
  send: (
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ) => Promise<{
    status: number
    body: Answered
    headers: Answer<Route>['headers']
  }>
}

export const test = base
  .extend('database', { scope: 'file' }, async ({}, { onCleanup }) => {
    const database = await cloneDatabase()
    onCleanup(() => database.db.destroy())
    return database
  })
  .extend('db', { scope: 'file' }, ({ database }) => database.db)
  .extend('clock', { scope: 'file' }, () => testClock())
  .extend('filesFolder', { scope: 'file' }, async ({}, { onCleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'qorgan-files-'))
    onCleanup(() => rm(folder, { recursive: true, force: true }))
    return folder
  })
  .extend('files', { scope: 'file' }, ({ filesFolder }) => folderStore(filesFolder))
  .extend('app', { scope: 'file' }, async ({ db, clock, files }, { onCleanup }) => {
    const app = await buildApp({
      db,
      clock,
      files,
      secrets: testSecrets,
      readiness: { isReady: true },
      requestsPerMinute: 100_000,
      isSecure: false,
    })
    await app.ready()
    onCleanup(() => app.close())
    return app
  })
  .extend(
    'as',
    { scope: 'file' },
    ({ app }) =>
      (user: TestUser | null) =>
        clientFor(app, user),
  )

export function clientFor(app: FastifyInstance, user: TestUser | null): Client {
  const authorization: Record<string, string> = user
    ? { authorization: `Bearer ${app.jwt.sign({ sub: user.id, sid: user.sessionId })}` }
    : {}
  const send: Client['send'] = async (method, path, { body, headers = {} } = {}) => {
    const response = await app.inject({
      method: method as 'GET',
      url: path.startsWith('/api') || path.startsWith('/health') ? path : `/api/v1${path}`,
      headers: { ...authorization, ...headers },
      ...(body !== undefined && { payload: body as object }),
    })
    return {
      status: response.statusCode,
      body:
        response.body && response.headers['content-type']?.toString().includes('json')
          ? response.json()
          : response.body,
      headers: response.headers,
    }
  }
  return {
    send,
    call: async (route, args) => {
      const { params, query, body, version } = args as {
        params?: Record<string, unknown>
        query?: Record<string, unknown>
        body?: unknown
        version?: number
      }
      const search = new URLSearchParams(
        Object.entries(query ?? {}).flatMap(([name, value]): [string, string][] =>
          value === undefined ? [] : [[name, `${value as string | number}`]],
        ),
      )
      const url = `${fillPath(route.path, params)}${search.size > 0 ? `?${search.toString()}` : ''}`
      return send(route.method, url, { body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } })
    },
  }
}
