import type { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** From the first byte of a request to its last one. Whoever sends slower holds a connection and brings nothing. */
const ORDINARY_MS = 15_000
/** Who is refused with an upload under way may send on for so long: a browser reads the answer when it has sent everything. */
export const REFUSED_MS = 60_000
/** 200 MB at a megabit a second. The server itself lets nobody take longer. */
export const UPLOAD_MS = 30 * 60_000

const ends = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Node knows one time for all requests. It is that of an upload here, and every other body has less. */
export function limitBodyTime(app: FastifyInstance, ordinaryMs = ORDINARY_MS): void {
  app.addHook('onRequest', async (request) => {
    const { headers, raw } = request
    if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0') return
    allowBodyTime(request, request.routeOptions.config.contract?.multipart ? REFUSED_MS : ordinaryMs)
    const stop = () => clearTimeout(ends.get(raw))
    raw.once('end', stop).once('close', stop)
  })
}

/** The rest of the body must be here in so many milliseconds from now on. */
export function allowBodyTime({ raw, server }: FastifyRequest, ms: number): void {
  clearTimeout(ends.get(raw))
  const late = Object.assign(new Error('the body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  const end = () => {
    if (raw.complete || !isConnected(raw.socket)) return
    server.server.emit('clientError', late, raw.socket)
  }
  ends.set(raw, setTimeout(end, ms).unref())
}

/** The whole body is here, and the answer takes longer than a connection may be silent. */
export function allowSilence({ socket }: FastifyRequest, ms: number): void {
  if (isConnected(socket)) socket.setTimeout(ms)
}

/** A request that was made up inside this process has no connection. */
const isConnected = (socket: unknown): socket is Socket => socket instanceof Socket && !socket.destroyed
