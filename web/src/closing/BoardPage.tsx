import { Button, Group } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useFocusAfter } from '../ui/use-focus-after.ts'
import { BoardSummary } from './BoardSummary.tsx'
import { BoardTable } from './BoardTable.tsx'
import { boardRows, filterRows, sortRows } from './board-rows.ts'
import classes from './Board.module.css'
import { CloseDialog } from './CloseDialog.tsx'
import { DifferencesCard } from './DifferencesCard.tsx'
import { PeriodNotes } from './PeriodNotes.tsx'
import { PrintMenu } from './PrintMenu.tsx'
import { quarterAt } from './quarters.ts'
import { closingQueries } from './queries.ts'
import { PeriodBadge } from './ReportBadge.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import type { BoardSearch } from './search.ts'
import { useQuarterName } from './use-quarter-name.ts'

const route = getRouteApi('/_app/quarters/$key')

/** The council's board: every unit of one quarter, who is in and who is late, and their figures side by side. */
export function BoardPage() {
  const { t } = useText()
  const { day } = useFormat()
  const may = useMay()
  const names = useUnitNames()
  const quarterName = useQuarterName()
  const { key } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const period = useSuspenseQuery(closingQueries.period(key)).data
  useFocusAfter(period.status)
  const reports = useSuspenseQuery(closingQueries.reports(key)).data
  const previous = quarterAt(key, -1)
  const periods = useQuery(closingQueries.periods).data
  const before = useQuery({
    ...closingQueries.reports(previous?.key ?? ''),
    // The first quarter of the book has none before it.
    enabled: periods?.some((one) => one.key === previous?.key) ?? false,
  })
  const [dialog, setDialog] = useState<'close' | 'reopen' | null>(null)
  const all = boardRows(reports, before.data, names.unit)
  const rows = sortRows(filterRows(all, search), search.sort)
  const change = (next: BoardSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  const mayClose = may('closing:close')
  return (
    <>
      <PageHeader
        title={quarterName(key)}
        aside={
          <>
            {period.status === 'closed' && <PrintMenu of={{ period: key }} />}
            {mayClose && period.status === 'open' && period.to < today() && (
              <Button variant={period.can.close ? 'filled' : 'default'} onClick={() => setDialog('close')}>
                {t('closing.close.action')}
              </Button>
            )}
            {period.can.reopen && (
              <Button variant="default" onClick={() => setDialog('reopen')}>
                {t('closing.reopen.action')}
              </Button>
            )}
          </>
        }
      >
        <Group gap="xs">
          <LinkAnchor to="/quarters" inherit className="q-no-print">
            {t('closing.quarters.title')}
          </LinkAnchor>
          <span aria-hidden className="q-no-print">
            ·
          </span>
          <PeriodBadge status={period.status} />
          {period.status === 'open' && (
            <>
              <span aria-hidden>·</span>
              <span>{t('closing.quarters.due', { day: day(period.dueOn) })}</span>
            </>
          )}
        </Group>
      </PageHeader>
      <div className="q-wall" aria-hidden />
      <PeriodNotes period={period} />
      {reports.length === 0 ? (
        <EmptyState title={t('closing.board.empty')} text={t('closing.board.emptyText')} />
      ) : (
        <>
          <BoardSummary open={period.status === 'open'} rows={all} shown={rows} search={search} onChange={change} />
          <div className={`q-surface ${classes['board']}`}>
            <BoardTable rows={rows} search={search} onChange={change} />
          </div>
        </>
      )}
      {(period.status === 'closed' || period.reopenReason !== null) && <DifferencesCard of={{ period: key }} />}
      {dialog === 'close' && <CloseDialog period={period} rows={all} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && <ReopenDialog period={period} onClose={() => setDialog(null)} />}
    </>
  )
}
