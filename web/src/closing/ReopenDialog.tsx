import { Text, Textarea } from '@mantine/core'
import { type ReportingPeriod, reopenPeriod } from '@qorgan/shared/closing'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { closingMutations } from './queries.ts'
import { useQuarterName } from './use-quarter-name.ts'

export function ReopenDialog({ period, onClose }: { period: ReportingPeriod; onClose: () => void }) {
  const { t } = useText()
  const quarterName = useQuarterName()
  const [reason, setReason] = useState('')
  const save = useSave(closingMutations.reopen, () => {
    toast(t('closing.reopen.done', { quarter: quarterName(period.key) }))
    onClose()
  })
  return (
    <FormDialog
      title={t('closing.reopen.title', { quarter: quarterName(period.key) })}
      submitLabel={t('closing.reopen.submit')}
      onClose={onClose}
      onSubmit={() => {
        const body = { reason }
        save.send({ key: period.key, version: period.version, body }, body, reopenPeriod.body)
      }}
      pending={save.pending}
      error={save.error}
    >
      <Text>{t('closing.reopen.text')}</Text>
      <Textarea
        data-autofocus
        label={t('closing.reopen.reason')}
        required
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
    </FormDialog>
  )
}
