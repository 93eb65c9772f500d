import { Textarea } from '@mantine/core'
import { reopenAppeal } from '@qorgan/shared/appeals'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { schemaErrors } from '../platform/form.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'

/** Reopening, and sending a transfer back: a reason and nothing else. */
export function ReasonDialog({ appeal, onClose, action }: DialogProps & { action: 'reopen' | 'transfer/reject' }) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const navigate = useNavigate()
  const act = useAppealAct(appeal, appealMutations.withReason, {
    done: t(`appeals.done.${action}`),
    // What was sent back is mostly out of the receiver's sight: its page would only say that it is not found.
    onClose: async () => {
      if (action === 'transfer/reject') await navigate({ to: '/appeals' })
      else onClose()
    },
  })
  return (
    <FormDialog
      title={t(`appeals.action.${action}`)}
      submitLabel={t(`appeals.action.${action}`)}
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => {
        const checked = reopenAppeal.body.safeParse({ reason })
        setMissing(!checked.success && 'reason' in schemaErrors(checked.error))
        if (checked.success) act.send({ action, reason })
      }}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <Textarea
        data-autofocus
        label={t('appeals.dialog.reason')}
        {...(action === 'reopen' ? { description: t('appeals.dialog.reopenHint') } : {})}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? t('state.required') : act.at('reason')}
      />
    </FormDialog>
  )
}
