import type { Payment } from '@qorgan/shared/case-money'
import { useText } from '../i18n/i18n.ts'

export function usePaymentWords() {
  const { t } = useText()
  return {
    /** For what it was paid: an act, in advance, or another purpose. */
    forWhat: (payment: Pick<Payment, 'actNumber' | 'advance' | 'purpose'>): string => {
      if (payment.purpose) return t(`counsel.purpose.${payment.purpose}`)
      if (payment.actNumber !== null) return t('counsel.payments.byAct', { number: payment.actNumber })
      return t('counsel.payments.inAdvance')
    },
  }
}
