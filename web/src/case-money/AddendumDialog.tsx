import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { addAddendum } from '@qorgan/shared/case-money'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { SumFacts } from './Card.tsx'
import type { AssignmentDialogProps } from './ContractDialog.tsx'
import { useBelowDue } from './least-fee.ts'
import { caseMoneyMutations } from './queries.ts'

const directions = ['more', 'less'] as const

/** The next instance, a success fee, or less work than was thought: the fee changes by a signed addendum. */
export function AddendumDialog({ legalCase, assignment, onClose }: AssignmentDialogProps) {
  const { t } = useText()
  const { tenge } = useFormat()
  const [id] = useState(uuidv7)
  const [number, setNumber] = useState('')
  const [date, setDate] = useState<string | null>(today())
  const [direction, setDirection] = useState<(typeof directions)[number]>('more')
  const [amount, setAmount] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const save = useSave(caseMoneyMutations.addAddendum, () => {
    toast(t('counsel.contracts.addendumDone'))
    onClose()
  })
  const feeChange = amount === null ? Number.NaN : direction === 'more' ? amount : -amount
  const left = legalCase.money && amount !== null ? legalCase.money.left - feeChange : null
  const low = useBelowDue(assignment)(assignment.fee + feeChange)
  const submit = () => {
    const body = { id, number, date: date ?? '', feeChange, reason }
    save.send({ id: legalCase.id, itemId: assignment.id, version: assignment.version, body }, body, addAddendum.body)
  }
  return (
    <FormDialog
      title={t('counsel.contracts.addendumTitle', { number: assignment.contractNumber })}
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
          label={t('counsel.contracts.addendumNumber')}
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={save.at('number')}
        />
        <DayInput
          required
          label={t('counsel.contracts.date')}
          value={date}
          onChange={setDate}
          error={save.at('date')}
        />
      </SimpleGrid>
      <ChoiceChips
        label={t('counsel.contracts.feeChange')}
        options={directions.map((value) => ({ value, label: t(`counsel.contracts.${value}`) }))}
        value={direction}
        onChange={setDirection}
      />
      <AmountInput
        required
        label={t('counsel.contracts.byHowMuch')}
        value={amount}
        onChange={setAmount}
        error={low ?? save.at('feeChange')}
      />
      <Textarea
        required
        label={t('counsel.reason')}
        description={t('counsel.contracts.addendumHint')}
        maxLength={1000}
        minRows={1}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={save.at('reason')}
      />
      {amount !== null && (
        <SumFacts
          facts={[
            { name: t('counsel.contracts.newFee'), value: tenge(assignment.fee + feeChange) },
            ...(left === null ? [] : [{ name: t('counsel.contracts.leftAfter'), value: tenge(left), over: left < 0 }]),
          ]}
        />
      )}
    </FormDialog>
  )
}
