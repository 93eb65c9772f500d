import type { FieldErrors } from '../platform/form.ts'
import { ApiError } from '../platform/problem.ts'
import { useText } from './i18n.ts'

/** Sentences for the codes of the contract. Every code has one in each language, or the texts do not compile. */
export function useProblemText() {
  const { texts } = useText()
  const codes: Readonly<Record<string, string>> = texts?.problem.code ?? {}
  const fields: Readonly<Record<string, string>> = texts?.problem.field ?? {}
  return {
    problem: (error: unknown): string =>
      (error instanceof ApiError ? codes[error.code] : undefined) ?? texts?.problem.unknown ?? '',
    field: (code: string | undefined): string | undefined =>
      code === undefined ? undefined : (fields[code] ?? texts?.problem.fieldUnknown),
    /** The sentence for one field of a form, by its path. */
    at: (errors: FieldErrors, path: string): string | undefined => {
      const code = errors[path]
      return code === undefined ? undefined : (fields[code] ?? texts?.problem.fieldUnknown)
    },
  }
}
