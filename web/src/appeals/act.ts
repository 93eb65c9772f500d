import type { Appeal } from '@qorgan/shared/appeals'
import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { type FieldErrors, focusFirstError, problemErrors, schemaErrors } from '../platform/form.ts'
import { isProblem } from '../platform/problem.ts'
import type { Change } from '../ui/ConflictNotice.tsx'
import { toast } from '../ui/toast.ts'
import { useAppealFacts } from './facts.ts'

interface Sent<B> {
  id: string
  version: number
  body: B
}

/**
 * One action on an appeal from its dialog: checked by the contract's schema, sent with the version that was seen.
 * When somebody else was quicker the text stays, and `changes` says what they changed.
 */
export function useAppealAct<B>(
  appeal: Appeal,
  options: UseMutationOptions<Appeal, Error, Sent<B>>,
  { done, onClose }: { done: Parameters<typeof toast>[0]; onClose: () => void | Promise<void> },
) {
  const { t } = useText()
  const say = useProblemText()
  const facts = useAppealFacts(appeal)
  const [seen, setSeen] = useState(appeal)
  const [wrong, setWrong] = useState<FieldErrors>({})
  const mutation = useMutation({
    ...options,
    onSuccess: async () => {
      toast(done ?? t('state.saved'))
      await onClose()
    },
    onError: (error) => {
      setWrong(problemErrors(error))
      focusFirstError()
    },
  })
  const conflicted = isProblem(mutation.error, 'record.changedMeanwhile')
  const changes: Change[] | null = conflicted ? difference(facts(seen), facts(appeal)) : null
  const send = (body: B, schema?: z.ZodType) => {
    const checked = schema?.safeParse(body)
    if (checked && !checked.success) {
      setWrong(schemaErrors(checked.error))
      focusFirstError()
      return
    }
    setWrong({})
    if (!conflicted) setSeen(appeal)
    mutation.mutate({ id: appeal.id, version: appeal.version, body })
  }
  const shown = mutation.error && !conflicted && Object.keys(wrong).length === 0 ? mutation.error : null
  return {
    send,
    pending: mutation.isPending,
    changes,
    error: shown,
    at: (path: string) => say.at(wrong, path),
  }
}

function difference(before: { key: string; name: string; value: string }[], now: typeof before): Change[] {
  return now.flatMap((fact, i) => {
    const was = before[i]?.value ?? ''
    return was === fact.value ? [] : [{ key: fact.key, name: fact.name, was, now: fact.value }]
  })
}
