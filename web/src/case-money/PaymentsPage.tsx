import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { ListExport } from '../exports/ListExport.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import { PaymentFilters } from './PaymentFilters.tsx'
import { caseMoneyQueries } from './queries.ts'
import { refundedWithin, statementDays } from './statement-lines.ts'
import classes from './Statement.module.css'
import { Statement } from './Statement.tsx'

const route = getRouteApi('/_app/payments')

/** The accountant's page: every payment by its date, equal to the bank's statement. */
export function PaymentsPage() {
  const { t } = useText()
  useSheet('wide')
  const { tenge, number, day } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(caseMoneyQueries.statement(search))
  const summary = useQuery(caseMoneyQueries.summary(search)).data
  const payments = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const whole = list.isSuccess && !list.hasNextPage && !list.isPlaceholderData
  const listed = payments.reduce((sum, one) => sum + refundedWithin(one, search), 0)
  const earlier = whole && summary && search.paidFrom ? summary.refunded - listed : 0
  const older = useQuery({ ...caseMoneyQueries.refundedLater(search, earlier), enabled: earlier > 0 }).data
  const days = useMemo(() => statementDays([...payments, ...(older ?? [])], search), [payments, older, search])
  const print = async () => {
    let more = list.hasNextPage
    while (more) more = (await list.fetchNextPage()).hasNextPage
    flushSync(() => undefined)
    window.print()
  }
  const period = [search.paidFrom ?? '', search.paidTo ?? ''].map((one) => (one ? day(one) : '…')).join(' – ')
  return (
    <>
      <div className="q-no-print">
        <PageHeader
          title={t('counsel.statement.title')}
          aside={
            <>
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden />}
                onClick={() => void print()}
              >
                {t('action.print')}
              </Button>
              <ListExport list="payments" search={search} />
            </>
          }
        >
          {t('counsel.statement.hint')}
        </PageHeader>
      </div>
      <PaymentFilters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
      <p className="q-print-only">
        <b>{t('counsel.statement.printTitle')}</b>
        <br />
        {period}
      </p>
      <dl className={classes['sums']} aria-live="polite">
        {(search.voided ? (['out'] as const) : (['out', 'back', 'net'] as const)).map((key) => (
          <div key={key}>
            <dt>{search.voided ? t('counsel.statement.voidedSum') : t(`counsel.statement.${key}`)}</dt>
            <dd>
              {summary ? (
                <>
                  {tenge({ out: summary.paid, back: summary.refunded, net: summary.net }[key])}{' '}
                  {key === 'out' && (
                    <small>
                      {t('counsel.statement.count', { count: summary.count, value: number(summary.count) })}
                    </small>
                  )}
                  {key === 'back' && summary.refunds > 0 && (
                    <small>{t('counsel.statement.refunds', { value: number(summary.refunds) })}</small>
                  )}
                </>
              ) : (
                <Skeleton w={140} h={28} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div className="q-surface" aria-busy={list.isPlaceholderData}>
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {days.length > 0 && <Statement days={days} totals={whole && !search.voided ? summary : undefined} />}
        {list.isSuccess && days.length === 0 && (
          <EmptyState title={t('counsel.statement.emptyTitle')} text={t('counsel.statement.emptyText')} />
        )}
        {list.hasNextPage && (
          <div className={`${classes['more']} q-no-print`}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('counsel.statement.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
