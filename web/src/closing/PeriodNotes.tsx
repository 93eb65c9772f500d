import { Alert, Text } from '@mantine/core'
import type { ReportingPeriod } from '@qorgan/shared/closing'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { Hash } from './Hash.tsx'
import shared from './Closing.module.css'
import classes from './Hash.module.css'
import { SnapshotButton } from './SnapshotButton.tsx'

/** What stands over the whole quarter: by what a closed one is proved, why it was opened again, that it still runs. */
export function PeriodNotes({ period }: { period: ReportingPeriod }) {
  const { t } = useText()
  const { day, longDay } = useFormat()
  const { status, closedOn, closedBy, sha256, reopenReason, to } = period
  if (status === 'closed' && sha256)
    return (
      <section className={`q-surface q-pad ${shared['frozen']}`} aria-label={t('closing.frozen.title')}>
        <Text fw={600}>
          {closedOn && t('closing.frozen.closed', { day: longDay(closedOn), name: closedBy?.fullName ?? '' })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('closing.frozen.closedText')}
        </Text>
        <div className={classes['hashRow']}>
          <Hash sha256={sha256} />
          <SnapshotButton of={{ period: period.key }} />
        </div>
      </section>
    )
  return (
    <div className={shared['notes']}>
      {reopenReason && (
        <Alert color="ochre" title={t('closing.reopen.reopened')}>
          {reopenReason}
        </Alert>
      )}
      {to >= today() && <Text c="dimmed">{t('closing.board.running', { day: day(to) })}</Text>}
    </div>
  )
}
