import { SimpleGrid, Text, TextInput } from '@mantine/core'
import { type Payment, refundPayment } from '@qorgan/shared/case-money'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { caseMoneyMutations } from './queries.ts'

export function RefundDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { t } = useText()
  const { tenge, day } = useFormat()
  const rest = payment.amount - payment.refunded
  const [id] = useState(uuidv7)
  const [amount, setAmount] = useState<number | null>(rest)
  const [refundedOn, setRefundedOn] = useState<string | null>(today())
  const [document, setDocument] = useState('')
  const save = useSave(caseMoneyMutations.refund, () => {
    toast(t('counsel.payments.refundDone'))
    onClose()
  })
  const submit = () => {
    const body = { id, amount: amount ?? Number.NaN, refundedOn: refundedOn ?? '', document }
    save.send({ id: payment.caseId, itemId: payment.id, version: payment.version, body }, body, refundPayment.body)
  }
  return (
    <FormDialog
      title={t('counsel.payments.refundTitle')}
      submitLabel={t('counsel.payments.refundAction')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <Text>
        {day(payment.paidOn)}, {payment.document}, <b>{tenge(payment.amount)}</b>
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <AmountInput
          data-autofocus
          required
          label={t('counsel.payments.refundAmount')}
          value={amount}
          onChange={setAmount}
          error={
            amount !== null && amount > rest
              ? t('counsel.payments.refundTooMuch', { sum: tenge(rest) })
              : save.at('amount')
          }
        />
        <DayInput
          required
          label={t('counsel.payments.refundedOn')}
          value={refundedOn}
          max={today()}
          onChange={setRefundedOn}
          error={save.at('refundedOn')}
        />
      </SimpleGrid>
      <TextInput
        required
        label={t('counsel.payments.document')}
        maxLength={300}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
        error={save.at('document')}
      />
    </FormDialog>
  )
}
