import { Skeleton, Text, Title } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import classes from './Figures.module.css'
import { FiguresTable } from './FiguresTable.tsx'
import type { Figures } from './queries.ts'
import { useQuarterName } from './use-quarter-name.ts'

/** The quarter beside what it is compared with. Nobody types a figure here. */
export function FiguresCard({ report, query }: { report: BranchReport; query: UseQueryResult<Figures> }) {
  const { t } = useText()
  const figures = query.data
  return (
    <section className="q-surface q-pad" aria-labelledby="figures">
      <Title order={2} id="figures">
        {t('closing.figures.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {figures?.frozen ? t('closing.figures.frozen') : t('closing.figures.live')}
      </Text>
      {query.isPending && <Skeleton h={280} />}
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {figures && (
        <>
          <FiguresTable report={report} figures={figures} />
          <Facts figures={figures} />
          <Corrections figures={figures} />
          <ul className={classes['footnotes']}>
            <li>{t('reports.standing')}</li>
            <li>{t('closing.figures.changeNote')}</li>
          </ul>
        </>
      )}
    </section>
  )
}

function Facts({ figures }: { figures: Figures }) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const { unconfirmed } = figures.totals.current
  return (
    <dl className={classes['facts']}>
      <div>
        <dt>{t('closing.figures.perThousand')}</dt>
        <dd>{figures.perThousand === null ? t('state.empty') : number(figures.perThousand)}</dd>
      </div>
      <div>
        <dt>{t('closing.figures.members')}</dt>
        <dd>{number(figures.members)}</dd>
      </div>
      <div>
        <dt>{t('closing.figures.people')}</dt>
        <dd>{number(figures.totals.current.people)}</dd>
      </div>
      {unconfirmed > 0 && (
        <div>
          <dt>{t('closing.figures.unconfirmed')}</dt>
          <dd>{tenge(unconfirmed)}</dd>
        </div>
      )}
    </dl>
  )
}

/** Closed quarters never change: what was mended there since shows here. */
function Corrections({ figures: { corrections } }: { figures: Figures }) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const quarterName = useQuarterName()
  if (corrections.length === 0) return null
  const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '')
  return (
    <div className={classes['corrections']}>
      <b>{t('closing.figures.corrections')}</b>
      <ul>
        {corrections.map(({ periodKey, count, effect }) => (
          <li key={periodKey}>
            <Link to="/quarters/$key" params={{ key: periodKey }}>
              {quarterName(periodKey)}
            </Link>
            :{' '}
            {t('closing.figures.correction', {
              appeals: sign(count) + number(Math.abs(count)),
              effect: sign(effect) + tenge(Math.abs(effect)),
            })}
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {t('closing.figures.correctionsText')}
      </Text>
    </div>
  )
}
