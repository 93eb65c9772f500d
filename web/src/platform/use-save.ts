import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useProblemText } from '../i18n/problem-text.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from './form.ts'

/** A form's send, or a whole page's: checked by the contract's schema, its errors at their fields, the rest beside the button. */
export function useSave<D, V>(options: UseMutationOptions<D, Error, V>, onSaved: (answer: D) => void | Promise<void>) {
  const say = useProblemText()
  const [wrong, setWrong] = useState<FieldErrors>({})
  const mutation = useMutation({
    ...options,
    onSuccess: (answer) => {
      setWrong({})
      return onSaved(answer)
    },
    onError: (error) => {
      setWrong(problemErrors(error))
      focusFirstError()
    },
  })
  return {
    at: (path: string) => say.at(wrong, path),
    pending: mutation.isPending,
    error: mutation.error && Object.keys(wrong).length === 0 ? mutation.error : null,
    /** Nothing was tried. */
    reset: () => {
      setWrong({})
      mutation.reset()
    },
    send: (variables: V, body: unknown, schema: z.ZodType) => {
      const checked = schema.safeParse(body)
      if (!checked.success) {
        setWrong(schemaErrors(checked.error))
        focusFirstError()
      } else if (!mutation.isPending) {
        setWrong({})
        mutation.mutate(variables)
      }
    },
  }
}
