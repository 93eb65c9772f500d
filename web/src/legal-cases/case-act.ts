import type { LegalCase } from '@qorgan/shared/legal-cases'
import type { UseMutationOptions } from '@tanstack/react-query'
import { useRecordAct } from './act.ts'
import { useCaseFacts } from './facts.ts'

export interface CaseDialogProps {
  legalCase: LegalCase
  onClose: () => void
}

/** One action on the case itself, from its dialog. */
export function useCaseAct<D, V>(
  { legalCase, onClose }: { legalCase: LegalCase; onClose: () => void | Promise<void> },
  mutation: UseMutationOptions<D, Error, V>,
  done: string,
) {
  const facts = useCaseFacts()
  return useRecordAct(mutation, { record: legalCase, facts, done, onClose })
}
