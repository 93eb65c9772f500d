import { Alert, Text } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useText } from '../i18n/i18n.ts'

export interface Change {
  key: string
  name: string
  was: string
  now: string
}

/** After a 412: the text stays, and this says what somebody else has changed. */
export function ConflictNotice({ changes }: { changes: readonly Change[] }) {
  const { t } = useText()
  return (
    <Alert role="alert" color="ochre" title={t('conflict.title')} icon={<IconGitMerge aria-hidden />}>
      <Text size="sm">{changes.length > 0 ? t('conflict.text') : t('conflict.nothingVisible')}</Text>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.key}>
              <b>{change.name}</b>: {t('conflict.was')} «{change.was || t('state.empty')}», {t('conflict.now')} «
              {change.now || t('state.empty')}»
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}
