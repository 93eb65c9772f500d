import type { BranchReport } from '@qorgan/shared/closing'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '../i18n/i18n.ts'
import { toast } from '../ui/toast.ts'
import { closingMutations, closingQueries } from './queries.ts'
import type { Words } from './use-report-words.ts'

/** Handing in saves what is written first: what the unit signs is what stands on the screen. */
export function useSubmit(report: BranchReport, words: Words) {
  const { t } = useText()
  const queryClient = useQueryClient()
  const mutation = useMutation({
    ...closingMutations.submit,
    onSuccess: (submitted) => {
      queryClient.setQueryData(closingQueries.report(report.id).queryKey, submitted)
      toast(t('closing.submit.done'))
      window.scrollTo({ top: 0 })
    },
  })
  const send = async (reason: string | null): Promise<boolean> => {
    const version = words.unsaved ? await words.save() : report.version
    if (version === null) return false
    try {
      await mutation.mutateAsync({ id: report.id, version, body: { reason } })
      return true
    } catch {
      // The mutation holds what went wrong.
      return false
    }
  }
  return { send, pending: mutation.isPending || words.pending, error: mutation.error ?? words.error }
}
