import { Text, Title } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

/** How it ended. */
export function OutcomeCard({ legalCase: { outcome, closedOn, closingSummary } }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { day } = useFormat()
  if (!outcome) return null
  return (
    <section className="q-surface q-pad" aria-labelledby="outcome-title">
      <Title order={2} id="outcome-title" mb={4}>
        {t('legal.page.outcome')}: {t(`legal.outcome.${outcome}`).toLowerCase()}
      </Title>
      {closingSummary && <Text className="q-prose">{closingSummary}</Text>}
      {closedOn && (
        <Text size="sm" c="dimmed">
          {t('legal.page.closedOn', { day: day(closedOn) })}
        </Text>
      )}
    </section>
  )
}
