import { Text, Textarea } from '@mantine/core'
import { type Payment, voidPayment } from '@qorgan/shared/case-money'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { caseMoneyMutations } from './queries.ts'

export function VoidPaymentDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { t } = useText()
  const { tenge, day } = useFormat()
  const [reason, setReason] = useState('')
  const save = useSave(caseMoneyMutations.voidPayment, () => {
    toast(t('counsel.payments.voidDone'))
    onClose()
  })
  const submit = () => {
    const body = { reason }
    save.send({ id: payment.caseId, itemId: payment.id, version: payment.version, body }, body, voidPayment.body)
  }
  return (
    <FormDialog
      title={t('counsel.payments.voidTitle')}
      submitLabel={t('counsel.payments.void')}
      danger
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <Text>
        {day(payment.paidOn)}, {payment.document}, <b>{tenge(payment.amount)}</b>
      </Text>
      <Textarea
        data-autofocus
        required
        label={t('counsel.reason')}
        description={t('counsel.payments.voidHint')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
    </FormDialog>
  )
}
