import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Expression } from 'kysely'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../platform/auth/actor.ts'
import { inBatches } from '../../platform/db/cursor.ts'
import { takeYourTime } from '../../platform/db/long-work.ts'
import type { Db, Reader } from '../../platform/db/index.ts'
import { enterScope } from '../../platform/db/scope.ts'
import { Slots } from '../slots.ts'

export interface ListReading<Row> {
  count: (db: Reader) => Promise<number>
  /** The query of the list, without its page. */
  rows: (db: Reader) => Promise<{ query: Expression<Row> }>
}

export interface ListSending<Row> {
  actor: Actor
  request: FastifyRequest
  reading: ListReading<Row>
  /** Before the first byte; in a transaction of its own. */
  leaveTrace: (count: number) => Promise<void>
  encode: (db: Reader, batches: AsyncIterable<Row[]>) => Promise<AsyncIterable<Buffer | string>>
}

/** Two lists at a time in a process: each holds a connection while its reader reads. */
const AT_ONCE = 2
const RETRY_SECONDS = 15
/** The longest that anybody may take to read one. */
const LONGEST_MS = 10 * 60_000

/**
 * A list as a stream: its count, its trace and its rows belong to one read-only snapshot, and only a batch of rows is in memory. The
 * transaction ends with the stream: at its end, with an error, or when the reader is gone.
 */
export function listStreams(db: Db): <Row>(sending: ListSending<Row>) => Promise<{ bytes: Readable; count: number }> {
  const slots = new Slots(AT_ONCE, RETRY_SECONDS)
  return async ({ actor, request, reading, leaveTrace, encode }) => {
    const release = await slots.take()
    const begun = Promise.withResolvers<{ bytes: Readable; count: number }>()
    db.transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        await takeYourTime(tx)
        await enterScope(tx, actor)
        const count = await reading.count(tx)
        const { query } = await reading.rows(tx)
        const chunks = await encode(tx, inBatches(tx, query))
        await leaveTrace(count)
        const bytes = Readable.from(chunks, { objectMode: false, highWaterMark: 65_536 })
        const late = setTimeout(() => bytes.destroy(new Error('the reader of an export took too long')), LONGEST_MS)
        begun.resolve({ bytes, count })
        await finished(bytes).finally(() => clearTimeout(late))
      })
      .catch((error: unknown) => {
        // Before the first byte it is the answer; afterwards the stream has told the reader.
        begun.reject(error)
        if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE')
          request.log.warn({ err: error }, 'an export ended early')
      })
      .finally(release)
    return begun.promise
  }
}
