import { Button, Text } from '@mantine/core'
import type { Hearing } from '@qorgan/shared/hearings'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOfInstant, timeOfInstant, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { CaseCard } from './CaseCard.tsx'
import classes from './CasePage.module.css'
import { HearingDialog } from './HearingDialog.tsx'
import { caseQueries } from './queries.ts'

/** Hearings, the latest first; what was heard without a next step stands out. */
export function HearingsCard({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const { day } = useFormat()
  const hearings = useQuery(caseQueries.hearings(legalCase.id))
  const [open, setOpen] = useState<Hearing | 'new' | null>(null)
  const [now] = useState(() => new Date().toISOString())
  return (
    <CaseCard
      id="hearings"
      title={t('legal.hearings.title')}
      query={hearings}
      empty={t('legal.hearings.empty')}
      add={legalCase.can.hearings ? { label: t('legal.hearings.add'), onClick: () => setOpen('new') } : null}
    >
      <ul className={classes['rows']}>
        {hearings.data?.map((hearing) => (
          <li key={hearing.id} className={classes['term']} data-side>
            <div className={classes['termDay']}>
              <b>{day(dayOfInstant(hearing.startsAt))}</b>
              <span>
                {timeOfInstant(hearing.startsAt)}
                {hearing.startsAt >= now && <span className="q-good"> · {t('legal.hearings.ahead')}</span>}
              </span>
            </div>
            <div>
              <Text fw={600}>{hearing.court}</Text>
              <Text size="sm" c="dimmed">
                {[
                  t(`legal.stage.${hearing.stage}`),
                  hearing.courtCaseNumber && `№ ${hearing.courtCaseNumber}`,
                  hearing.judge && t('legal.hearings.judgeIs', { name: hearing.judge }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              {hearing.result && <Text className="q-prose">{hearing.result}</Text>}
              {hearing.nextStep && (
                <Text className="q-prose" size="sm">
                  <b>{t('legal.hearings.next')}:</b> {hearing.nextStep}
                </Text>
              )}
              {hearing.needsNextStep && (
                <Text size="sm" fw={600} className="q-attention">
                  {t('legal.hearings.needsNext')}
                </Text>
              )}
            </div>
            <div className={`${classes['termActions']} q-no-print`}>
              {hearing.can.edit && (
                <Button
                  size="xs"
                  variant={hearing.needsNextStep ? 'light' : 'default'}
                  onClick={() => setOpen(hearing)}
                >
                  {hearing.needsNextStep ? t('legal.hearings.writeDown') : t('action.edit')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open && (
        <HearingDialog
          legalCase={legalCase}
          hearing={open === 'new' ? undefined : (hearings.data?.find((one) => one.id === open.id) ?? open)}
          earlier={hearings.data?.[0]}
          onClose={() => setOpen(null)}
        />
      )}
    </CaseCard>
  )
}
