import type { BranchReport } from '@qorgan/shared/closing'
import { dayNumber } from '@qorgan/shared/dates'
import { dayOfInstant, today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

/** On time or late, in words; what is not in yet says until when, or for how long it has been missing. */
export function TimeWords({ report }: { report: Pick<BranchReport, 'late' | 'dueOn' | 'submittedAt' | 'status'> }) {
  const { t } = useText()
  const { day, number } = useFormat()
  const { late, dueOn, submittedAt, status } = report
  const days = (on: string) => {
    const count = Math.max(1, dayNumber(on) - dayNumber(dueOn))
    return t('count.days', { count, value: number(count) })
  }
  const isIn = status === 'submitted' || status === 'accepted'
  if (isIn && submittedAt)
    return late ? (
      <span className="q-soon">{t('closing.time.lateBy', { days: days(dayOfInstant(submittedAt)) })}</span>
    ) : (
      <span className="q-good">{t('closing.time.onTime')}</span>
    )
  if (late) return <span className="q-attention">{t('closing.time.overdueBy', { days: days(today()) })}</span>
  return <span>{t('closing.time.until', { day: day(dueOn) })}</span>
}
