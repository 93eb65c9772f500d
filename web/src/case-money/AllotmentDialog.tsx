import { SimpleGrid, TextInput } from '@mantine/core'
import { addAllotment, type Allotment, changeAllotment } from '@qorgan/shared/case-money'
import { type LegalCase, type LegalStage } from '@qorgan/shared/legal-cases'
import { useState } from 'react'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { caseMoneyMutations } from './queries.ts'
import { StageSelect } from './StageSelect.tsx'

interface Props {
  legalCase: LegalCase
  allotment?: Allotment | undefined
  onClose: () => void
}

export function AllotmentDialog({ legalCase, allotment, onClose }: Props) {
  const { t } = useText()
  const [id] = useState(() => allotment?.id ?? uuidv7())
  const [amount, setAmount] = useState(allotment?.amount ?? null)
  const [stage, setStage] = useState<LegalStage>(allotment?.stage ?? legalCase.stage)
  const [decisionNumber, setNumber] = useState(allotment?.decisionNumber ?? legalCase.decision?.number ?? '')
  const [decidedOn, setDecidedOn] = useState<string | null>(allotment?.decidedOn ?? today())
  const finish = () => {
    toast(allotment ? t('state.saved') : t('counsel.allotments.added'))
    onClose()
  }
  const add = useSave(caseMoneyMutations.addAllotment, finish)
  const change = useSave(caseMoneyMutations.changeAllotment, finish)
  const save = allotment ? change : add
  const submit = () => {
    const body = { amount: amount ?? Number.NaN, stage, decisionNumber, decidedOn: decidedOn ?? '' }
    if (allotment)
      change.send({ id: legalCase.id, itemId: id, version: allotment.version, body }, body, changeAllotment.body)
    else add.send({ id: legalCase.id, body: { ...body, id } }, body, addAllotment.body)
  }
  return (
    <FormDialog
      title={allotment ? t('counsel.allotments.editTitle') : t('counsel.allotments.addTitle')}
      submitLabel={allotment ? t('action.save') : t('counsel.allotments.send')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <AmountInput
        data-autofocus
        required
        label={t('counsel.allotments.amount')}
        description={t('counsel.allotments.hint')}
        value={amount}
        onChange={setAmount}
        error={save.at('amount')}
      />
      <StageSelect value={stage} onChange={setStage} error={save.at('stage')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          required
          label={t('counsel.allotments.number')}
          maxLength={100}
          value={decisionNumber}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={save.at('decisionNumber')}
        />
        <DayInput
          required
          label={t('counsel.allotments.decidedOn')}
          value={decidedOn}
          onChange={setDecidedOn}
          error={save.at('decidedOn')}
        />
      </SimpleGrid>
    </FormDialog>
  )
}
