import type { Payment } from '@qorgan/shared/case-money'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './Card.module.css'
import { Card, Rows } from './Card.tsx'
import { PaymentChangeDialog } from './PaymentChangeDialog.tsx'
import { PaymentDialog } from './PaymentDialog.tsx'
import { PaymentRow } from './PaymentRow.tsx'
import { caseMoneyQueries } from './queries.ts'
import { RefundDialog } from './RefundDialog.tsx'
import { VoidPaymentDialog } from './VoidPaymentDialog.tsx'

type Open = { kind: 'new' } | { kind: 'change' | 'void' | 'refund'; payment: Payment } | null

/** What was paid for the case, as the bank's statement will say it. */
export function PaymentsCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { tenge } = useFormat()
  const may = useMay()
  const reads = may('caseMoney:own')
  const list = useQuery({ ...caseMoneyQueries.payments(legalCase.id), enabled: reads })
  const contracts = useQuery({ ...caseMoneyQueries.assignments(legalCase.id), enabled: reads }).data ?? []
  const [open, setOpen] = useState<Open>(null)
  if (!reads) return null
  const payments = list.data ?? []
  const counted = payments.filter((one) => one.voidedAt === null)
  const close = () => setOpen(null)
  const hasMoney = (legalCase.money?.left ?? 0) > 0 || contracts.some((one) => one.paid < one.fee)
  return (
    <Card
      title={t('counsel.payments.title')}
      query={list}
      empty={t('counsel.payments.empty')}
      add={
        legalCase.can.payments &&
        hasMoney && { label: t('counsel.payments.add'), onClick: () => setOpen({ kind: 'new' }) }
      }
    >
      <Rows>
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} onOpen={(kind) => setOpen({ kind, payment })} />
        ))}
      </Rows>
      {counted.length > 1 && (
        <p className={classes['total']}>
          <span>{t('counsel.payments.total')}</span>
          <span>{tenge(counted.reduce((sum, one) => sum + one.amount - one.refunded, 0))}</span>
        </p>
      )}
      {open?.kind === 'new' && <PaymentDialog legalCase={legalCase} onClose={close} />}
      {open?.kind === 'change' && <PaymentChangeDialog payment={open.payment} onClose={close} />}
      {open?.kind === 'void' && <VoidPaymentDialog payment={open.payment} onClose={close} />}
      {open?.kind === 'refund' && <RefundDialog payment={open.payment} onClose={close} />}
    </Card>
  )
}
