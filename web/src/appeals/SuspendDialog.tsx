import { Textarea } from '@mantine/core'
import { suspendAppeal } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'

export function SuspendDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<Day | null>(null)
  const act = useAppealAct(appeal, appealMutations.suspend, { done: t('appeals.done.suspend'), onClose })
  return (
    <FormDialog
      title={t('appeals.action.suspend')}
      submitLabel={t('appeals.action.suspend')}
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => act.send({ reason, until }, suspendAppeal.body)}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <Textarea
        data-autofocus
        label={t('appeals.dialog.reason')}
        description={t('appeals.dialog.suspendHint')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
      <DayInput label={t('appeals.dialog.until')} value={until} onChange={setUntil} error={act.at('until')} />
    </FormDialog>
  )
}
