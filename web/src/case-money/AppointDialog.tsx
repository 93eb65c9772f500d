import type { ConflictCheck } from '@qorgan/shared/lawyers'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ConflictStep } from '../lawyers/ConflictStep.tsx'
import { PickStep } from '../lawyers/PickStep.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toast.ts'
import { ContractStep } from './ContractStep.tsx'

interface Props {
  legalCase: LegalCase
  checks: readonly ConflictCheck[]
  /** Who has a contract in force. */
  assigned: readonly string[]
  /** Goes on from a check that was made before. */
  start?: ConflictCheck | undefined
  onClose: () => void
}

/** The whole way to counsel in one window: choose, check for conflicts, decide, sign. Every step is kept when the window closes. */
export function AppointDialog({ legalCase, checks, assigned, start, onClose }: Props) {
  const { t } = useText()
  const [check, setCheck] = useState(start)
  const signs = legalCase.can.assignments
  const steps = signs ? 3 : 2
  const anew = () => setCheck(undefined)
  const decided = (answer: ConflictCheck) => {
    if (answer.decision === 'blocked') toast(t('counsel.checks.blockedDone', { name: answer.lawyerName }))
    else if (!signs) toast(t('counsel.checks.done'))
    if (answer.decision === 'blocked') anew()
    else if (signs) setCheck(answer)
    else onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('counsel.contracts.add')} size="lg" closeOnClickOutside={false}>
      {check === undefined ? (
        <PickStep
          legalCase={legalCase}
          checks={checks}
          assigned={assigned}
          steps={steps}
          onChecked={setCheck}
          onClose={onClose}
        />
      ) : check.decision === null ? (
        <ConflictStep legalCase={legalCase} check={check} steps={steps} onDecided={decided} onBack={anew} />
      ) : (
        <ContractStep legalCase={legalCase} check={check} steps={steps} onSigned={onClose} onBack={anew} />
      )}
    </Dialog>
  )
}
