import type { Appeal } from '@qorgan/shared/appeals'
import { AnnulDialog } from './AnnulDialog.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RequestCaseDialog } from './RequestCaseDialog.tsx'
import { ResolveDialog } from './ResolveDialog.tsx'
import { SuspendDialog } from './SuspendDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'

export type DialogAction =
  | 'assign'
  | 'extend'
  | 'suspend'
  | 'transfer'
  | 'transfer/reject'
  | 'resolve'
  | 'reopen'
  | 'annul'
  | 'legal-case'

export interface DialogProps {
  appeal: Appeal
  onClose: () => void
}

export function AppealDialog({ action, ...props }: DialogProps & { action: DialogAction }) {
  switch (action) {
    case 'assign':
      return <AssignDialog {...props} />
    case 'extend':
      return <ExtendDialog {...props} />
    case 'suspend':
      return <SuspendDialog {...props} />
    case 'transfer':
      return <TransferDialog {...props} />
    case 'resolve':
      return <ResolveDialog {...props} />
    case 'annul':
      return <AnnulDialog {...props} />
    case 'legal-case':
      return <RequestCaseDialog {...props} />
    case 'transfer/reject':
    case 'reopen':
      return <ReasonDialog {...props} action={action} />
  }
}
