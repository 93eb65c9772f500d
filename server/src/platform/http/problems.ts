import { type ErrorCode, errorStatus, type Problem } from '@qorgan/shared/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'
import { constraintErrors } from '../db/constraints.ts'
import { AppError } from '../errors.ts'

/** The one place where an error becomes a response. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, request.id)
  if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: withoutData(error) }, 'request failed')
  else if (problem.status === 503 && !(error instanceof AppError))
    request.log.warn({ err: withoutData(error) }, 'database unavailable')
  if (problem.status === 503 || problem.status === 429) {
    const seconds = problem.params?.['retryAfter'] ?? 2
    if (!reply.hasHeader('retry-after')) reply.header('retry-after', String(seconds))
  }
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) {
    const params = Object.keys(error.params).length > 0 ? { params: error.params } : {}
    return problem(requestId, error.code, { ...params, ...(error.errors && { errors: error.errors }) })
  }
  return problem(requestId, codeOf(error))
}

const problem = (requestId: string, code: ErrorCode, extra: Partial<Problem> = {}): Problem => ({
  type: `/problems/${code}`,
  title: code,
  status: errorStatus[code],
  code,
  requestId,
  ...extra,
})

const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupportedMediaType',
}

/** The table of SQLSTATEs; whatever is not in it is a bug of ours and says 500. Details never leave. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof pg.DatabaseError) {
    const state = error.code ?? ''
    const named = constraintErrors[error.constraint ?? '']
    if (named) return named
    if (state === '23505') return error.constraint?.endsWith('_pkey') ? 'record.idInUse' : 'record.duplicate'
    if (
      isOneOf(state, [
        '22021',
        '22P02',
        '22P05',
        '22003',
        '22008',
        '22007',
        '54000',
        '54001',
        '23503',
        '23514',
        '23502',
      ]) ||
      state.startsWith('2201')
    )
      return 'request.invalid'
    if (state === '42501') return 'record.notFound'
    if (isOneOf(state, ['40001', '40P01'])) return 'record.busy'
    if (
      isOneOf(state, ['55P03', '57014', '25P03', '25P04', '53300', '57P01', '57P02', '57P03']) ||
      state.startsWith('08')
    )
      return 'server.unavailable'
    if (state === '53100') return 'server.diskFull'
    return 'server.unexpected'
  }
  if (!(error instanceof Error)) return 'server.unexpected'
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (isLostConnection(error)) return 'server.unavailable'
  const known = frameworkCodes[code ?? '']
  if (known) return known
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'request.malformed' : 'server.unexpected'
}

const isOneOf = (state: string, states: readonly string[]) => states.includes(state)

const isLostConnection = (error: Error & { code?: string }) =>
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(error.code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered a connection error/.test(
    error.message,
  )

/** What a log may hold of an error: a database error's text can quote a row. */
function withoutData(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  return {
    type: 'DatabaseError',
    sqlState: error.code,
    constraint: error.constraint,
    table: error.table,
    routine: error.routine,
    stack: error.stack?.split('\n').slice(1).join('\n'),
  }
}
