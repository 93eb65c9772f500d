import { Text, Title } from '@mantine/core'
import type { Resolution } from '@qorgan/shared/appeals'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { FactList } from './FactList.tsx'

export function ResolutionCard({ resolution }: { resolution: Resolution }) {
  const { t } = useText()
  const { day } = useFormat()
  const { answer, resolvedOn, noEffectReason, expectedOn } = resolution
  return (
    <section className="q-surface q-pad">
      <Title order={2} mb={4}>
        {t('appeals.page.resolution')}: {t(`outcome.${resolution.outcome}`)}
      </Title>
      <Text className="q-prose" mb="xs">
        {resolution.summary}
      </Text>
      <FactList
        facts={[
          { key: 'on', name: t('appeals.fact.resolvedOn'), value: resolvedOn ? day(resolvedOn) : '' },
          {
            key: 'why',
            name: t('appeals.fact.noEffectReason'),
            value: noEffectReason ? t(`noEffectReason.${noEffectReason}`) : '',
          },
          { key: 'expected', name: t('appeals.fact.expectedOn'), value: expectedOn ? day(expectedOn) : '' },
          {
            key: 'answer',
            name: t('appeals.fact.answer'),
            value: answer ? t('appeals.fact.letterText', { number: answer.number, day: day(answer.date) }) : '',
          },
        ]}
      />
    </section>
  )
}
