import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import multipart from '@fastify/multipart'
import type { Route, RouteReply } from '@qorgan/shared/contract'
import type { FastifyInstance } from 'fastify'
import type { Reader, Tx } from '../db/index.ts'
import { AppError } from '../errors.ts'
import { allowSilence } from './body-time.ts'
import { type ArrivalLimits, type ArrivedFile, receiveFiles } from './arrivals.ts'
import { asAttachment } from './disposition.ts'
import { type Call, reading, register, writing } from './route.ts'

export interface Uploading {
  /** One read-only transaction, one writing one: a slow client holds none. */
  reading: <T>(work: (db: Reader) => Promise<T>) => Promise<T>
  writing: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The files of the request, on this machine's disk. What was not taken into the store is gone with the answer. */
  receive: (limits: ArrivalLimits) => Promise<ArrivedFile[]>
}

/** A store beyond the network may take long after the last byte has come, and nothing is said meanwhile. */
const STORING_MS = 5 * 60_000

/** Registers a command whose body is a form with files: looked at first, then streamed, then written in one transaction. */
export function upload<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (call: Call<R> & Uploading) => Promise<RouteReply<R>>,
): void {
  // Only here is a form a body that we read, and nothing else is one.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    await scope.register(multipart, { throwFileSizeLimit: false })
    register<R>(scope, route, async (call) => {
      const { request } = call
      if (request.isMultipart() && !/;\s*boundary\s*=/i.test(request.headers['content-type'] ?? ''))
        throw new AppError('request.unsupportedMediaType')
      const folder = path.join(app.files.incoming, randomUUID())
      const receive = async (limits: ArrivalLimits) => {
        if (!request.isMultipart()) throw new AppError('request.unsupportedMediaType')
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const arrived = await receiveFiles(request, folder, limits)
        allowSilence(request, STORING_MS)
        return arrived
      }
      try {
        const transactions = { reading: reading(app.db, call.actor), writing: writing(app.db, call.actor) }
        return route.response.parse(await handler({ ...call, ...transactions, receive }))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
  })
}

export interface FileToSend {
  storageKey: string
  fileName: string
  mediaType: string
  size: number
  sha256: Buffer
}

/**
 * Registers the opening of a file. What is sent is found first, then opened, then the trace is left and committed, and only then goes the
 * first byte: no trace of a file that was not there, and no byte without a trace.
 */
export function download<const R extends Route>(
  app: FastifyInstance,
  route: R,
  handler: (call: Call<R> & { db: Reader }) => Promise<{ file: FileToSend; leaveTrace: (tx: Tx) => Promise<void> }>,
): void {
  register<R>(app, route, async (call) => {
    const { file, leaveTrace } = await reading(app.db, call.actor)((db) => handler({ ...call, db }))
    const bytes = await app.files.open(file.storageKey, file.size).catch((error: unknown) => {
      call.request.log.error({ err: error }, 'a file could not be read from the store')
      throw new AppError('server.unavailable', {}, undefined, { cause: error })
    })
    // Until it is sent nobody listens, and an error that nobody hears ends the process; a stream that broke meanwhile is seen as such.
    bytes.on('error', () => undefined)
    try {
      await writing(app.db, call.actor)(leaveTrace)
    } catch (error) {
      bytes.destroy()
      throw error
    }
    call.reply
      .type(file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', asAttachment(file.fileName))
      // Whatever a browser is made to do with it, it is nobody there: no script, no origin, nothing to load.
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('etag', `"${file.sha256.toString('hex')}"`)
      .header('repr-digest', `sha-256=:${file.sha256.toString('base64')}:`)
    return bytes
  })
}
