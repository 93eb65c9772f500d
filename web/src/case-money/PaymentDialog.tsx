import { Alert, Select, SimpleGrid, TextInput } from '@mantine/core'
import { addPayment, PaymentPurpose } from '@qorgan/shared/case-money'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
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
import { paymentLimit, paymentSources } from './payment-limits.ts'
import { caseMoneyMutations, caseMoneyQueries } from './queries.ts'
import { useSamePayments } from './same-payments.ts'

const ways = ['act', 'advance', ...PaymentPurpose.options] as const
type Way = (typeof ways)[number]

/** A payment by an act brings its sum along; before it is saved it says what will be left, and whether it was entered before. */
export function PaymentDialog({ legalCase, onClose }: { legalCase: LegalCase; onClose: () => void }) {
  const { t } = useText()
  const { tenge } = useFormat()
  const acts = useQuery(caseMoneyQueries.acts(legalCase.id)).data ?? []
  const contracts = useQuery(caseMoneyQueries.assignments(legalCase.id)).data ?? []
  const { payable, open } = paymentSources(acts, contracts)
  const [id] = useState(uuidv7)
  const [chosenWay, setWay] = useState<Way | null>(null)
  const way = chosenWay ?? (payable.length > 0 ? 'act' : open.length > 0 ? 'advance' : 'state_fee')
  const [picked, setPicked] = useState<string | null>(null)
  const [typed, setTyped] = useState<number | null | undefined>(undefined)
  const [paidOn, setPaidOn] = useState<string | null>(today())
  const [document, setDocument] = useState('')
  const act = way === 'act' ? (payable.find((one) => one.id === picked) ?? payable[0]) : undefined
  const contract = way === 'advance' ? (open.find((one) => one.id === picked) ?? open[0]) : undefined
  const amount = typed === undefined ? (act ? act.amount - act.paid : null) : typed
  const same = useSamePayments(document, paidOn, amount)
  const limit = paymentLimit({ act, contract, contracts, left: legalCase.money?.left ?? null })
  const save = useSave(caseMoneyMutations.pay, () => {
    toast(t('counsel.payments.added'))
    onClose()
  })
  const submit = () => {
    const source =
      way === 'act'
        ? { assignmentId: act?.assignmentId ?? '', actId: act?.id ?? '' }
        : way === 'advance'
          ? { assignmentId: contract?.id ?? '', advance: true }
          : { purpose: way }
    const body = { id, ...source, amount: amount ?? Number.NaN, paidOn: paidOn ?? '', document }
    save.send({ id: legalCase.id, body }, body, addPayment.body)
  }
  const choose = (next: Way) => {
    setWay(next)
    setPicked(null)
    setTyped(undefined)
  }
  return (
    <FormDialog
      title={t('counsel.payments.addTitle')}
      submitLabel={t('counsel.payments.save')}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
      pending={save.pending}
      error={save.error}
    >
      <ChoiceChips
        label={t('counsel.payments.forWhat')}
        options={ways
          .filter((one) => (one === 'act' ? payable.length > 0 : one === 'advance' ? open.length > 0 : true))
          .map((value) => ({
            value,
            label:
              value === 'act' || value === 'advance'
                ? t(`counsel.payments.way.${value}`)
                : t(`counsel.purpose.${value}`),
          }))}
        value={way}
        onChange={choose}
        error={save.at('actId') ?? save.at('assignmentId') ?? save.at('purpose')}
      />
      {way === 'act' && (
        <Select
          label={t('counsel.payments.act')}
          allowDeselect={false}
          data={payable.map((one) => ({
            value: one.id,
            label: t('counsel.payments.actOption', {
              number: one.number,
              name: one.lawyerName,
              sum: tenge(one.amount - one.paid),
            }),
          }))}
          value={act?.id ?? null}
          onChange={(next) => {
            setPicked(next)
            setTyped(undefined)
          }}
        />
      )}
      {way === 'advance' && (
        <Select
          label={t('counsel.payments.contract')}
          allowDeselect={false}
          data={open.map((one) => ({ value: one.id, label: `${one.lawyerName}, № ${one.contractNumber}` }))}
          value={contract?.id ?? null}
          onChange={setPicked}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <AmountInput
          required
          label={t('counsel.payments.amount')}
          value={amount}
          onChange={setTyped}
          error={save.at('amount')}
        />
        <DayInput
          required
          label={t('counsel.payments.paidOn')}
          value={paidOn}
          max={today()}
          onChange={setPaidOn}
          error={save.at('paidOn')}
        />
      </SimpleGrid>
      <TextInput
        data-autofocus
        required
        label={t('counsel.payments.document')}
        description={t('counsel.payments.documentHint')}
        maxLength={300}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
        error={save.at('document')}
      />
      {limit !== null && (
        <SumFacts
          facts={[
            { name: t(`counsel.payments.limit.${limit.kind}`), value: tenge(limit.sum) },
            {
              name: t('counsel.payments.leftAfter'),
              value: tenge(limit.sum - (amount ?? 0)),
              over: limit.sum < (amount ?? 0),
            },
          ]}
        />
      )}
      {limit !== null && limit.sum < (amount ?? 0) && (
        <Alert role="status" color="brick" icon={<IconAlertTriangle aria-hidden />}>
          {t(`counsel.payments.over.${limit.kind}`)}
        </Alert>
      )}
      {same.length > 0 && (
        <Alert role="status" color="ochre" icon={<IconAlertTriangle aria-hidden />}>
          {t('counsel.payments.sameWarning', { numbers: same.map((one) => one.caseNumber).join(', ') })}
        </Alert>
      )}
    </FormDialog>
  )
}
