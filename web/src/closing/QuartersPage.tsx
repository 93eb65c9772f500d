import type { ReportingPeriod } from '@qorgan/shared/closing'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMe } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import type { Column } from '../ui/RecordTable.tsx'
import { SimpleTable } from '../ui/SimpleTable.tsx'
import classes from './Closing.module.css'
import { closingQueries } from './queries.ts'
import { PeriodBadge, ReportBadge } from './ReportBadge.tsx'
import { UnitsLine } from './UnitsLine.tsx'

/** All quarters, the newest first: what is open, what is closed and by which hash it can be proved. */
export function QuartersPage() {
  const { t } = useText()
  const periods = useQuery(closingQueries.periods)
  const columns = usePeriodColumns()
  const items = useMemo(() => periods.data?.map((period) => ({ ...period, id: period.key })), [periods.data])
  return (
    <>
      <PageHeader title={t('closing.quarters.title')}>{t('closing.quarters.text')}</PageHeader>
      <div className="q-wall" aria-hidden />
      <div className={`q-surface ${classes['underWall']}`}>
        {periods.isPending && <RowsSkeleton />}
        {periods.error && <ProblemNotice error={periods.error} onRetry={() => void periods.refetch()} />}
        {items?.length === 0 && (
          <EmptyState title={t('closing.quarters.empty')} text={t('closing.quarters.emptyText')} />
        )}
        {items && items.length > 0 && (
          <SimpleTable label={t('closing.quarters.title')} items={items} columns={columns} />
        )}
      </div>
    </>
  )
}

type Row = ReportingPeriod & { id: string }

function usePeriodColumns(): Column<Row>[] {
  const { t } = useText()
  const { day, label } = useFormat()
  const single = useMe().activePost.branchId !== null
  return [
    {
      key: 'quarter',
      title: t('closing.column.quarter'),
      card: 'head',
      width: '13rem',
      render: (period) => (
        <Link
          to="/quarters/$key"
          params={{ key: period.key }}
          className={classes['name']}
          data-row-link
          preload="intent"
        >
          {label(period.label)}
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('closing.column.period'),
      width: '12rem',
      render: (period) => (
        <>
          <PeriodBadge status={period.status} /> {period.closedOn && day(period.closedOn)}
        </>
      ),
    },
    {
      key: 'due',
      title: t('closing.column.due'),
      width: '11rem',
      render: (period) =>
        period.status === 'open' && (
          <>
            {t('closing.quarters.due', { day: day(period.dueOn) })}
            {period.to >= today() && <div className={classes['second']}>{t('closing.quarters.running')}</div>}
          </>
        ),
    },
    {
      key: 'units',
      title: t(single ? 'closing.column.report' : 'closing.column.units'),
      card: 'full',
      render: (period) => (single ? <OwnState units={period.units} /> : <UnitsLine units={period.units} />),
    },
  ]
}

/** A branch has one report in a quarter, or none. */
function OwnState({ units }: Pick<ReportingPeriod, 'units'>) {
  const { t } = useText()
  const status = (['open', 'submitted', 'returned', 'accepted'] as const).find((one) => units[one] > 0)
  return status ? <ReportBadge status={status} /> : <span className="q-dim">{t('closing.quarters.noReport')}</span>
}
