import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { type Column, RecordTable } from '../ui/RecordTable.tsx'

interface Props<T> {
  items: readonly T[] | undefined
  columns: readonly Column<T>[]
  search: string
  searchLabel: string
  onSearch: (text: string) => void
  onAdd?: (() => void) | undefined
  hasMore?: boolean
  loadMore?: () => void
  children?: ReactNode
}

const nothing = () => undefined

/** One directory: a search, a button to add, a table whose rows open for editing. */
export function DirectoryList<T extends { id: string }>(props: Props<T>) {
  const { items, columns, search, searchLabel, onSearch, onAdd, hasMore = false, loadMore = nothing, children } = props
  const { t } = useText()
  return (
    <>
      <Group mb="sm" justify="space-between" align="flex-end">
        <TextInput
          size="sm"
          type="search"
          aria-label={searchLabel}
          placeholder={searchLabel}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={200}
          w={340}
          maw="100%"
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
        />
        {onAdd && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
            {t('organisation.add')}
          </Button>
        )}
      </Group>
      <div className="q-surface">
        {items === undefined && <RowsSkeleton />}
        {items?.length === 0 && (
          <EmptyState title={search === '' ? t('organisation.empty') : t('state.nothingFound')} />
        )}
        {items !== undefined && items.length > 0 && (
          <RecordTable
            label={t('organisation.tableLabel')}
            items={items}
            total={hasMore ? undefined : items.length}
            columns={columns}
            hasMore={hasMore}
            loadMore={loadMore}
            rowHeight={56}
          />
        )}
      </div>
      {children}
    </>
  )
}

/** A name in the reader's language, with the other below; it opens the record where one may change it. */
export function NameCell({
  name,
  other,
  onOpen,
  closed,
}: {
  name: string
  other: string
  onOpen?: (() => void) | undefined
  closed: boolean
}) {
  const { t } = useText()
  return (
    <>
      {onOpen ? (
        <Button
          variant="transparent"
          h="auto"
          p={0}
          data-row-link
          onClick={onOpen}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
        >
          {name}
        </Button>
      ) : (
        <Text fw={600}>{name}</Text>
      )}
      {closed && <span className="q-dim"> ({t('organisation.closed')})</span>}
      {other !== name && (
        <Text size="sm" c="dimmed">
          {other}
        </Text>
      )}
    </>
  )
}
