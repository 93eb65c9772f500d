import { SimpleGrid, TextInput } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import type { AidText } from './draft.ts'
import { FundedBySelect } from './VoucherFields.tsx'

interface Props {
  value: AidText
  onChange: (patch: Partial<AidText>) => void
  at: (path: string) => string | undefined
  prefix?: string
}

export function AidFields({ value, onChange, at, prefix = 'aid/' }: Props) {
  const { t } = useText()
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
      {(['requested', 'granted', 'paid'] as const).map((key) => (
        <AmountInput
          key={key}
          label={t(`appeals.aid.${key}`)}
          value={value[key]}
          onChange={(amount) => onChange({ [key]: amount })}
          error={at(`${prefix}${key}`)}
        />
      ))}
      <DayInput
        label={t('appeals.aid.paidOn')}
        value={value.paidOn}
        onChange={(paidOn) => onChange({ paidOn })}
        error={at(`${prefix}paidOn`)}
      />
      <TextInput
        label={t('appeals.aid.decisionNumber')}
        maxLength={100}
        value={value.decisionNumber ?? ''}
        onChange={(event) => onChange({ decisionNumber: event.currentTarget.value || null })}
        error={at(`${prefix}decisionNumber`)}
      />
      <DayInput
        label={t('appeals.aid.decidedOn')}
        value={value.decidedOn}
        onChange={(decidedOn) => onChange({ decidedOn })}
        error={at(`${prefix}decidedOn`)}
      />
      <TextInput
        label={t('appeals.aid.paymentDocument')}
        maxLength={300}
        value={value.paymentDocument ?? ''}
        onChange={(event) => onChange({ paymentDocument: event.currentTarget.value || null })}
        error={at(`${prefix}paymentDocument`)}
      />
      <FundedBySelect
        value={value.fundedBy}
        onChange={(fundedBy) => onChange({ fundedBy })}
        error={at(`${prefix}fundedBy`)}
      />
    </SimpleGrid>
  )
}
