import { SimpleGrid, Text, TextInput } from '@mantine/core'
import { addAssignment } from '@qorgan/shared/case-money'
import type { ConflictCheck } from '@qorgan/shared/lawyers'
import type { LegalCase, LegalStage } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { toast } from '../ui/toast.ts'
import { SumFacts } from './Card.tsx'
import { caseMoneyMutations, caseMoneyQueries } from './queries.ts'
import { StageSelect } from './StageSelect.tsx'
import { StepForm } from './StepForm.tsx'

interface Props {
  legalCase: LegalCase
  check: ConflictCheck
  steps: number
  onSigned: () => void
  onBack: () => void
}

export function ContractStep({ legalCase, check, steps, onSigned, onBack }: Props) {
  const { t } = useText()
  const { tenge } = useFormat()
  const [id] = useState(uuidv7)
  const [contractNumber, setNumber] = useState('')
  const [contractDate, setDate] = useState<string | null>(today())
  const [fee, setFee] = useState<number | null>(null)
  const [chosenStage, setStage] = useState<LegalStage | null>(null)
  const allotments = useQuery(caseMoneyQueries.allotments(legalCase.id)).data ?? []
  // What money was last given for is what counsel are hired for.
  const latest = allotments.toSorted((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0]
  const stage = chosenStage ?? latest?.stage ?? legalCase.stage
  const save = useSave(caseMoneyMutations.assign, () => {
    toast(t('counsel.contracts.signed', { name: check.lawyerName }))
    onSigned()
  })
  const left = legalCase.money?.left ?? 0
  const after = left - (fee ?? 0)
  const submit = () => {
    const body = {
      id,
      lawyerId: check.lawyerId,
      conflictCheckId: check.id,
      contractNumber,
      contractDate: contractDate ?? '',
      fee: fee ?? Number.NaN,
      stage,
    }
    save.send({ id: legalCase.id, body }, body, addAssignment.body)
  }
  return (
    <StepForm
      step={steps}
      of={steps}
      name={t('counsel.contracts.stepName')}
      submitLabel={t('counsel.contracts.sign')}
      back={{ label: t('action.back'), onClick: onBack }}
      pending={save.pending}
      error={save.error}
      onSubmit={submit}
    >
      <Text fw={600}>{check.lawyerName}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
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
        <AmountInput required label={t('counsel.contracts.fee')} value={fee} onChange={setFee} error={save.at('fee')} />
        <StageSelect value={stage} onChange={setStage} error={save.at('stage')} />
      </SimpleGrid>
      <SumFacts
        facts={[
          { name: t('counsel.contracts.leftNow'), value: tenge(left) },
          { name: t('counsel.contracts.leftAfter'), value: tenge(after), over: after < 0 },
        ]}
      />
      {after < 0 && (
        <Text size="sm" className="q-attention" role="status">
          {t('counsel.contracts.overLeft')}
        </Text>
      )}
    </StepForm>
  )
}
