import { dayNumber } from '@qorgan/shared/dates'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { dayOfInstant, today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

const soonDays = 7

/** The nearest hearing and the nearest term; what is late or close is said in its colour, too. */
export function NextDates({ legalCase: { status, nextHearing, nextDeadlineOn } }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { day, instant } = useFormat()
  if (status === 'closed') return null
  const tone = (on: string) => {
    const left = dayNumber(on) - dayNumber(today())
    return left < 0 ? 'q-attention' : left <= soonDays ? 'q-soon' : undefined
  }
  return (
    <>
      {nextHearing && (
        <div className={tone(dayOfInstant(nextHearing.startsAt))}>
          <span className="q-nowrap">{instant(nextHearing.startsAt)}</span>
        </div>
      )}
      {nextDeadlineOn && (
        <div className={tone(nextDeadlineOn)}>{t('legal.list.term', { day: day(nextDeadlineOn) })}</div>
      )}
    </>
  )
}
