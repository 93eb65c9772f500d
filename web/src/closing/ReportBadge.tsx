import { Badge } from '@mantine/core'
import type { BranchReportStatus, ReportingPeriod } from '@qorgan/shared/closing'
import { useText } from '../i18n/i18n.ts'
import classes from './ReportBadge.module.css'

export function ReportBadge({ status }: { status: BranchReportStatus }) {
  const { t } = useText()
  return (
    <Badge variant="transparent" className={classes['badge'] ?? ''} data-status={status}>
      {t(`closing.status.${status}`)}
    </Badge>
  )
}

export function PeriodBadge({ status }: Pick<ReportingPeriod, 'status'>) {
  const { t } = useText()
  return (
    <Badge variant="transparent" className={classes['badge'] ?? ''} data-period={status}>
      {t(`closing.periodStatus.${status}`)}
    </Badge>
  )
}
