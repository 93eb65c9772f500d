import { Text, Textarea } from '@mantine/core'
import { type Effect, voidEffect } from '@qorgan/shared/effects'
import { useState } from 'react'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { effectMutations } from './queries.ts'

export function VoidDialog({ effect, onClose }: { effect: Effect; onClose: () => void }) {
  const { t } = useText()
  const { tenge } = useFormat()
  const [reason, setReason] = useState('')
  const save = useSave(effectMutations.void, () => {
    toast(t('effects.voidDone'))
    onClose()
  })
  return (
    <FormDialog
      title={t('effects.voidTitle')}
      submitLabel={t('effects.voidAction')}
      danger
      onClose={onClose}
      pending={save.pending}
      error={save.error}
      onSubmit={() => save.send({ id: effect.id, version: effect.version, reason }, { reason }, voidEffect.body)}
    >
      <div>
        <Text>
          {effect.appealNumber}: {t(`effectKind.${effect.kind}`)}, {tenge(effect.amount)}
        </Text>
        <ClosedQuarterHint act="takeOut" standing={[effect.closedPeriod]} />
      </div>
      <Textarea
        data-autofocus
        label={t('effects.voidReason')}
        description={t('effects.voidHint')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
    </FormDialog>
  )
}
