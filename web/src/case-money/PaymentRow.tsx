import type { Payment } from '@qorgan/shared/case-money'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { Row } from './Card.tsx'
import { usePaymentWords } from './payment-words.ts'
import { RowMenu } from './RowMenu.tsx'

interface Props {
  payment: Payment
  onOpen: (kind: 'change' | 'void' | 'refund') => void
}

export function PaymentRow({ payment, onOpen }: Props) {
  const { t } = useText()
  const { tenge, day } = useFormat()
  const words = usePaymentWords()
  return (
    <Row
      title={`${day(payment.paidOn)} · ${words.forWhat(payment)}`}
      amount={tenge(payment.amount)}
      voided={payment.voidedAt !== null}
      actions={
        <RowMenu
          of={payment.document}
          choices={[
            payment.can.refund && { label: t('counsel.payments.refund'), onClick: () => onOpen('refund') },
            payment.can.edit && { label: t('action.edit'), onClick: () => onOpen('change') },
            payment.can.void && { label: t('counsel.payments.void'), onClick: () => onOpen('void') },
          ]}
        />
      }
    >
      <p>{payment.document}</p>
      {payment.lawyerName && <p className="q-dim">{payment.lawyerName}</p>}
      {payment.refunds.map((refund) => (
        <p key={refund.id}>
          {t('counsel.payments.refundLine', {
            sum: tenge(refund.amount),
            day: day(refund.refundedOn),
            document: refund.document,
          })}
        </p>
      ))}
      {payment.sameDocument && payment.voidedAt === null && (
        <p className="q-attention">{t('counsel.payments.sameDocument')}</p>
      )}
      {payment.voidedAt && (
        <p>
          <b>{t('counsel.payments.voided')}</b> {payment.voidReason}
        </p>
      )}
    </Row>
  )
}
