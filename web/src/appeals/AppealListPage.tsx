import { Button, Group, Skeleton, Text } from '@mantine/core'
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
import { useAppealColumns } from './columns.tsx'
import { AppealFilters } from './AppealFilters.tsx'
import { AppealCounts } from './AppealCounts.tsx'
import { type AppealSearch, appealQueries } from './queries.ts'

const route = getRouteApi('/_app/appeals/')

export function AppealListPage() {
  const { t } = useText()
  const may = useMay()
  const { number } = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(appealQueries.list(search))
  const summary = useQuery(appealQueries.summary(search))
  const columns = useAppealColumns()
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const change = (next: AppealSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  const filtered = Object.keys(search).some((key) => key !== 'sort')
  const count = summary.data?.count
  return (
    <>
      <PageHeader
        title={t('appeals.title')}
        aside={
          <>
            <ListExport list="appeals" search={search} />
            {may('appeals:register') && (
              <LinkButton to="/appeals/new" leftSection={<IconPlus size={18} aria-hidden />}>
                {t('appeals.new')}
              </LinkButton>
            )}
          </>
        }
      >
        <Text component="span" inherit aria-live="polite">
          {count === undefined ? (
            <Skeleton w={130} h={20} />
          ) : (
            t('count.appeals', {
              count,
              value: summary.data?.capped ? t('state.capped', { count: count }) : number(count),
            })
          )}
        </Text>
      </PageHeader>
      <AppealFilters search={search} onChange={change} />
      {summary.data && <AppealCounts summary={summary.data} search={search} onChange={change} />}
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.isSuccess && items.length > 0 && (
          <RecordTable
            label={t('appeals.tableLabel')}
            items={items}
            total={summary.data?.count}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
          />
        )}
        {list.isSuccess && items.length === 0 && (
          <EmptyState
            title={filtered ? t('state.nothingFound') : t('appeals.emptyTitle')}
            text={filtered ? t('state.nothingFoundHint') : t('appeals.emptyText')}
          >
            {filtered && (
              <Group>
                <Button variant="default" onClick={() => change({})}>
                  {t('appeals.filter.reset')}
                </Button>
              </Group>
            )}
          </EmptyState>
        )}
      </div>
    </>
  )
}
