import type { z } from 'zod'
import { ApiError } from './problem.ts'

/** Errors by JSON Pointer without its first slash: `applicant/fullName`. Values are codes, shown through `useFieldText`. */
export type FieldErrors = Readonly<Record<string, string>>

/** The same words as the server's, from the same schema, before anything is sent. */
export function schemaErrors(error: z.ZodError): FieldErrors {
  const found: Record<string, string> = {}
  const visit = (issues: readonly z.core.$ZodIssue[], parent: readonly PropertyKey[]) => {
    for (const issue of issues) {
      const path = [...parent, ...issue.path]
      const nested = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined
      if (nested) visit(nested, path)
      else found[path.join('/')] ??= codeOf(issue)
    }
  }
  visit(error.issues, [])
  return found
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code']
    return typeof code === 'string' ? code : 'custom'
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'field.required'
  if (issue.code === 'invalid_value' && issue.input === undefined) return 'field.required'
  if (issue.code === 'too_small' && issue.origin === 'string') return 'field.required'
  return issue.code
}

export function problemErrors(error: unknown): FieldErrors {
  if (!(error instanceof ApiError)) return {}
  const found: Record<string, string> = {}
  for (const field of error.fields) found[field.path.replace(/^\//, '')] ??= field.code
  return found
}

/** A body without the keys that hold nothing, so that defaults of the contract apply. */
export function compact<T extends object>(body: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** Moves the focus to the first field that says it is wrong. */
export function focusFirstError(root: ParentNode = document): void {
  requestAnimationFrame(() => root.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid-group]')?.focus())
}
