import { Alert, Button, TextInput } from '@mantine/core'
import type { AuditEvent } from '@qorgan/shared/audit'
import { Role } from '@qorgan/shared/permissions'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import listClasses from '../appeals/AppealList.module.css'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useUnitNames } from '../organisation/names.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FilterBar, FilterDay } from '../ui/FilterBar.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { type Column, RecordTable } from '../ui/RecordTable.tsx'
import { auditMutations, auditQueries, type AuditSearch } from './queries.ts'

const route = getRouteApi('/_app/audit')

/** Who did what, when, to which record; never the contents. The chain proves that nothing was taken out. */
export function AuditPage() {
  const { t } = useText()
  const say = useProblemText()
  const { number } = useFormat()
  const names = useUnitNames()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(auditQueries.list(search))
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { fetchNextPage, isFetchingNextPage } = list
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  const verify = useMutation(auditMutations.verify)
  const change = (patch: { [K in keyof AuditSearch]?: AuditSearch[K] | undefined }) =>
    void navigate({
      search: (now) => Object.fromEntries(Object.entries({ ...now, ...patch }).filter(([, one]) => one !== undefined)),
      replace: true,
    })
  const words = (text: string) => (text.trim() === '' ? undefined : text.split(',').map((one) => one.trim()))
  const unit = (id: string) => names.unit(id === 'council' ? null : id) || id
  const columns = useAuditColumns(unit, (entityId) => change({ entityId: [entityId] }))
  const { firstBroken } = verify.data ?? {}
  return (
    <>
      <PageHeader
        title={t('office.audit.title')}
        aside={
          <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('office.audit.verify')}
          </Button>
        }
      />
      <div aria-live="polite">
        {verify.data?.ok && (
          <Alert color="moss" mb="md">
            {t('office.audit.ok', {
              entries: t('count.entries', { count: verify.data.events, value: number(verify.data.events) }),
            })}
          </Alert>
        )}
        {verify.data && !verify.data.ok && (
          <Alert color="brick" mb="md">
            {t('office.audit.broken', {
              unit: firstBroken ? unit(firstBroken.unit) : '',
              seq: number(firstBroken?.seq ?? 0),
            })}
          </Alert>
        )}
        {verify.error && <Alert color="brick">{say.problem(verify.error)}</Alert>}
      </div>
      <FilterBar>
        <TextInput
          size="sm"
          key={`a${search.action?.join() ?? ''}`}
          label={t('office.audit.action')}
          placeholder={t('office.audit.actionHint')}
          defaultValue={search.action?.join(', ') ?? ''}
          onBlur={(event) => change({ action: words(event.currentTarget.value) })}
          onKeyDown={(event) => event.key === 'Enter' && change({ action: words(event.currentTarget.value) })}
        />
        <TextInput
          size="sm"
          key={`e${search.entity?.join() ?? ''}`}
          label={t('office.audit.entity')}
          placeholder={t('office.audit.entityHint')}
          defaultValue={search.entity?.join(', ') ?? ''}
          onBlur={(event) => change({ entity: words(event.currentTarget.value) })}
          onKeyDown={(event) => event.key === 'Enter' && change({ entity: words(event.currentTarget.value) })}
        />
        <FilterDay label={t('office.audit.from')} value={search.from} onChange={(from) => change({ from })} />
        <FilterDay label={t('office.audit.to')} value={search.to} onChange={(to) => change({ to })} />
        {Object.keys(search).length > 0 && (
          <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
            {t('appeals.filter.reset')}
          </Button>
        )}
      </FilterBar>
      <div className="q-surface">
        {list.isPending && <RowsSkeleton />}
        {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isSuccess && items.length === 0 && <EmptyState title={t('office.audit.empty')} />}
        {items.length > 0 && (
          <RecordTable
            label={t('office.audit.tableLabel')}
            items={items}
            total={undefined}
            columns={columns}
            hasMore={list.hasNextPage}
            loadMore={loadMore}
          />
        )}
      </div>
    </>
  )
}

function useAuditColumns(unit: (id: string) => string, onRecord: (id: string) => void): Column<AuditEvent>[] {
  const { t } = useText()
  const { instant, number } = useFormat()
  const role = (text: string | null) => {
    const known = Role.options.find((one) => one === text)
    return known ? t(`role.${known}`) : (text ?? '')
  }
  return [
    {
      key: 'at',
      title: t('office.audit.column.at'),
      width: '10rem',
      card: 'head',
      render: (event) => <span className="q-nowrap">{instant(event.at)}</span>,
    },
    {
      key: 'actor',
      title: t('office.audit.column.actor'),
      card: 'full',
      render: (event) => (
        <>
          {event.actor?.fullName ?? t('appeals.event.system')}
          <div className={listClasses['second']}>
            {[role(event.role), unit(event.unit)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'action', title: t('office.audit.column.action'), width: '14rem', render: (event) => event.action },
    {
      key: 'record',
      title: t('office.audit.column.record'),
      width: '12rem',
      render: (event) => (
        <>
          {event.entity === 'appeal' && event.entityId ? (
            <Link
              to="/appeals/$appealId"
              params={{ appealId: event.entityId }}
              className={listClasses['number']}
              data-row-link
            >
              {event.entity}
            </Link>
          ) : (
            event.entity
          )}
          {event.count !== null && <div>{t('office.audit.count', { value: number(event.count) })}</div>}
          {event.entityId && (
            <Button size="compact-xs" variant="subtle" onClick={() => onRecord(event.entityId ?? '')}>
              {t('office.audit.byRecord')}
            </Button>
          )}
        </>
      ),
    },
    {
      key: 'fields',
      title: t('office.audit.column.fields'),
      card: 'full',
      render: (event) => <span className="q-dim">{event.fields.join(', ')}</span>,
    },
  ]
}
