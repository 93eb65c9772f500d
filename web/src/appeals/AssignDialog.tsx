import { Select } from '@mantine/core'
import { assignAppeal } from '@qorgan/shared/appeals'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { accountQueries } from '../accounts/queries.ts'
import { useText } from '../i18n/i18n.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'

export function AssignDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const colleagues = useQuery(accountQueries.colleagues)
  const [assigneeId, setAssigneeId] = useState(appeal.assigneeId)
  const act = useAppealAct(appeal, appealMutations.assign, { done: t('appeals.done.assign'), onClose })
  return (
    <FormDialog
      title={t('appeals.action.assign')}
      submitLabel={t('appeals.action.assign')}
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => act.send({ assigneeId: assigneeId ?? '' }, assignAppeal.body)}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <Select
        data-autofocus
        label={t('appeals.dialog.assignee')}
        description={t('appeals.dialog.colleagueHint')}
        searchable
        data={(colleagues.data ?? []).map((user) => ({ value: user.id, label: user.fullName }))}
        value={assigneeId}
        onChange={setAssigneeId}
        error={act.at('assigneeId')}
        nothingFoundMessage={t('state.nothingFound')}
      />
    </FormDialog>
  )
}
