import { Skeleton, TextInput } from '@mantine/core'
import { type Member, MemberKind } from '@qorgan/shared/members'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useMay, useMe } from '../accounts/may.ts'
import listClasses from '../appeals/AppealList.module.css'
import { ListExport } from '../exports/ListExport.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { useDebounced } from '../platform/debounced.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { LinkButton } from '../ui/links.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { type Column, RecordTable } from '../ui/RecordTable.tsx'
import { memberName } from './member-name.ts'
import { memberQueries } from './queries.ts'
import type { MemberSearch } from './search.ts'

const route = getRouteApi('/_app/members/')

export function MemberListPage() {
  const { t } = useText()
  const { number, label } = useFormat()
  const may = useMay()
  const me = useMe()
  const names = useUnitNames()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery({ ...memberQueries.list(search), placeholderData: keepPreviousData })
  const summary = useQuery(memberQueries.summary(search)).data
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const [typed, setTyped] = useState(search.q ?? '')
  const q = useDebounced(typed.trim(), 350)
  const change = useCallback(
    (patch: { [K in keyof MemberSearch]?: MemberSearch[K] | undefined }) =>
      void navigate({
        search: (now) =>
          Object.fromEntries(Object.entries({ ...now, ...patch }).filter(([, value]) => value !== undefined)),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  useEffect(() => change({ q: q === '' ? undefined : q }), [q, change])
  const inCouncil = me.activePost.branchId === null
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('members.column.name'),
      card: 'full',
      render: (member) => (
        <>
          <Link
            to="/members/$memberId"
            params={{ memberId: member.id }}
            className={listClasses['number']}
            data-row-link
            style={{ whiteSpace: 'normal' }}
          >
            {memberName(member)}
          </Link>
          {member.kind !== 'employed' && <div className={listClasses['second']}>{t(`memberKind.${member.kind}`)}</div>}
        </>
      ),
    },
    {
      key: 'place',
      title: t('members.column.place'),
      card: 'full',
      render: (member) => (
        <>
          {names.organisation(member.primaryOrganisationId) || t('state.empty')}
          {inCouncil && <div className={listClasses['second']}>{names.unit(member.branchId)}</div>}
        </>
      ),
    },
    { key: 'position', title: t('members.column.position'), width: '11rem', render: (member) => member.position ?? '' },
    { key: 'card', title: t('members.column.card'), width: '8rem', render: (member) => member.cardNumber ?? '' },
    {
      key: 'iin',
      title: t('members.column.iin'),
      width: '8.5rem',
      render: (member) => <span className="q-nowrap">{member.iinMasked ?? ''}</span>,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('members.title')}
        aside={
          <>
            <ListExport list="members" search={search} />
            {may('members:write') && (
              <LinkButton to="/members/new" leftSection={<IconPlus size={18} aria-hidden />}>
                {t('members.add')}
              </LinkButton>
            )}
          </>
        }
      >
        <span aria-live="polite">
          {summary ? (
            t('count.members', {
              count: summary.count,
              value: summary.capped ? t('state.capped', { count: summary.count }) : number(summary.count),
            })
          ) : (
            <Skeleton w={160} h={20} />
          )}
        </span>
      </PageHeader>
      <FilterBar>
        <TextInput
          size="sm"
          type="search"
          aria-label={t('members.search')}
          placeholder={t('members.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FilterMenu
          label={t('members.kind')}
          options={MemberKind.options.map((value) => ({ value, label: t(`memberKind.${value}`) }))}
          value={search.kind}
          onChange={(kind) => change({ kind })}
        />
        {inCouncil && (
          <FilterMenu<string>
            label={t('members.unit')}
            options={names.branches.map((branch) => ({ value: branch.id, label: label(branch.name) }))}
            value={search.branchId}
            onChange={(branchId) => change({ branchId })}
          />
        )}
        <FilterMenu<string>
          label={t('members.organisation')}
          options={names.organisations.map((one) => ({ value: one.id, label: label(one.name) }))}
          value={search.primaryOrganisationId}
          onChange={(primaryOrganisationId) => change({ primaryOrganisationId })}
        />
      </FilterBar>
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {items.length > 0 && (
          <RecordTable
            label={t('members.tableLabel')}
            items={items}
            total={summary?.count}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
            rowHeight={56}
          />
        )}
        {list.isSuccess && items.length === 0 && (
          <EmptyState
            title={Object.keys(search).length > 0 ? t('state.nothingFound') : t('members.emptyTitle')}
            text={Object.keys(search).length > 0 ? t('state.nothingFoundHint') : t('members.emptyText')}
          />
        )}
      </div>
    </>
  )
}
