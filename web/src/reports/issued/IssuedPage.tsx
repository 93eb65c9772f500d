import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useText } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/links.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { ReportFrame } from '../ReportFrame.tsx'
import { useIssuedColumns } from './columns.tsx'
import { issuedQueries } from './queries.ts'

/** What left the house: each with its code, and the very file. */
export function IssuedPage() {
  const { t } = useText()
  const list = useInfiniteQuery(issuedQueries.list)
  const columns = useIssuedColumns()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <ReportFrame
      title={t('figures.issued.title')}
      printTitle={t('figures.issued.title')}
      period={t('figures.issued.hint')}
      actions={
        <LinkButton to="/check" variant="default">
          {t('figures.issued.check')}
        </LinkButton>
      }
    >
      <div className="q-surface">
        {list.isPending && <Skeleton h={200} />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {items.length > 0 && <SimpleTable label={t('figures.issued.tableLabel')} items={items} columns={columns} />}
        {list.isSuccess && items.length === 0 && (
          <EmptyState title={t('figures.issued.emptyTitle')} text={t('figures.issued.emptyText')} />
        )}
      </div>
      {list.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          className="q-no-print"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </ReportFrame>
  )
}
