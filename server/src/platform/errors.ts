import { type ErrorCode, errorStatus, type FieldError, type FieldErrorCode } from '@qorgan/shared/errors'

type Params = Record<string, string | number>

/** The only deliberate failure. `params` fill the web app's sentence; they never hold what a person typed. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly status: number
  readonly params: Params
  readonly errors: FieldError[] | undefined

  constructor(code: ErrorCode, params: Params = {}, errors?: FieldError[], options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.status = errorStatus[code]
    this.params = params
    this.errors = errors
  }
}

export const notFound = () => new AppError('record.notFound')

/** One wrong field, found by a rule that the schema cannot know. */
export const fieldError = (path: string, code: FieldErrorCode | (string & {}), message: string = code): FieldError => ({
  path,
  code,
  message,
})
export const invalid = (...errors: FieldError[]) => new AppError('request.invalid', {}, errors)
export const invalidAt = (path: string, code: FieldErrorCode) => invalid(fieldError(path, code))
