import { Text } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import { formatInstant } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import shared from './Closing.module.css'
import classes from './Hash.module.css'
import { Hash } from './Hash.tsx'
import { SnapshotButton } from './SnapshotButton.tsx'

/** Who handed it in and who accepted it, and the hash of the figures that stand for it. */
export function ReportState({ report }: { report: BranchReport }) {
  const { t } = useText()
  const { status, sha256, submittedAt, submittedBy, submitReason, acceptedAt, acceptedBy } = report
  if (!sha256 || !submittedAt) return null
  const accepted = status === 'accepted' && acceptedAt
  return (
    <section
      className={`q-surface q-pad ${shared['frozen']}`}
      data-state={status}
      aria-label={t('closing.frozen.title')}
    >
      <Text fw={600}>
        {t('closing.frozen.submitted', { at: formatInstant(submittedAt), name: submittedBy?.fullName ?? '' })}
      </Text>
      {submitReason && <Text>{t('closing.frozen.forVacant', { reason: submitReason })}</Text>}
      {accepted && (
        <Text fw={600}>
          {t('closing.frozen.accepted', { at: formatInstant(acceptedAt), name: acceptedBy?.fullName ?? '' })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t(accepted ? 'closing.frozen.acceptedText' : 'closing.frozen.submittedText')}
      </Text>
      <div className={classes['hashRow']}>
        <Hash sha256={sha256} />
        {accepted && <SnapshotButton of={{ report: report.id }} />}
      </div>
    </section>
  )
}
