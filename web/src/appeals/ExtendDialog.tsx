import { Textarea } from '@mantine/core'
import { extendAppeal } from '@qorgan/shared/appeals'
import { addDays, addMonths, type Day } from '@qorgan/shared/dates'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'

export function ExtendDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const { day } = useFormat()
  const latest = addMonths(appeal.dueOn, 2)
  const [dueOn, setDueOn] = useState<Day | null>(null)
  const [reason, setReason] = useState('')
  const act = useAppealAct(appeal, appealMutations.extend, { done: t('appeals.done.extend'), onClose })
  return (
    <FormDialog
      title={t('appeals.action.extend')}
      submitLabel={t('appeals.action.extend')}
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => act.send({ dueOn: dueOn ?? '', reason }, extendAppeal.body)}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <DayInput
        data-autofocus
        label={t('appeals.dialog.newDue')}
        description={t('appeals.dialog.extendHint', { day: day(latest) })}
        min={addDays(appeal.dueOn, 1)}
        max={latest}
        value={dueOn}
        onChange={setDueOn}
        error={act.at('dueOn')}
      />
      <Textarea
        label={t('appeals.dialog.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
    </FormDialog>
  )
}
