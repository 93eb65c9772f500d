import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { toast } from '../ui/toast.ts'

/** A press of a button that needs nothing else: it says what was done, or why not. */
export function useAct<D, V>(options: UseMutationOptions<D, Error, V>, done: string) {
  const { t } = useText()
  const say = useProblemText()
  return useMutation({
    ...options,
    onSuccess: () => toast(done || t('state.saved')),
    onError: (error) => toast(say.problem(error), 'problem'),
  })
}
