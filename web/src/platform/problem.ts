import { type ErrorCode, type FieldError, Problem } from '@qorgan/shared/errors'

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

export function clientProblem(code: AnyErrorCode, status = 0): ApiError {
  return new ApiError({ type: 'about:blank', title: code, status, code, requestId: '' })
}

/** A refusal as our server words it; whatever else answered is not to be read. */
export function refusal(answer: unknown, retryAfter?: number): ApiError {
  const problem = Problem.safeParse(answer)
  return problem.success ? new ApiError(problem.data, retryAfter) : clientProblem('client.unreadable')
}

export const isProblem = (error: unknown, code: AnyErrorCode): error is ApiError =>
  error instanceof ApiError && error.code === code
