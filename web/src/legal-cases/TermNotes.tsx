import { Text } from '@mantine/core'
import type { CaseDeadline } from '@qorgan/shared/legal-terms'
import { useText } from '../i18n/i18n.ts'

type Props = Pick<CaseDeadline, 'article' | 'certainty' | 'provisional'>

/** Where a term comes from, and how far it can be relied on. */
export function TermNotes({ article, certainty, provisional }: Props) {
  const { t } = useText()
  return (
    <>
      {article && (
        <Text size="sm" c="dimmed">
          {article}
          {certainty && certainty !== 'unsure' && `, ${t(`legal.certainty.${certainty}`)}`}
        </Text>
      )}
      {certainty === 'unsure' && (
        <Text size="sm" className="q-soon" fw={600}>
          {t('legal.certainty.unsure')}
        </Text>
      )}
      {provisional && (
        <Text size="sm" className="q-soon">
          {t('legal.terms.provisional')}
        </Text>
      )}
    </>
  )
}
