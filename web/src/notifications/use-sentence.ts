import { yearOf } from '@qorgan/shared/dates'
import { dayWords } from '@qorgan/shared/day-words'
import type { Notification } from '@qorgan/shared/notifications'
import { useQuarterName } from '../closing/use-quarter-name.ts'
import { dayOfInstant } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

/** What a notification says. A reminder tells since when, or until when, as it was on the day of it. */
export function useSentence(): (notification: Notification) => string {
  const { t, locale } = useText()
  const quarterName = useQuarterName()
  return ({ kind, params: { periodKey, dueOn }, createdAt }) => {
    const withYear = String(yearOf(dueOn)) !== periodKey.slice(0, 4)
    const { day, since, until } = dayWords[locale]
    const words = {
      quarter: quarterName(periodKey),
      day: day(dueOn, withYear),
      since: since(dueOn, withYear),
      until: until(dueOn, withYear),
    }
    if (kind === 'branchReport.reminded' && dayOfInstant(createdAt) <= dueOn)
      return t('notifications.branchReport.remindedEarly', words)
    return t(`notifications.${kind}`, words)
  }
}
