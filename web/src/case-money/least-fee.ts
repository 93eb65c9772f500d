import type { Assignment } from '@qorgan/shared/case-money'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

type Due = Pick<Assignment, 'paid' | 'accepted'>

/** What was paid and what was accepted is due, whatever is agreed afterwards. */
export const leastFee = ({ paid, accepted }: Due) => Math.max(paid, accepted)

/** Says so of a fee that would be less. */
export function useBelowDue(due: Due): (fee: number) => string | undefined {
  const { t } = useText()
  const { tenge } = useFormat()
  return (fee) => {
    if (fee < due.paid && due.paid >= due.accepted) return t('counsel.contracts.belowPaid', { paid: tenge(due.paid) })
    if (fee < due.accepted) return t('counsel.contracts.belowAccepted', { accepted: tenge(due.accepted) })
    return undefined
  }
}
