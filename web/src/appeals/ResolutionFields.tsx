import { Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { NoEffectReason } from '@qorgan/shared/appeals'
import type { Day } from '@qorgan/shared/dates'
import { AppealOutcome } from '@qorgan/shared/effects'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { DayInput } from '../ui/DayInput.tsx'

export interface ResolutionText {
  outcome: AppealOutcome | null
  summary: string
  resolvedOn: Day | null
  noEffectReason: NoEffectReason | null
  expectedOn: Day | null
  answerNumber: string
  answerDate: Day | null
}

export const emptyResolution = (): ResolutionText => ({
  outcome: null,
  summary: '',
  resolvedOn: null,
  noEffectReason: null,
  expectedOn: null,
  answerNumber: '',
  answerDate: null,
})

export const resolutionBody = (text: ResolutionText) => ({
  outcome: text.outcome ?? ('' as AppealOutcome),
  summary: text.summary,
  resolvedOn: text.resolvedOn,
  noEffectReason: text.noEffectReason,
  expectedOn: text.noEffectReason === 'expected_later' ? text.expectedOn : null,
  answer:
    text.answerNumber.trim() === '' && text.answerDate === null
      ? null
      : { number: text.answerNumber, date: text.answerDate ?? '' },
})

interface Props {
  value: ResolutionText
  onChange: (patch: Partial<ResolutionText>) => void
  at: (path: string) => string | undefined
  /** An effect in the ledger answers the question why there is none. */
  hasEffect: boolean
  autoFocus?: boolean
  prefix?: string
}

/** How it ended, what was said, and why it brought no money where it did not. */
export function ResolutionFields({ value, onChange, at, hasEffect, autoFocus = false, prefix = '' }: Props) {
  const { t } = useText()
  return (
    <>
      <Select
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        label={t('appeals.dialog.outcome')}
        data={AppealOutcome.options.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
        value={value.outcome}
        onChange={(outcome) => onChange({ outcome: AppealOutcome.options.find((one) => one === outcome) ?? null })}
        error={at(`${prefix}outcome`)}
        searchable
        required
      />
      <Textarea
        label={t('appeals.dialog.summary')}
        description={t('appeals.dialog.summaryHint')}
        maxLength={4000}
        required
        value={value.summary}
        onChange={(event) => onChange({ summary: event.currentTarget.value })}
        error={at(`${prefix}summary`)}
      />
      {hasEffect ? (
        <Text size="sm" c="dimmed">
          {t('appeals.dialog.hasEffect')}
        </Text>
      ) : (
        <Select
          label={t('appeals.dialog.noEffectReason')}
          description={t('appeals.dialog.noEffectHint')}
          clearable
          data={NoEffectReason.options.map((one) => ({ value: one, label: t(`noEffectReason.${one}`) }))}
          value={value.noEffectReason}
          onChange={(reason) =>
            onChange({ noEffectReason: NoEffectReason.options.find((one) => one === reason) ?? null })
          }
          error={at(`${prefix}noEffectReason`)}
        />
      )}
      {value.noEffectReason === 'expected_later' && !hasEffect && (
        <DayInput
          label={t('appeals.dialog.expectedOn')}
          value={value.expectedOn}
          onChange={(expectedOn) => onChange({ expectedOn })}
          error={at(`${prefix}expectedOn`)}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DayInput
          label={t('appeals.dialog.resolvedOn')}
          max={today()}
          value={value.resolvedOn ?? today()}
          onChange={(resolvedOn) => onChange({ resolvedOn })}
          error={at(`${prefix}resolvedOn`)}
        />
        <TextInput
          label={t('appeals.dialog.answerNumber')}
          maxLength={100}
          value={value.answerNumber}
          onChange={(event) => onChange({ answerNumber: event.currentTarget.value })}
          error={at(`${prefix}answer/number`)}
        />
        <DayInput
          label={t('appeals.dialog.answerDate')}
          value={value.answerDate}
          onChange={(answerDate) => onChange({ answerDate })}
          error={at(`${prefix}answer/date`)}
        />
      </SimpleGrid>
    </>
  )
}
