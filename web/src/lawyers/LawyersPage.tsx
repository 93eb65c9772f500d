import { Button, SegmentedControl } from '@mantine/core'
import { LawyerKind } from '@qorgan/shared/lawyers'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { useText } from '../i18n/i18n.ts'
import { type Patch, patched } from '../platform/search-params.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useLawyerColumns } from './columns.tsx'
import { LawyerDialog } from './LawyerDialog.tsx'
import { lawyerQueries, type LawyerSearch } from './queries.ts'
import { useLawyerWords } from './words.ts'

const route = getRouteApi('/_app/lawyers')

/** The panel of counsel: who they are, how busy, and how it went. */
export function LawyersPage() {
  const { t } = useText()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(lawyerQueries.list(search))
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const [open, setOpen] = useState<string | null>(null)
  const columns = useLawyerColumns((lawyer) => setOpen(lawyer.id))
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const writes = may('lawyers:write')
  const filtered = Object.keys(search).length > 0
  return (
    <>
      <PageHeader
        title={t('counsel.lawyers.title')}
        aside={
          writes && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
              {t('counsel.lawyers.add')}
            </Button>
          )
        }
      >
        {t('counsel.lawyers.hint')}
      </PageHeader>
      <Filters
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {items.length > 0 && (
          <RecordTable
            label={t('counsel.lawyers.tableLabel')}
            items={items}
            total={list.hasNextPage ? undefined : items.length}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
            rowHeight={92}
          />
        )}
        {list.isSuccess && items.length === 0 && (
          <EmptyState
            title={filtered ? t('state.nothingFound') : t('counsel.lawyers.emptyTitle')}
            text={filtered ? t('state.nothingFoundHint') : t('counsel.lawyers.emptyText')}
          />
        )}
      </div>
      {open && <LawyerDialog key={open} lawyer={items.find((one) => one.id === open)} onClose={() => setOpen(null)} />}
    </>
  )
}

function Filters({ search, onChange }: { search: LawyerSearch; onChange: (search: LawyerSearch) => void }) {
  const { t } = useText()
  const words = useLawyerWords()
  const set = (patch: Patch<LawyerSearch>) => onChange(patched(search, patch))
  return (
    <FilterBar>
      <SearchField
        label={t('action.find')}
        placeholder={t('counsel.lawyers.search')}
        value={search.q ?? ''}
        onChange={(q) => set({ q: q === '' ? undefined : q })}
      />
      <SegmentedControl
        aria-label={t('counsel.lawyers.onlyActive')}
        value={search.active === true ? 'active' : 'all'}
        onChange={(value) => set({ active: value === 'active' ? true : undefined })}
        data={[
          { value: 'all', label: t('counsel.lawyers.all') },
          { value: 'active', label: t('counsel.lawyers.onlyActive') },
        ]}
        style={{ flex: 'none' }}
      />
      <FilterMenu<string>
        label={t('counsel.lawyers.filter.specialisation')}
        options={words.fields}
        value={search.specialisation}
        onChange={(specialisation) => set({ specialisation })}
      />
      <FilterMenu<string>
        label={t('counsel.lawyers.filter.region')}
        options={words.regions}
        value={search.regionCode}
        onChange={(regionCode) => set({ regionCode })}
      />
      <FilterMenu<string>
        label={t('counsel.lawyers.filter.language')}
        options={words.languages}
        value={search.language}
        onChange={(language) => set({ language })}
      />
      <FilterMenu
        label={t('counsel.lawyers.filter.kind')}
        options={LawyerKind.options.map((value) => ({ value, label: t(`counsel.lawyerKind.${value}`) }))}
        value={search.kind}
        onChange={(kind) => set({ kind })}
      />
    </FilterBar>
  )
}
