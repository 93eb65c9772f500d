import { Badge, Button, Switch, TextInput } from '@mantine/core'
import type { User } from '@qorgan/shared/accounts'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import listClasses from '../appeals/AppealList.module.css'
import { today } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useDebounced } from '../platform/debounced.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { type Column, RecordTable } from '../ui/RecordTable.tsx'
import { usePostName } from './post-name.ts'
import { userQueries } from './users-queries.ts'
import { UserDialog } from './UserDialog.tsx'

/** Accounts and posts: a post has dates, so that a handover leaves its trace. */
export function UsersPage() {
  const { t } = useText()
  const postName = usePostName()
  const [typed, setTyped] = useState('')
  const [withClosed, setWithClosed] = useState(false)
  const [open, setOpen] = useState<{ id: string | null } | null>(null)
  const q = useDebounced(typed.trim(), 300)
  const list = useInfiniteQuery({ ...userQueries.list(q, withClosed), placeholderData: keepPreviousData })
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const columns: Column<User>[] = [
    {
      key: 'name',
      title: t('accounts.users.name'),
      card: 'full',
      render: (user) => (
        <button
          type="button"
          className={listClasses['linkButton']}
          data-row-link
          onClick={() => setOpen({ id: user.id })}
        >
          {user.fullName}
        </button>
      ),
    },
    { key: 'login', title: t('accounts.users.login'), width: '13rem', render: (user) => user.login ?? '' },
    {
      key: 'posts',
      title: t('accounts.users.posts'),
      card: 'full',
      render: (user) =>
        user.posts
          .filter((post) => post.to === null || post.to >= today())
          .map((post) => <div key={post.id}>{postName(post)}</div>),
    },
    {
      key: 'state',
      title: t('accounts.users.state'),
      width: '8rem',
      render: (user) =>
        user.active ? (
          <span className="q-good">{t('accounts.users.active')}</span>
        ) : (
          <Badge color="gray">{t('accounts.users.closed')}</Badge>
        ),
    },
  ]
  return (
    <>
      <PageHeader
        title={t('accounts.users.title')}
        aside={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ id: null })}>
            {t('accounts.users.add')}
          </Button>
        }
      />
      <FilterBar>
        <TextInput
          size="sm"
          type="search"
          aria-label={t('accounts.users.searchPlaceholder')}
          placeholder={t('accounts.users.searchPlaceholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Switch
          my="auto"
          label={t('accounts.users.showClosed')}
          checked={withClosed}
          onChange={(event) => setWithClosed(event.currentTarget.checked)}
        />
      </FilterBar>
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && items.length === 0 && <EmptyState title={t('accounts.users.empty')} />}
        {items.length > 0 && (
          <RecordTable
            label={t('accounts.users.title')}
            items={items}
            total={undefined}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
          />
        )}
      </div>
      {open && (
        <UserDialog
          key={open.id ?? 'new'}
          user={items.find((one) => one.id === open.id)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
