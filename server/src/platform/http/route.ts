import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Route, RouteInput, RouteReply } from '@qorgan/shared/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../auth/actor.ts'
import type { Clock } from '../clock.ts'
import type { Db, Reader, Tx } from '../db/index.ts'
import { enterScope } from '../db/scope.ts'
import { AppError, invalidAt } from '../errors.ts'
import { type Input, parseInput } from './input.ts'

declare module 'fastify' {
  interface FastifyInstance {
    db: Db
    clock: Clock
  }
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyContextConfig {
    access?: Route['access']
    contract?: Route
  }
}

type ActorOf<R extends Route> = R['access'] extends 'public' ? null : Actor

export interface Call<R extends Route> {
  input: RouteInput<R>
  actor: ActorOf<R>
  clock: Clock
  request: FastifyRequest
  reply: FastifyReply
  /** What `If-Match` names; undefined when the header is missing. */
  ifMatch: IfMatch
}

/** `absent` is answered 428 once the record is found, another version 412. */
export type IfMatch = { absent: true } | { absent: false; matches: (version: number) => boolean }

/** Registers a read: one read-only transaction. */
export function query<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (call: Call<R> & { db: Reader }) => Promise<RouteReply<R>>,
): void {
  register<R>(app, route, (call) =>
    reading(app.db, call.actor)(async (db) => route.response.parse(await handler({ ...call, db }))),
  )
}

/**
 * Registers a command: the handler runs in the request's one transaction, and its return, checked by the contract, commits it. An
 * `AppError` that is thrown undoes everything; one that is returned is answered after what it left behind (a counted failed sign-in,
 * an ended session) is committed.
 */
export function command<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (call: Call<R> & { tx: Tx }) => Promise<RouteReply<R> | AppError>,
): void {
  register<R>(app, route, async (call) => {
    const answer = await writing(
      app.db,
      call.actor,
    )(async (tx) => {
      const reply = await handler({ ...call, tx })
      return reply instanceof AppError ? reply : route.response.parse(reply)
    })
    if (answer instanceof AppError) throw answer
    return answer
  })
}

/**
 * Registers a command that has to see much at one moment before it acts: `look` in a repeatable-read transaction that writes nothing, then
 * `act` in one that locks and finds out whether what was seen still stands. In one transaction a repeatable read would fail whenever
 * anybody else of the unit committed meanwhile, at the latest at the head of its trail.
 */
export function considered<const R extends Route, Seen>(
  app: FastifyInstance,
  route: R,
  look: (call: Call<R> & { db: Reader }) => Promise<Seen>,
  act: (call: Call<R> & { tx: Tx }, seen: Seen) => Promise<RouteReply<R>>,
): void {
  register<R>(app, route, async (call) => {
    const seen = await readingAtOnce(app.db, call.actor)((db) => look({ ...call, db }))
    return writing(app.db, call.actor)(async (tx) => route.response.parse(await act({ ...call, tx }, seen)))
  })
}

/** Transactions in the scope of whoever asks. The file routes alone open them one by one. */
export const reading =
  (db: Db, actor: Actor | null) =>
  <T>(work: (db: Reader) => Promise<T>): Promise<T> =>
    db
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        await enterScope(tx, actor)
        return work(tx)
      })
/** All its statements see the database as it is at the first of them. */
export const readingAtOnce =
  (db: Db, actor: Actor | null) =>
  <T>(work: (db: Reader) => Promise<T>): Promise<T> =>
    db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        await enterScope(tx, actor)
        return work(tx)
      })
export const writing =
  (db: Db, actor: Actor | null) =>
  <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    retried(() =>
      db.transaction().execute(async (tx) => {
        await enterScope(tx, actor)
        return work(tx)
      }),
    )

const ATTEMPTS = 4

/** A deadlock or a serialisation failure undid everything: the same again, a little later. */
async function retried<T>(work: () => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const state = (error as { code?: string }).code
    if (attempt >= ATTEMPTS || (state !== '40001' && state !== '40P01')) throw error
    await new Promise((resolve) => setTimeout(resolve, attempt * 20 * (1 + Math.random())))
    return retried(work, attempt + 1)
  }
}

/** What all routes have in common: parsed input, and an answer as JSON, or as the bytes of a file. */
export function register<R extends Route>(
  app: FastifyInstance,
  route: R,
  run: (call: Call<R>) => Promise<unknown>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { access: route.access, contract: route },
    ...(route.bodyLimit && { bodyLimit: route.bodyLimit }),
    handler: async (request, reply) => {
      reply.code(route.status ?? 200)
      const input = parseInput(route, request)
      const list = listOf(route, input)
      const answer = await run({
        // The contract's types hold what parseInput has just checked.
        input: untagged(input, list) as RouteInput<R>,
        actor: request.actor as ActorOf<R>,
        clock: app.clock,
        request,
        reply,
        ifMatch: readIfMatch(request.headers['if-match']),
      })
      if (answer === null) return reply.send()
      if (answer instanceof Readable) return reply.send(answer)
      const version = (answer as { version?: unknown }).version
      if (typeof version === 'number') reply.header('etag', `"${version}"`)
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(tagged(answer, list)))
    },
  })
}

function readIfMatch(header: string | undefined): IfMatch {
  if (header === undefined || header.trim() === '') return { absent: true }
  const tags = header.split(',').map((tag) => tag.trim())
  return { absent: false, matches: (version) => tags.includes('*') || tags.includes(`"${version}"`) }
}

/** Judged on the locked record, after it was found: 428 without the header, 412 when somebody was faster. */
export function requireVersion(ifMatch: IfMatch, version: number): void {
  if (ifMatch.absent) throw new AppError('request.ifMatchMissing')
  if (!ifMatch.matches(version)) throw new AppError('record.changedMeanwhile', { version })
}

/** The list that a cursor belongs to: its path and its order. A cursor of another list is a bad one. */
const listOf = (route: Route, { params, query }: Input): string =>
  createHash('sha256')
    .update(`${route.path} ${params['id'] ?? ''} ${(query as { sort?: string }).sort ?? ''}`)
    .digest('base64url')
    .slice(0, 6)

function untagged(input: Input, list: string): Input {
  const { cursor } = input.query as { cursor?: string }
  if (cursor === undefined) return input
  if (!cursor.startsWith(list)) throw invalidAt('/cursor', 'field.badCursor')
  return { ...input, query: { ...(input.query as object), cursor: cursor.slice(list.length) } }
}

function tagged(answer: unknown, list: string): unknown {
  const { nextCursor } = answer as { nextCursor?: unknown }
  return typeof nextCursor === 'string' ? { ...(answer as object), nextCursor: list + nextCursor } : answer
}
