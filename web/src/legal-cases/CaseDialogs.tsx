import type { ConflictCheck } from '@qorgan/shared/lawyers'
import { useQuery } from '@tanstack/react-query'
import type { Hearing } from '@qorgan/shared/hearings'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useMay } from '../accounts/may.ts'
import { ActDialog } from '../case-money/ActDialog.tsx'
import { AllotmentDialog } from '../case-money/AllotmentDialog.tsx'
import { AppointDialog } from '../case-money/AppointDialog.tsx'
import { PaymentDialog } from '../case-money/PaymentDialog.tsx'
import { EffectDialog } from '../effects/EffectDialog.tsx'
import { lawyerQueries } from '../lawyers/queries.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { HearingDialog } from './HearingDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { caseQueries } from './queries.ts'
import { ReopenDialog } from './ReopenDialog.tsx'
import { StageDialog } from './StageDialog.tsx'

export type CaseDialogName = 'decide' | 'close' | 'reopen' | 'merge' | 'stage' | 'allot' | 'pay' | 'act' | 'effect'
export type OpenDialog =
  | { name: CaseDialogName }
  | { name: 'appoint'; check?: ConflictCheck }
  | { name: 'hearing'; hearing?: Hearing }

interface Props {
  open: OpenDialog
  legalCase: LegalCase
  onClose: () => void
}

/** Whatever the strip and the list of actions open. */
export function CaseDialogs({ open, legalCase, onClose }: Props) {
  const props = { legalCase, onClose }
  switch (open.name) {
    case 'decide':
      return <DecideDialog {...props} />
    case 'close':
      return <CloseDialog {...props} />
    case 'reopen':
      return <ReopenDialog {...props} />
    case 'merge':
      return <MergeDialog {...props} />
    case 'stage':
      return <StageDialog {...props} />
    case 'allot':
      return <AllotmentDialog {...props} />
    case 'act':
      return <ActDialog {...props} />
    case 'pay':
      return <PaymentDialog {...props} />
    case 'effect':
      return legalCase.appealId && <EffectDialog appealId={legalCase.appealId} onClose={onClose} />
    case 'appoint':
      return <Appoint {...props} check={open.check} />
    case 'hearing':
      return <HearingFromStrip {...props} hearing={open.hearing} />
  }
}

function Appoint({ legalCase, check, onClose }: Omit<Props, 'open'> & { check: ConflictCheck | undefined }) {
  const may = useMay()
  const checks = useQuery({ ...lawyerQueries.checks(legalCase.id), enabled: may('lawyers:read') }).data ?? []
  const assigned = legalCase.counsel.filter((one) => one.endedOn === null).map((one) => one.lawyerId)
  return <AppointDialog legalCase={legalCase} checks={checks} assigned={assigned} start={check} onClose={onClose} />
}

function HearingFromStrip({ legalCase, hearing, onClose }: Omit<Props, 'open'> & { hearing: Hearing | undefined }) {
  const hearings = useQuery(caseQueries.hearings(legalCase.id)).data ?? []
  return (
    <HearingDialog
      legalCase={legalCase}
      hearing={hearing && (hearings.find((one) => one.id === hearing.id) ?? hearing)}
      earlier={hearings[0]}
      onClose={onClose}
    />
  )
}
