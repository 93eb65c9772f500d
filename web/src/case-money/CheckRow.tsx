import type { ConflictCheck } from '@qorgan/shared/lawyers'
import type { ReactNode } from 'react'
import { dayOfInstant, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ConflictMatches } from '../lawyers/ConflictMatches.tsx'
import { Row } from './Card.tsx'

const colour = { clear: 'q-good', waived: 'q-soon', blocked: 'q-attention' } as const

/** A check that led to no contract, or not yet: what it found, and what was decided. */
export function CheckRow({ check, actions }: { check: ConflictCheck; actions?: ReactNode }) {
  const { t } = useText()
  const { day } = useFormat()
  return (
    <Row title={check.lawyerName} actions={actions}>
      {check.decision === null ? (
        <p className="q-soon">{t('counsel.checks.undecided')}</p>
      ) : (
        <p>
          <b className={colour[check.decision]}>{t(`counsel.checks.decided.${check.decision}`)}</b>
          {check.reason && `: ${check.reason}`}
        </p>
      )}
      <ConflictMatches matches={check.matches} />
      {check.chairUnderAccused && <p className="q-soon">{t('counsel.checks.chairUnder')}</p>}
      <p className="q-dim">
        {t('counsel.checks.by', {
          name: (check.decidedBy ?? check.checkedBy).fullName,
          day: day(dayOfInstant(check.decidedAt ?? check.createdAt)),
        })}
      </p>
    </Row>
  )
}
