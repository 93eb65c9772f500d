import type { Appeal } from '@qorgan/shared/appeals'
import { dayNumber } from '@qorgan/shared/dates'
import { formatDay, formatNumber, today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

/** The due date as one reads it: how late, or by when; an answered appeal has none any more. */
export function DueWords({
  appeal,
  besideDate = false,
}: {
  appeal: Pick<Appeal, 'status' | 'dueOn' | 'resolvedOn'>
  /** The date itself stands above, so the days that are left are said instead. */
  besideDate?: boolean
}) {
  const { t, locale } = useText()
  if (appeal.status === 'annulled') return null
  if (appeal.status === 'resolved')
    return appeal.resolvedOn ? <>{t('appeals.resolvedOn', { day: formatDay(appeal.resolvedOn) })}</> : null
  const left = dayNumber(appeal.dueOn) - dayNumber(today())
  if (besideDate && appeal.status === 'suspended') return null
  if (besideDate && left > 0)
    return (
      <span className={left > 3 ? 'q-dim' : 'q-soon'}>
        {t('appeals.left', { days: t('count.days', { count: left, value: formatNumber(locale, left) }) })}
      </span>
    )
  if (appeal.status === 'suspended' || left > 3) return <>{t('appeals.dueBy', { day: formatDay(appeal.dueOn) })}</>
  if (left < 0) {
    const days = t('count.days', { count: -left, value: formatNumber(locale, -left) })
    return <span className="q-attention">{t('appeals.overdueBy', { days })}</span>
  }
  return (
    <span className="q-soon">
      {left === 0 ? t('appeals.dueToday') : t('appeals.dueBy', { day: formatDay(appeal.dueOn) })}
    </span>
  )
}
