import { Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { FundedBy } from '@qorgan/shared/support'
import { useText } from '../i18n/i18n.ts'
import { AmountInput } from '../ui/AmountInput.tsx'
import { CountInput } from '../ui/CountInput.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import type { VoucherText } from './draft.ts'

interface Props {
  value: VoucherText
  onChange: (patch: Partial<VoucherText>) => void
  at: (path: string) => string | undefined
  isNew: boolean
  prefix?: string
}

export function VoucherFields({ value, onChange, at, isNew, prefix = 'voucher/' }: Props) {
  const { t } = useText()
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('appeals.voucher.place')}
          maxLength={300}
          value={value.place ?? ''}
          onChange={(event) => onChange({ place: event.currentTarget.value || null })}
          error={at(`${prefix}place`)}
        />
        <TextInput
          label={t('appeals.voucher.number')}
          maxLength={100}
          value={value.number ?? ''}
          onChange={(event) => onChange({ number: event.currentTarget.value || null })}
          error={at(`${prefix}number`)}
        />
        <AmountInput
          label={t('appeals.voucher.fullPrice')}
          value={value.fullPrice}
          onChange={(fullPrice) => onChange({ fullPrice })}
          error={at(`${prefix}fullPrice`)}
        />
        <AmountInput
          label={t('appeals.voucher.memberPays')}
          value={value.memberPays}
          onChange={(memberPays) => onChange({ memberPays })}
          error={at(`${prefix}memberPays`)}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} spacing="sm">
        <DayInput
          label={t('appeals.voucher.issuedOn')}
          value={value.issuedOn}
          onChange={(issuedOn) => onChange({ issuedOn })}
          error={at(`${prefix}issuedOn`)}
        />
        <DayInput
          label={t('appeals.voucher.from')}
          value={value.from}
          onChange={(from) => onChange({ from })}
          error={at(`${prefix}from`)}
        />
        <DayInput
          label={t('appeals.voucher.to')}
          value={value.to}
          onChange={(to) => onChange({ to })}
          error={at(`${prefix}to`)}
        />
        <CountInput
          label={t('appeals.voucher.people')}
          value={value.people}
          onChange={(people) => onChange({ people })}
          error={at(`${prefix}people`)}
        />
        <CountInput
          label={t('appeals.voucher.children')}
          value={value.children}
          onChange={(children) => onChange({ children })}
          error={at(`${prefix}children`)}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <FundedBySelect
          value={value.fundedBy}
          onChange={(fundedBy) => onChange({ fundedBy })}
          error={at(`${prefix}fundedBy`)}
        />
        {!isNew && (
          <DayInput
            label={t('appeals.voucher.returnedOn')}
            value={value.returnedOn}
            onChange={(returnedOn) => onChange({ returnedOn })}
            error={at(`${prefix}returnedOn`)}
          />
        )}
        {!isNew && value.returnedOn && (
          <TextInput
            label={t('appeals.voucher.returnReason')}
            maxLength={1000}
            value={value.returnReason ?? ''}
            onChange={(event) => onChange({ returnReason: event.currentTarget.value || null })}
            error={at(`${prefix}returnReason`)}
          />
        )}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('appeals.voucher.wholePrice')}
      </Text>
    </Stack>
  )
}

type Funding = VoucherText['fundedBy']
export function FundedBySelect({
  value,
  onChange,
  error,
}: {
  value: Funding
  onChange: (value: Funding) => void
  error?: string | undefined
}) {
  const { t } = useText()
  return (
    <Select
      label={t('appeals.voucher.fundedBy')}
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      data={FundedBy.options.map((one) => ({ value: one, label: t(`fundedBy.${one}`) }))}
      value={value ?? null}
      onChange={(chosen) => onChange(FundedBy.options.find((one) => one === chosen) ?? null)}
      error={error}
    />
  )
}
