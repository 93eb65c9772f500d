import { Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { Channel } from '@qorgan/shared/effects'
import { ClosedQuarterHint } from '../../closing/ClosedQuarterHint.tsx'
import { today, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useUnitNames } from '../../organisation/names.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { CountInput } from '../../ui/CountInput.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FundedBySelect } from '../VoucherFields.tsx'
import type { AidText, VoucherText } from '../draft.ts'
import { type BatchText, rowEffect } from './draft.ts'

interface Props {
  value: BatchText
  onChange: (patch: Partial<BatchText>) => void
  wrong: FieldErrors
}

/** What the whole list shares: an error that every row has is shown here, once. */
export function BatchCommon({ value, onChange, wrong }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const say = useProblemText()
  const { topics } = useUnitNames()
  const at = (path: string) => say.at(wrong, `items/0/${path}`)
  const voucher = (patch: Partial<VoucherText>) => onChange({ voucher: { ...value.voucher, ...patch } })
  const aid = (patch: Partial<AidText>) => onChange({ aid: { ...value.aid, ...patch } })
  const chooseTopic = (topicId: string | null) => {
    const topic = topics.find((one) => one.id === topicId)
    onChange({ topicId, ...(topic ? { subject: label(topic.name) } : {}) })
  }
  const rowWins = (path: string) => (value.rows.length > 1 ? undefined : at(path))
  return (
    <Stack gap="sm">
      <div>
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 4 }} spacing="sm">
          <Select
            label={t('appealForm.topic')}
            clearable
            clearButtonProps={{ 'aria-label': t('action.clear') }}
            searchable
            data={topics
              .filter((one) => one.category === value.kind && one.active)
              .map((one) => ({ value: one.id, label: label(one.name) }))}
            value={value.topicId}
            onChange={chooseTopic}
            error={at('topicId')}
          />
          <TextInput
            label={t('appealForm.subject')}
            required
            maxLength={500}
            value={value.subject}
            onChange={(event) => onChange({ subject: event.currentTarget.value })}
            error={at('subject')}
          />
          <Select
            label={t('appealForm.channel')}
            allowDeselect={false}
            data={Channel.options.map((one) => ({ value: one, label: t(`channel.${one}`) }))}
            value={value.channel}
            onChange={(channel) =>
              onChange({ channel: Channel.options.find((one) => one === channel) ?? value.channel })
            }
          />
          <DayInput
            label={t('appealForm.receivedOn')}
            required
            max={today()}
            value={value.receivedOn}
            onChange={(receivedOn) => onChange({ receivedOn })}
            error={at('receivedOn')}
          />
          {value.kind === 'sanatorium' ? (
            <>
              <TextInput
                label={t('appeals.voucher.place')}
                required
                maxLength={300}
                value={value.voucher.place ?? ''}
                onChange={(event) => voucher({ place: event.currentTarget.value || null })}
                error={at('voucher/place')}
              />
              <AmountInput
                label={t('appeals.voucher.fullPrice')}
                value={value.voucher.fullPrice}
                onChange={(fullPrice) => voucher({ fullPrice })}
                error={rowWins('voucher/fullPrice')}
              />
              <AmountInput
                label={t('appeals.voucher.memberPays')}
                value={value.voucher.memberPays}
                onChange={(memberPays) => voucher({ memberPays })}
                error={rowWins('voucher/memberPays')}
              />
              <CountInput
                label={t('appeals.voucher.people')}
                value={value.voucher.people}
                onChange={(people) => voucher({ people })}
                error={rowWins('voucher/people')}
              />
              <DayInput
                label={t('appeals.voucher.issuedOn')}
                value={value.voucher.issuedOn}
                onChange={(issuedOn) => voucher({ issuedOn })}
                error={at('voucher/issuedOn')}
              />
              <DayInput
                label={t('appeals.voucher.from')}
                value={value.voucher.from}
                onChange={(from) => voucher({ from })}
                error={at('voucher/from')}
              />
              <DayInput
                label={t('appeals.voucher.to')}
                value={value.voucher.to}
                onChange={(to) => voucher({ to })}
                error={at('voucher/to')}
              />
              <FundedBySelect value={value.voucher.fundedBy} onChange={(fundedBy) => voucher({ fundedBy })} />
            </>
          ) : (
            <>
              <AmountInput
                label={t('appeals.aid.granted')}
                value={value.aid.granted}
                onChange={(granted) => aid({ granted })}
                error={rowWins('aid/granted')}
              />
              <AmountInput
                label={t('appeals.aid.paid')}
                value={value.aid.paid}
                onChange={(paid) => aid({ paid })}
                error={rowWins('aid/paid')}
              />
              <DayInput
                label={t('appeals.aid.paidOn')}
                value={value.aid.paidOn}
                onChange={(paidOn) => aid({ paidOn })}
                error={at('aid/paidOn')}
              />
              <TextInput
                label={t('appeals.aid.paymentDocument')}
                maxLength={300}
                value={value.aid.paymentDocument ?? ''}
                onChange={(event) => aid({ paymentDocument: event.currentTarget.value || null })}
                error={at('aid/paymentDocument')}
              />
              <TextInput
                label={t('appeals.aid.decisionNumber')}
                maxLength={100}
                value={value.aid.decisionNumber ?? ''}
                onChange={(event) => aid({ decisionNumber: event.currentTarget.value || null })}
                error={at('aid/decisionNumber')}
              />
              <DayInput
                label={t('appeals.aid.decidedOn')}
                value={value.aid.decidedOn}
                onChange={(decidedOn) => aid({ decidedOn })}
                error={at('aid/decidedOn')}
              />
              <FundedBySelect value={value.aid.fundedBy} onChange={(fundedBy) => aid({ fundedBy })} />
            </>
          )}
        </SimpleGrid>
        <ClosedQuarterHint
          act="enter"
          days={[value.receivedOn, ...value.rows.map((row) => rowEffect(value, row)?.receivedOn ?? null)]}
        />
      </div>
      <Checkbox
        label={t('batch.closeAtOnce')}
        checked={value.close}
        onChange={(event) => onChange({ close: event.currentTarget.checked })}
      />
      {value.close && (
        <TextInput
          label={t('batch.closeSummary')}
          maxLength={4000}
          placeholder={value.kind === 'sanatorium' ? t('batch.closeDefaultVoucher') : t('batch.closeDefaultAid')}
          value={value.summary}
          onChange={(event) => onChange({ summary: event.currentTarget.value })}
          error={at('resolution/summary')}
        />
      )}
    </Stack>
  )
}
