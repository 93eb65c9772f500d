import { Badge } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useText } from '../i18n/i18n.ts'
import classes from './CaseStatusBadge.module.css'

/** Of a closed case the outcome says more than that it is closed. */
export function CaseStatusBadge({
  legalCase: { status, outcome = null },
}: {
  legalCase: Pick<LegalCase, 'status'> & Partial<Pick<LegalCase, 'outcome'>>
}) {
  const { t } = useText()
  return (
    <Badge
      variant="transparent"
      className={classes['badge'] ?? ''}
      data-status={status}
      data-outcome={outcome ?? undefined}
    >
      {status === 'closed' && outcome ? t(`legal.outcome.${outcome}`) : t(`legal.status.${status}`)}
    </Badge>
  )
}
