import { Text, Textarea } from '@mantine/core'
import type { Effect } from '@qorgan/shared/effects'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ClosedQuarterHint } from '../closing/ClosedQuarterHint.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { effectMutations } from './queries.ts'

export function VoidDialog({ effect, onClose }: { effect: Effect; onClose: () => void }) {
  const { t } = useText()
  const { tenge } = useFormat()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useMutation({
    ...effectMutations.void,
    onSuccess: () => {
      toast(t('effects.voidDone'))
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('effects.voidTitle')}
      submitLabel={t('effects.voidAction')}
      danger
      onClose={onClose}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => {
        setTried(true)
        if (reason.trim() !== '') act.mutate({ id: effect.id, version: effect.version, reason })
      }}
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
        error={tried && reason.trim() === '' ? t('state.required') : null}
      />
    </FormDialog>
  )
}
