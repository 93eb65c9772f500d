import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { type Act, addAct, changeAct } from '@qorgan/shared/case-money'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useSave } from '../platform/use-save.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { toast } from '../ui/toast.ts'
import { SumFacts } from './Card.tsx'
import { caseMoneyMutations, caseMoneyQueries } from './queries.ts'

interface Props {
  legalCase: LegalCase
  act?: Act | undefined
  onClose: () => void
}

export function ActDialog({ legalCase, act, onClose }: Props) {
  const { t } = useText()
  const { tenge } = useFormat()
  const contracts = useQuery(caseMoneyQueries.assignments(legalCase.id)).data ?? []
  const acts = useQuery(caseMoneyQueries.acts(legalCase.id)).data ?? []
  const [id] = useState(() => act?.id ?? uuidv7())
  const [picked, setPicked] = useState<string | null>(act?.assignmentId ?? null)
  const contract =
    contracts.find((one) => one.id === picked) ?? contracts.find((one) => one.endedOn === null) ?? contracts[0]
  const [number, setNumber] = useState(act?.number ?? '')
  const [date, setDate] = useState<string | null>(act?.date ?? today())
  const [amount, setAmount] = useState<number | null>(act?.amount ?? null)
  const finish = () => {
    toast(act ? t('state.saved') : t('counsel.acts.added'))
    onClose()
  }
  const add = useSave(caseMoneyMutations.addAct, finish)
  const change = useSave(caseMoneyMutations.changeAct, finish)
  const save = act ? change : add
  const submit = () => {
    const body = { number, date: date ?? '', amount: amount ?? Number.NaN }
    if (act) change.send({ id: legalCase.id, itemId: act.id, version: act.version, body }, body, changeAct.body)
    else {
      const whole = { ...body, id, assignmentId: contract?.id ?? '' }
      add.send({ id: legalCase.id, body: whole }, whole, addAct.body)
    }
  }
  const handedIn = acts
    .filter((one) => one.assignmentId === contract?.id && one.id !== act?.id)
    .reduce((sum, one) => sum + one.amount, 0)
  return (
    <FormDialog
      title={act ? t('counsel.acts.editTitle') : t('counsel.acts.addTitle')}
      submitLabel={act ? t('action.save') : t('counsel.acts.send')}
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      {!act && (
        <Select
          label={t('counsel.acts.contract')}
          allowDeselect={false}
          data={contracts.map((one) => ({
            value: one.id,
            label: `${one.lawyerName}, № ${one.contractNumber}`,
          }))}
          value={contract?.id ?? null}
          onChange={setPicked}
          error={save.at('assignmentId')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          data-autofocus
          required
          label={t('counsel.acts.number')}
          maxLength={100}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={save.at('number')}
        />
        <DayInput required label={t('counsel.acts.date')} value={date} onChange={setDate} error={save.at('date')} />
      </SimpleGrid>
      <AmountInput
        required
        label={t('counsel.acts.amount')}
        value={amount}
        onChange={setAmount}
        error={save.at('amount')}
      />
      {contract && (
        <SumFacts
          facts={[
            { name: t('counsel.contracts.fee'), value: tenge(contract.fee) },
            { name: t('counsel.acts.others'), value: tenge(handedIn) },
            {
              name: t('counsel.acts.rest'),
              value: tenge(contract.fee - handedIn - (amount ?? 0)),
              over: contract.fee - handedIn - (amount ?? 0) < 0,
            },
          ]}
        />
      )}
    </FormDialog>
  )
}
