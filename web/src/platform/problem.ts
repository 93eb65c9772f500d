import type { ErrorCode, FieldError, Problem } from '@qorgan/shared/errors'

/** What can go wrong before the server has said anything. */
export type ClientErrorCode = 'client.offline' | 'client.unreadable'
export type AnyErrorCode = ErrorCode | ClientErrorCode

/** The server's refusal, as it came; what to say about it is decided where it is shown. */
export class ApiError extends Error {
  readonly problem: Problem
  readonly retryAfter: number | undefined
  constructor(problem: Problem, retryAfter?: number) {
    super(problem.code)
    this.name = 'ApiError'
    this.problem = problem
    this.retryAfter = retryAfter
  }
  get code(): string {
    return this.problem.code
  }
  get fields(): readonly FieldError[] {
    return this.problem.errors ?? []
  }
}

export function clientProblem(code: ClientErrorCode): ApiError {
  return new ApiError({ type: 'about:blank', title: code, status: 0, code, requestId: '' })
}

export const isProblem = (error: unknown, code: AnyErrorCode): error is ApiError =>
  error instanceof ApiError && error.code === code
