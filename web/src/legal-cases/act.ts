import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { Fact } from '../appeals/facts.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../platform/form.ts'
import { isProblem } from '../platform/problem.ts'
import type { Change } from '../ui/ConflictNotice.tsx'
import { toast } from '../ui/toast.ts'

interface Options<R> {
  /** The record as it stands by now; none where something is made. */
  record: R
  facts: (record: R) => Fact[]
  done?: string
  onClose: () => void | Promise<void>
}

/**
 * One change from a dialog: checked by the contract's schema, its errors at their fields. When somebody else was
 * quicker the text stays, and `changes` says what they changed; the next press sends the version that is there by then.
 */
export function useRecordAct<R, D, V>(
  mutation: UseMutationOptions<D, Error, V>,
  { record, facts, done, onClose }: Options<R>,
) {
  const { t } = useText()
  const say = useProblemText()
  const [seen, setSeen] = useState(record)
  const [wrong, setWrong] = useState<FieldErrors>({})
  const act = useMutation({
    ...mutation,
    onSuccess: async () => {
      toast(done ?? t('state.saved'))
      await onClose()
    },
    onError: (error) => {
      setWrong(problemErrors(error))
      focusFirstError()
    },
  })
  const conflicted = isProblem(act.error, 'record.changedMeanwhile')
  const changes: Change[] | null = conflicted ? difference(facts(seen), facts(record)) : null
  const send = (variables: V, body?: unknown, schema?: z.ZodType) => {
    if (act.isPending) return
    const checked = schema?.safeParse(body)
    if (checked && !checked.success) {
      setWrong(schemaErrors(checked.error))
      focusFirstError()
      return
    }
    setWrong({})
    if (conflicted) setSeen(record)
    act.mutate(variables)
  }
  return {
    send,
    pending: act.isPending,
    conflicted,
    changes,
    error: act.error && !conflicted && Object.keys(wrong).length === 0 ? act.error : null,
    at: (path: string) => say.at(wrong, path),
  }
}

function difference(before: Fact[], now: Fact[]): Change[] {
  return now.flatMap((fact) => {
    const was = before.find((one) => one.key === fact.key)?.value ?? ''
    return was === fact.value ? [] : [{ key: fact.key, name: fact.name, was, now: fact.value }]
  })
}
