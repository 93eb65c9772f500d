import type { Assignment } from '@qorgan/shared/case-money'
import type { ConflictCheck } from '@qorgan/shared/lawyers'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { Row } from './Card.tsx'
import { RowMenu } from './RowMenu.tsx'

interface Props {
  assignment: Assignment
  check: ConflictCheck | undefined
  onOpen: (kind: 'contract' | 'addendum' | 'end') => void
}

export function AssignmentRow({ assignment: one, check, onOpen }: Props) {
  const { t } = useText()
  const { tenge, day } = useFormat()
  const due = one.fee - one.paid
  return (
    <Row
      title={one.lawyerName}
      amount={tenge(one.fee)}
      actions={
        <RowMenu
          of={one.contractNumber}
          choices={[
            one.can.addenda && { label: t('counsel.contracts.addendum'), onClick: () => onOpen('addendum') },
            one.can.edit && { label: t('counsel.contracts.edit'), onClick: () => onOpen('contract') },
            one.can.end && { label: t('counsel.contracts.end'), onClick: () => onOpen('end') },
          ]}
        />
      }
    >
      <p>
        {t('counsel.contracts.contract', { number: one.contractNumber, day: day(one.contractDate) })}
        {' · '}
        {t(`legal.stage.${one.stage}`)}
      </p>
      <p className="q-dim">
        {due > 0
          ? t('counsel.contracts.paidAndDue', { paid: tenge(one.paid), due: tenge(due) })
          : t('counsel.contracts.paidWhole')}
      </p>
      {one.addenda.map((addendum) => (
        <p key={addendum.id} className="q-dim">
          {t('counsel.contracts.addendumLine', {
            number: addendum.number,
            day: day(addendum.date),
            change: `${addendum.feeChange > 0 ? '+' : '−'}${tenge(Math.abs(addendum.feeChange))}`,
            reason: addendum.reason,
          })}
        </p>
      ))}
      {check?.decision === 'waived' && (
        <p className="q-soon">{t('counsel.checks.waivedBecause', { reason: check.reason ?? '' })}</p>
      )}
      {one.endedOn && (
        <p>
          <b>{t('counsel.contracts.ended', { day: day(one.endedOn) })}</b> {one.endReason}
        </p>
      )}
    </Row>
  )
}
