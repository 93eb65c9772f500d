import { Group, SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay, useMe } from '../accounts/may.ts'
import { appealQueries } from '../appeals/queries.ts'
import { appealSearch } from '../appeals/search.ts'
import { useAppealColumns } from '../appeals/columns.tsx'
import { boardSearch } from '../closing/search.ts'
import { effectSearch } from '../effects/search.ts'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { caseSearch } from '../legal-cases/search.ts'
import { UnreadNotes } from '../notifications/UnreadNotes.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RowsSkeleton } from '../ui/PageSkeleton.tsx'
import { SimpleTable } from '../ui/SimpleTable.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import classes from './HomePage.module.css'
import { signalQueries } from './queries.ts'
import { LinkAnchor } from '../ui/links.tsx'

const pressing = new Set([
  'overdue',
  'incomingTransfers',
  'termsMissed',
  'noNextStep',
  'quarterLate',
  'quarterReturned',
])
const soon = new Set([
  'dueSoon',
  'notStarted',
  'toConfirm',
  'effectExpected',
  'casesScreening',
  'termsNear',
  'termsUnchecked',
  'hearingsNear',
  'noCounsel',
  'conflictsUndecided',
  'allotmentsUnapproved',
  'actsUnaccepted',
  'actsUnpaid',
  'moneyNearLimit',
  'quarterToSubmit',
  'quartersToAccept',
])

/** What needs me: each number opens a list of that length. */
export function HomePage() {
  const { t } = useText()
  const me = useMe()
  const may = useMay()
  const { number } = useFormat()
  const buckets = useSuspenseQuery(signalQueries.buckets).data.items
  const waiting = buckets.filter((bucket) => bucket.count > 0)
  return (
    <>
      <PageHeader
        title={t('home.title')}
        aside={
          may('appeals:register') && (
            <Text size="sm" c="dimmed" visibleFrom="md">
              {t('home.keys')}
            </Text>
          )
        }
      >
        {t('home.greeting', { name: me.fullName })}
      </PageHeader>
      <UnreadNotes />
      <div className="q-wall" aria-hidden />
      {buckets.length > 0 && (
        <ul className={classes['buckets']}>
          {buckets.map((bucket) => {
            const inside = (
              <>
                <span className={classes['number']}>{number(bucket.count)}</span>
                <span className={classes['name']}>{t(`home.bucket.${bucket.key}`)}</span>
                <span className={classes['hint']}>{t(`home.bucketHint.${bucket.key}`)}</span>
              </>
            )
            const tone =
              bucket.count === 0
                ? 'calm'
                : pressing.has(bucket.key)
                  ? 'pressing'
                  : soon.has(bucket.key)
                    ? 'soon'
                    : 'plain'
            return (
              <li key={bucket.key} data-tone={tone}>
                {bucket.list === 'appeals' && (
                  <Link to="/appeals" search={appealSearch(bucket.query)} className={classes['bucket']}>
                    {inside}
                  </Link>
                )}
                {bucket.list === 'effects' && (
                  <Link to="/effects" search={effectSearch(bucket.query)} className={classes['bucket']}>
                    {inside}
                  </Link>
                )}
                {bucket.list === 'legal-cases' && (
                  <Link to="/cases" search={caseSearch(bucket.query)} className={classes['bucket']}>
                    {inside}
                  </Link>
                )}
                {bucket.list === 'branch-reports' && (
                  <Link
                    to="/quarters/$key"
                    params={{ key: bucket.query['periodKey'] ?? '' }}
                    search={boardSearch(bucket.query)}
                    className={classes['bucket']}
                  >
                    {inside}
                  </Link>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {buckets.length > 0 && waiting.length === 0 && (
        <div className={`q-surface q-pad ${classes['clear']}`}>
          <Title order={2}>{t('home.allClear')}</Title>
          <Text>{t('home.allClearText')}</Text>
        </div>
      )}
      {may('appeals:read') && <ThisYear />}
      {(buckets.length === 0 || waiting.length === 0) && <FirstSteps />}
      {may('appeals:read') && <Latest />}
    </>
  )
}

function ThisYear() {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const search = { receivedFrom: `${today().slice(0, 4)}-01-01`, receivedTo: today() }
  const summary = useQuery(appealQueries.summary(search)).data
  if (!summary || summary.count === 0) return null
  const open =
    (summary.byStatus.registered ?? 0) + (summary.byStatus.in_progress ?? 0) + (summary.byStatus.suspended ?? 0)
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mb="lg" className={classes['year'] ?? ''}>
      <Link to="/appeals" search={search} className={classes['fact']}>
        <span>
          {t('home.year')}: {t('home.received').toLowerCase()}
        </span>
        <b>{number(summary.count)}</b>
      </Link>
      <Link
        to="/appeals"
        search={{ ...search, status: ['registered', 'in_progress', 'suspended'] }}
        className={classes['fact']}
      >
        <span>{t('home.openNow')}</span>
        <b>{number(open)}</b>
      </Link>
      <div className={classes['fact']}>
        <span>{t('home.effectReceived')}</span>
        <b>{tenge(summary.effect.received)}</b>
      </div>
    </SimpleGrid>
  )
}

function Latest() {
  const { t } = useText()
  const columns = useAppealColumns()
  const list = useQuery(appealQueries.latest)
  if (list.isPending) return <RowsSkeleton rows={4} />
  if (!list.data || list.data.items.length === 0) return null
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{t('home.recent')}</Title>
        <LinkAnchor to="/appeals" size="sm">
          {t('home.recentAll')}
        </LinkAnchor>
      </Group>
      <div className="q-surface">
        <SimpleTable label={t('home.recent')} items={list.data.items} columns={columns} />
      </div>
    </section>
  )
}
