import { TextInput } from '@mantine/core'
import { changePayment, type Payment } from '@qorgan/shared/case-money'
import { useState } from 'react'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { caseMoneyMutations } from './queries.ts'

/** The day and the document may be mended; a wrong sum is voided and entered anew. */
export function PaymentChangeDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { t } = useText()
  const [paidOn, setPaidOn] = useState<string | null>(payment.paidOn)
  const [document, setDocument] = useState(payment.document)
  const save = useSave(caseMoneyMutations.changePayment, () => {
    toast(t('state.saved'))
    onClose()
  })
  const submit = () => {
    const body = { paidOn: paidOn ?? '', document }
    save.send({ id: payment.caseId, itemId: payment.id, version: payment.version, body }, body, changePayment.body)
  }
  return (
    <FormDialog
      title={t('counsel.payments.changeTitle')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <DayInput
        required
        label={t('counsel.payments.paidOn')}
        value={paidOn}
        max={today()}
        onChange={setPaidOn}
        error={save.at('paidOn')}
      />
      <TextInput
        data-autofocus
        required
        label={t('counsel.payments.document')}
        description={t('counsel.payments.changeHint')}
        maxLength={300}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
        error={save.at('document')}
      />
    </FormDialog>
  )
}
