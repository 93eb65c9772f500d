import type { Route } from '@qorgan/shared/contract'
import { type FieldError, fieldErrorCodes } from '@qorgan/shared/errors'
import { isStorable } from '@qorgan/shared/fields'
import { z } from 'zod'
import { AppError, fieldError, invalid } from '../errors.ts'

const MAX_DEPTH = 32
const nothing = z.strictObject({})

export interface Input {
  params: Record<string, string>
  query: unknown
  body: unknown
}

/** Everything that enters, parsed by the contract; all that is wrong at once. Ids in the path are judged with the record: 404. */
export function parseInput(route: Route, request: { params: unknown; query: unknown; body: unknown }): Input {
  const errors: FieldError[] = []
  const query = parse(route.query ?? nothing, presentQuery(request.query as Record<string, string | string[]>, errors))
  if (!query.success) errors.push(...fieldErrors(query.error, ''))
  const sent = request.body ?? {}
  const hostile = storable(sent)
  if (hostile) throw invalid(hostile)
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : parse(route.body ?? nothing, sent)
  if (body && !body.success) errors.push(...fieldErrors(body.error, ''))
  if (errors.length > 0) throw new AppError('request.invalid', {}, errors)
  return { params: request.params as Record<string, string>, query: query.data, body: body?.data }
}

/** An empty value is as if absent; a name that comes twice is a comma list. */
function presentQuery(query: Record<string, string | string[]>, errors: FieldError[]): Record<string, string> {
  const present: [string, string][] = []
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.filter((part) => part !== '').join(',') : value
    if (!isStorable(text) || !isStorable(name)) errors.push(fieldError(pointer([name]), 'field.notWellFormed'))
    else if (text !== '') present.push([name, text])
  }
  // As own properties, whatever they are called: `__proto__` is an unknown field like any other.
  return Object.fromEntries(present)
}

/** The first text that PostgreSQL could not store, or nesting beyond any sense. Walks without recursion: the input is hostile. */
function storable(body: unknown): FieldError | undefined {
  const waiting: { value: unknown; path: (string | number)[] }[] = [{ value: body, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && !isStorable(value)) return fieldError(pointer(path), 'field.notWellFormed')
    if (typeof value !== 'object' || value === null) continue
    if (path.length >= MAX_DEPTH) return fieldError(pointer(path.slice(0, 3)), 'field.tooDeep')
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return fieldError(pointer(path), 'field.notWellFormed')
      waiting.push({ value: inner, path: [...path, key] })
    }
  }
  return undefined
}

/** Issues know what they complain of, so that a missing field says that it is missing. It is looked at and never sent. */
export const parse = <S extends z.ZodType>(schema: S, value: unknown) => schema.safeParse(value, { reportInput: true })

type Issue = z.core.$ZodIssue

export function fieldErrors(error: z.ZodError, prefix: string): FieldError[] {
  const errors = error.issues.flatMap((issue) => issueErrors(issue, prefix)).slice(0, 1000)
  return [...new Map(errors.map((one) => [`${one.path} ${one.code}`, one])).values()]
}

function issueErrors(issue: Issue, prefix: string): FieldError[] {
  const path = prefix + pointer(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fieldError(`${path}${pointer([key])}`, 'field.unknown', 'unknown field'))
  if (issue.code === 'invalid_union') {
    // The alternative that was nearly meant: the one with the fewest complaints.
    const nearest = issue.errors.toSorted((a, b) => weight(a) - weight(b))[0]
    if (nearest && nearest.length > 0) return nearest.flatMap((inner) => issueErrors(inner, path))
  }
  const missing = issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  const own = issue.code === 'custom' ? (issue.params?.['code'] as string | undefined) : undefined
  const code = own ?? (missing ? 'field.required' : issue.code)
  return [fieldError(path, code, isOurs(code) ? code : issue.message)]
}

const weight = (issues: Issue[]) =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : 1), 0)
const isOurs = (code: string) => (fieldErrorCodes as readonly string[]).includes(code)

/** JSON Pointer (RFC 6901). */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
