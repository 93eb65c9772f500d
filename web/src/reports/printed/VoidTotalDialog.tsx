import { Text, Textarea } from '@mantine/core'
import { type LegacyTotal, voidLegacyTotal } from '@qorgan/shared/legacy-totals'
import { useState } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useSave } from '../../platform/use-save.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { toast } from '../../ui/toast.ts'
import { printedMutations } from './queries.ts'

export function VoidTotalDialog({ total, onClose }: { total: LegacyTotal; onClose: () => void }) {
  const { t } = useText()
  const { day, count, tenge } = useFormat()
  const [reason, setReason] = useState('')
  const save = useSave(printedMutations.void, () => {
    toast(t('figures.printed.voided'))
    onClose()
  })
  return (
    <FormDialog
      title={t('figures.printed.voidTitle')}
      submitLabel={t('figures.printed.void')}
      danger
      onClose={onClose}
      pending={save.pending}
      error={save.error}
      onSubmit={() => save.send({ id: total.id, version: total.version, reason }, { reason }, voidLegacyTotal.body)}
    >
      <Text>
        {t(`categoryShort.${total.category}`)}, {day(total.from)} – {day(total.to)}: {count(total.count)} (
        {tenge(total.effect)})
      </Text>
      <Textarea
        data-autofocus
        required
        label={t('effects.voidReason')}
        description={t('figures.printed.voidHint')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
    </FormDialog>
  )
}
