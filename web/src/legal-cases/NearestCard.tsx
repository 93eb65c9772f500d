import { Text } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './CasePage.module.css'
import { DaysLeft } from './DaysLeft.tsx'
import { Phone } from './Phone.tsx'
import { useMayKnowHearings } from './sections.ts'
import { isWhole } from './use-next-step.ts'

/** What one looks up most: when, and whom to call. */
export function NearestCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { day, instant } = useFormat()
  const may = useMay()
  // Who is no reader of a restricted case is not told of its hearings, either.
  const knowsHearings = useMayKnowHearings() && (isWhole(legalCase) || !may('legalCases:inspect'))
  const { nextHearing, nextDeadlineOn, counsel, status } = legalCase
  const inForce = counsel.filter((one) => one.endedOn === null)
  return (
    <section className="q-surface q-pad" aria-label={t('legal.page.nearest')}>
      <dl className={classes['nearest']}>
        {knowsHearings && (nextHearing || status !== 'closed') && (
          <div>
            <dt>{t('legal.page.nextHearing')}</dt>
            <dd>
              {nextHearing ? (
                <>
                  <b>{instant(nextHearing.startsAt)}</b>
                  <Text size="sm">{nextHearing.court}</Text>
                </>
              ) : (
                <span className="q-dim">{t('legal.page.noHearing')}</span>
              )}
            </dd>
          </div>
        )}
        {nextDeadlineOn && status !== 'closed' && (
          <div>
            <dt>{t('legal.page.nextTerm')}</dt>
            <dd>
              <b>{day(nextDeadlineOn)}</b>
              <Text size="sm" component="div">
                <DaysLeft on={nextDeadlineOn} />
              </Text>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('legal.page.counsel')}</dt>
          {(inForce.length > 0 ? inForce : counsel).map((one) => (
            <dd key={one.assignmentId}>
              <Text fw={600}>{one.fullName}</Text>
              <Text size="sm" component="div">
                <Phone number={one.phone} />
                {one.endedOn && (
                  <span className="q-dim"> {t('legal.page.counselUntil', { day: day(one.endedOn) })}</span>
                )}
              </Text>
            </dd>
          ))}
          {counsel.length === 0 && (
            <dd>
              <span className="q-dim">{t('legal.list.noCounsel')}</span>
            </dd>
          )}
        </div>
      </dl>
    </section>
  )
}
