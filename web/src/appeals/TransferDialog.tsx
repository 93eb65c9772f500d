import { SegmentedControl, Select, Text, Textarea } from '@mantine/core'
import { transferAppeal } from '@qorgan/shared/appeals'
import { useState } from 'react'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useAppealAct } from './act.ts'
import type { DialogProps } from './AppealDialog.tsx'
import { appealMutations } from './queries.ts'

export function TransferDialog({ appeal, onClose }: DialogProps) {
  const { t } = useText()
  const { label } = useFormat()
  const { branches } = useUnitNames()
  const fromOrganisation = appeal.level === 'primary_organisation'
  const [level, setLevel] = useState<'council' | 'branch'>(
    fromOrganisation || appeal.handlingBranchId === null ? 'branch' : 'council',
  )
  const [branchId, setBranchId] = useState<string | null>(fromOrganisation ? appeal.branchId : null)
  const [reason, setReason] = useState('')
  const act = useAppealAct(appeal, appealMutations.transfer, { done: t('appeals.done.transfer'), onClose })
  const to = level === 'council' ? { level } : { level, branchId }
  return (
    <FormDialog
      title={t('appeals.action.transfer')}
      submitLabel={t('appeals.action.transfer')}
      onClose={onClose}
      pending={act.pending}
      error={act.error}
      onSubmit={() => act.send({ to, reason }, transferAppeal.body)}
    >
      {act.changes && <ConflictNotice changes={act.changes} />}
      <SegmentedControl
        aria-label={t('appeals.dialog.to')}
        value={level}
        onChange={(value) => setLevel(value === 'council' ? 'council' : 'branch')}
        data={(['council', 'branch'] as const).map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      {level === 'branch' && (
        <Select
          label={t('appeals.dialog.toBranch')}
          searchable
          data={branches
            .filter((branch) => fromOrganisation || branch.id !== appeal.handlingBranchId)
            .map((branch) => ({ value: branch.id, label: label(branch.name) }))}
          value={branchId}
          onChange={setBranchId}
          error={act.at('to/branchId')}
          nothingFoundMessage={t('state.nothingFound')}
        />
      )}
      <Textarea
        data-autofocus
        label={t('appeals.dialog.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={act.at('reason')}
      />
      <Text size="sm" c="dimmed">
        {t('appeals.dialog.transferHint')}
      </Text>
    </FormDialog>
  )
}
