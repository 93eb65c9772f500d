import { Text } from '@mantine/core'
import { Role } from '@qorgan/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './CasePage.module.css'
import { noteQueries } from './note-queries.ts'

/** Who read the privileged notes, and when: for all who may read them. */
export function Openings({ caseId }: { caseId: string }) {
  const { t } = useText()
  const { instant } = useFormat()
  const openings = useQuery(noteQueries.openings(caseId)).data?.items ?? []
  if (openings.length === 0) return null
  const roleOf = (role: string) => {
    const known = Role.options.find((one) => one === role)
    return known ? t(`role.${known}`) : ''
  }
  return (
    <details className={classes['openings']}>
      <summary>{t('legal.notes.openings')}</summary>
      <ul>
        {openings.map((opening) => (
          <li key={opening.id}>
            {instant(opening.at)} · {opening.by.fullName}{' '}
            <Text span size="sm" c="dimmed">
              {roleOf(opening.role)}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
