import { SimpleGrid, Textarea } from '@mantine/core'
import { endAssignment } from '@qorgan/shared/case-money'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { SumFacts } from './Card.tsx'
import type { AssignmentDialogProps } from './ContractDialog.tsx'
import { leastFee, useBelowDue } from './least-fee.ts'
import { caseMoneyMutations } from './queries.ts'

/** Ending early frees what is not due any more; what was paid or accepted stays due. */
export function EndContractDialog({ legalCase, assignment, onClose }: AssignmentDialogProps) {
  const { t } = useText()
  const { tenge } = useFormat()
  const [endedOn, setEndedOn] = useState<string | null>(today())
  const [feeDue, setFeeDue] = useState<number | null>(leastFee(assignment))
  const [reason, setReason] = useState('')
  const belowDue = useBelowDue(assignment)
  const save = useSave(caseMoneyMutations.endAssignment, () => {
    toast(t('counsel.contracts.endDone'))
    onClose()
  })
  const low = feeDue === null ? undefined : belowDue(feeDue)
  const submit = () => {
    const body = { endedOn: endedOn ?? '', reason, feeDue: feeDue ?? Number.NaN }
    save.send({ id: legalCase.id, itemId: assignment.id, version: assignment.version, body }, body, endAssignment.body)
  }
  return (
    <FormDialog
      title={t('counsel.contracts.endTitle', { name: assignment.lawyerName })}
      submitLabel={t('counsel.contracts.endAction')}
      danger
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput
          required
          label={t('counsel.contracts.endedOn')}
          value={endedOn}
          onChange={setEndedOn}
          error={save.at('endedOn')}
        />
        <AmountInput
          required
          label={t('counsel.contracts.feeDue')}
          value={feeDue}
          onChange={setFeeDue}
          error={low ?? save.at('feeDue')}
        />
      </SimpleGrid>
      <Textarea
        data-autofocus
        required
        label={t('counsel.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
      <SumFacts
        facts={[
          { name: t('counsel.contracts.fee'), value: tenge(assignment.fee) },
          { name: t('counsel.money.paid'), value: tenge(assignment.paid) },
          { name: t('counsel.contracts.accepted'), value: tenge(assignment.accepted) },
          {
            name: t('counsel.contracts.frees'),
            value: tenge(Math.max(0, assignment.fee - Math.max(feeDue ?? 0, leastFee(assignment)))),
          },
        ]}
      />
    </FormDialog>
  )
}
