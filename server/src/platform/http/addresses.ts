import type { FastifyRequest } from 'fastify'

/** This very machine. A caller who has hung up has no address any more, whatever the types say. */
export const isLoopback = (address: string | undefined): boolean =>
  address === '::1' || address?.startsWith('127.') === true || address?.startsWith('::ffff:127.') === true

/** Sent from this machine itself: a proxy on it that we were not told about forwards for somebody else. */
export const isFromHere = (request: FastifyRequest): boolean =>
  isLoopback(request.ip) &&
  (request.ips !== undefined ||
    (request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined))
