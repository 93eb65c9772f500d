import { Badge } from '@mantine/core'
import type { AppealStatus } from '@qorgan/shared/effects'
import { useText } from '../i18n/i18n.ts'
import classes from './StatusBadge.module.css'

/** The colour repeats what the word says; nobody has to tell colours apart. */
export function StatusBadge({ status }: { status: AppealStatus }) {
  const { t } = useText()
  return (
    <Badge variant="transparent" className={classes['badge'] ?? ''} data-status={status}>
      {t(`status.${status}`)}
    </Badge>
  )
}
