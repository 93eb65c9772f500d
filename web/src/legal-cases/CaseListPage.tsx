import { Button, Skeleton, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useMay } from '../accounts/may.ts'
import { ListExport } from '../exports/ListExport.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/links.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { CaseCounts } from './CaseCounts.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import { useCaseColumns } from './columns.tsx'
import { caseQueries } from './queries.ts'
import type { CaseSearch } from './search.ts'

const route = getRouteApi('/_app/cases/')

export function CaseListPage() {
  const { t } = useText()
  const may = useMay()
  const { number } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(caseQueries.list(search))
  const summary = useQuery(caseQueries.summary(search)).data
  const columns = useCaseColumns()
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const change = (next: CaseSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  const filtered = Object.keys(search).some((key) => key !== 'sort')
  const emptyText = may('legalCases:work')
    ? t('legal.list.emptyText')
    : may('legalCases:request')
      ? t('legal.list.emptyBranch')
      : may('legalCases:hearings')
        ? t('legal.list.emptyCounsel')
        : ''
  return (
    <>
      <PageHeader
        title={t('legal.list.title')}
        aside={
          <>
            <ListExport list="cases" search={search} />
            {may('legalCases:work') && (
              <LinkButton to="/cases/new" leftSection={<IconPlus size={18} aria-hidden />}>
                {t('legal.list.new')}
              </LinkButton>
            )}
          </>
        }
      >
        <Text component="span" inherit aria-live="polite">
          {summary === undefined ? (
            <Skeleton w={130} h={20} />
          ) : (
            <>
              {t('legal.list.count', {
                count: summary.count,
                value: summary.capped ? t('state.capped', { count: summary.count }) : number(summary.count),
              })}
              {summary.people > 0 && ` · ${t('legal.list.people', { value: number(summary.people) })}`}
            </>
          )}
        </Text>
      </PageHeader>
      <CaseFilters search={search} onChange={change} />
      {summary && <CaseCounts summary={summary} search={search} onChange={change} />}
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.isSuccess && items.length > 0 && (
          <RecordTable
            label={t('legal.list.tableLabel')}
            items={items}
            total={summary?.count}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
            rowHeight={84}
          />
        )}
        {list.isSuccess && items.length === 0 && (
          <EmptyState
            title={filtered ? t('state.nothingFound') : t('legal.list.emptyTitle')}
            text={filtered ? t('state.nothingFoundHint') : emptyText}
          >
            {filtered && (
              <Button variant="default" onClick={() => change({})}>
                {t('appeals.filter.reset')}
              </Button>
            )}
          </EmptyState>
        )}
      </div>
    </>
  )
}
