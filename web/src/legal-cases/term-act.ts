import type { CaseDeadline } from '@qorgan/shared/legal-terms'
import type { UseMutationOptions } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useRecordAct } from './act.ts'

/** One action on a term, from its dialog. */
export function useTermAct<D, V>(
  mutation: UseMutationOptions<D, Error, V>,
  { term, done, onClose }: { term: CaseDeadline; done: string; onClose: () => void },
) {
  const { t } = useText()
  const { day, label } = useFormat()
  return useRecordAct(mutation, {
    record: term,
    done,
    onClose,
    facts: (one) => [
      { key: 'title', name: t('legal.terms.ownTitle'), value: label(one.title) },
      { key: 'eventDate', name: t('legal.terms.eventDate'), value: one.eventDate ? day(one.eventDate) : '' },
      { key: 'dueOn', name: t('legal.terms.dueOn'), value: day(one.dueOn) },
      { key: 'reason', name: t('legal.terms.reason'), value: one.overrideReason ?? '' },
      { key: 'checkedBy', name: t('legal.terms.check'), value: one.checkedBy?.fullName ?? '' },
      { key: 'doneOn', name: t('legal.terms.doneDay'), value: one.doneOn ? day(one.doneOn) : '' },
    ],
  })
}
