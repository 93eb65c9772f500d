import { SimpleGrid, TextInput } from '@mantine/core'
import { type Assignment, changeAssignment } from '@qorgan/shared/case-money'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { caseMoneyMutations } from './queries.ts'
import { StageSelect } from './StageSelect.tsx'

export interface AssignmentDialogProps {
  legalCase: LegalCase
  assignment: Assignment
  onClose: () => void
}

/** A slip in the contract's number, date or stage; its fee changes by addenda only. */
export function ContractDialog({ legalCase, assignment, onClose }: AssignmentDialogProps) {
  const { t } = useText()
  const [contractNumber, setNumber] = useState(assignment.contractNumber)
  const [contractDate, setDate] = useState<string | null>(assignment.contractDate)
  const [stage, setStage] = useState(assignment.stage)
  const save = useSave(caseMoneyMutations.changeAssignment, () => {
    toast(t('state.saved'))
    onClose()
  })
  const submit = () => {
    const body = { contractNumber, contractDate: contractDate ?? '', stage }
    save.send(
      { id: legalCase.id, itemId: assignment.id, version: assignment.version, body },
      body,
      changeAssignment.body,
    )
  }
  return (
    <FormDialog
      title={t('counsel.contracts.editTitle')}
      submitLabel={t('action.save')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          data-autofocus
          required
          label={t('counsel.contracts.number')}
          maxLength={100}
          value={contractNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={save.at('contractNumber')}
        />
        <DayInput
          required
          label={t('counsel.contracts.date')}
          value={contractDate}
          onChange={setDate}
          error={save.at('contractDate')}
        />
      </SimpleGrid>
      <StageSelect value={stage} onChange={setStage} error={save.at('stage')} />
    </FormDialog>
  )
}
