import type { FastifyRequest } from 'fastify'

/** This very machine. */
export const isLoopback = (address: string): boolean =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')

/** Sent from this machine itself: a proxy on it that we were not told about forwards for somebody else. */
export const isFromHere = (request: FastifyRequest): boolean =>
  isLoopback(request.ip) &&
  (request.ips !== undefined ||
    (request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined))
