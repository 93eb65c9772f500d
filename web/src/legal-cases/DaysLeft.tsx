import { type Day, dayNumber } from '@qorgan/shared/dates'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

const soonDays = 7

/** How far away a day is, as one reads a term. */
export function DaysLeft({ on }: { on: Day }) {
  const { t } = useText()
  const { number } = useFormat()
  const left = dayNumber(on) - dayNumber(today())
  const days = (count: number) => t('count.days', { count, value: number(count) })
  if (left < 0) return <span className="q-attention">{t('appeals.overdueBy', { days: days(-left) })}</span>
  if (left === 0) return <span className="q-soon">{t('appeals.dueToday')}</span>
  return <span className={left <= soonDays ? 'q-soon' : 'q-dim'}>{t('appeals.left', { days: days(left) })}</span>
}
