import { Button, Checkbox, Group, Skeleton, Text } from '@mantine/core'
import type { Effect } from '@qorgan/shared/effects'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useMay } from '../accounts/may.ts'
import { ListExport } from '../exports/ListExport.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RecordTable } from '../ui/RecordTable.tsx'
import { toast } from '../ui/toast.ts'
import { useFocusAfter } from '../ui/use-focus-after.ts'
import { useEffectColumns } from './columns.tsx'
import { EffectFilters } from './EffectFilters.tsx'
import { effectMutations, effectQueries, type EffectSearch } from './queries.ts'
import { VoidDialog } from './VoidDialog.tsx'

const route = getRouteApi('/_app/effects')

/** The ledger over all appeals; what waits for a second person is confirmed here, many at once. */
export function EffectListPage() {
  const { t } = useText()
  const say = useProblemText()
  const { number, tenge } = useFormat()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(effectQueries.list(search))
  const summary = useQuery(effectQueries.summary(search)).data
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const confirmable = items.filter((effect) => effect.can.confirm)
  const selected = confirmable.filter((effect) => chosen.has(effect.id))
  const [voiding, setVoiding] = useState<Effect>()
  // Whose button was pressed last: it goes with its row.
  const [pressed, setPressed] = useState<string>()
  useFocusAfter(pressed && String(items.some(({ id }) => id === pressed)))
  const askVoiding = (effect: Effect) => {
    setVoiding(effect)
    setPressed(effect.id)
  }
  const columns = useEffectColumns({
    chosen,
    onVoid: may('effects:write') ? undefined : askVoiding,
    toggle: (effect: Effect) =>
      setChosen((now) => {
        const next = new Set(now)
        if (!next.delete(effect.id)) next.add(effect.id)
        return next
      }),
  })
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const entries = (count: number) => t('count.entries', { count, value: number(count) })
  const confirm = useMutation({
    ...effectMutations.confirmMany,
    onSuccess: ({ items: done }) => {
      setChosen(new Set())
      toast(t('effects.confirmManyDone', { entries: entries(done.length) }))
    },
    onError: (error) => toast(say.problem(error), 'problem'),
  })
  const change = (next: EffectSearch) => {
    setChosen(new Set())
    void navigate({ search: next, replace: true, resetScroll: false })
  }
  const set = (patch: Record<string, unknown>) =>
    change(Object.fromEntries(Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined)))
  return (
    <>
      <PageHeader title={t('effects.title')} aside={<ListExport list="effects" search={search} />}>
        {summary ? (
          <>
            {t('effects.summary', {
              entries: entries(summary.count),
              amount: tenge(summary.amount),
              people: t('count.people', { count: summary.people, value: number(summary.people) }),
            })}
            {summary.unconfirmed.count > 0 && (
              <>
                {' · '}
                {t('effects.ofThemUnconfirmed', {
                  entries: entries(summary.unconfirmed.count),
                  amount: tenge(summary.unconfirmed.amount),
                })}
              </>
            )}
          </>
        ) : (
          <Skeleton w={260} h={20} />
        )}
      </PageHeader>
      <EffectFilters search={search} set={set} reset={() => change({})} />
      {confirmable.length > 0 && (
        <Group mb="sm" gap="md" className="q-surface" px="md" py="xs">
          <Checkbox
            label={t('effects.selectAll')}
            checked={selected.length === confirmable.length}
            indeterminate={selected.length > 0 && selected.length < confirmable.length}
            onChange={(event) =>
              setChosen(new Set(event.currentTarget.checked ? confirmable.slice(0, 500).map((one) => one.id) : []))
            }
          />
          {selected.length > 0 && (
            <>
              <Text size="sm">
                {t('effects.selected', {
                  entries: entries(selected.length),
                  amount: tenge(selected.reduce((sum, effect) => sum + effect.amount, 0)),
                })}
              </Text>
              <Button loading={confirm.isPending} onClick={() => confirm.mutate(selected.map((one) => one.id))}>
                {t('effects.confirmMany')}
              </Button>
            </>
          )}
        </Group>
      )}
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && (
          <div className="q-pad">
            <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {items.length > 0 && (
          <RecordTable
            label={t('effects.tableLabel')}
            items={items}
            total={summary?.count}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
          />
        )}
        {list.isSuccess && items.length === 0 && (
          <EmptyState
            title={search.confirmed === false ? t('effects.nothingWaiting') : t('effects.emptyTitle')}
            text={search.confirmed === false ? t('effects.nothingWaitingText') : t('effects.emptyText')}
          />
        )}
      </div>
      {voiding && <VoidDialog effect={voiding} onClose={() => setVoiding(undefined)} />}
    </>
  )
}
