import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useText } from '../i18n/i18n.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import type { ConciliationText } from './draft.ts'

interface Props {
  value: ConciliationText
  onChange: (patch: Partial<ConciliationText>) => void
  at: (path: string) => string | undefined
}

/** A labour dispute before court: which term runs depends on the commission (Labour Code art. 159-160). */
export function ConciliationFields({ value, onChange, at }: Props) {
  const { t } = useText()
  const commission = value.commission !== 'exempt' && value.commission !== null
  return (
    <Stack gap="sm">
      <ChoiceChips
        label={t('legal.conciliation.dispute')}
        required
        options={(['reinstatement', 'other'] as const).map((one) => ({
          value: one,
          label: t(`legal.conciliation.disputes.${one}`),
        }))}
        value={value.dispute}
        onChange={(dispute) => onChange({ dispute })}
        error={at('dispute')}
      />
      <ChoiceChips
        label={t('legal.conciliation.commission')}
        required
        options={(['exists', 'none', 'exempt'] as const).map((one) => ({
          value: one,
          label: t(`legal.conciliation.commissions.${one}`),
        }))}
        value={value.commission}
        onChange={(one) => onChange({ commission: one })}
        error={at('commission')}
      />
      {value.commission === 'none' && (
        <Text size="sm" c="dimmed">
          {t('legal.conciliation.noneHint')}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput
          label={value.dispute === 'reinstatement' ? t('legal.conciliation.servedOn') : t('legal.conciliation.knownOn')}
          value={value.knownOn}
          onChange={(knownOn) => onChange({ knownOn })}
          error={at('knownOn')}
        />
        {value.commission === 'none' && (
          <DayInput
            label={t('legal.conciliation.createdOn')}
            value={value.createdOn}
            onChange={(createdOn) => onChange({ createdOn })}
            error={at('createdOn')}
          />
        )}
        {commission && (
          <>
            <DayInput
              label={t('legal.conciliation.appliedOn')}
              value={value.appliedOn}
              onChange={(appliedOn) => onChange({ appliedOn })}
              error={at('appliedOn')}
            />
            <DayInput
              label={t('legal.conciliation.decidedOn')}
              value={value.decidedOn}
              onChange={(decidedOn) => onChange({ decidedOn })}
              error={at('decidedOn')}
            />
          </>
        )}
      </SimpleGrid>
    </Stack>
  )
}
