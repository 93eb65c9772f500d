import { Button, Skeleton, Text, Title } from '@mantine/core'
import type { Difference } from '@qorgan/shared/closing'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import { Change } from './Change.tsx'
import classes from './Closing.module.css'
import { closingQueries, type Compared } from './queries.ts'

/** What the records say by now less what was frozen, record by record. */
export function DifferencesCard({ of }: { of: Compared }) {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const query = useInfiniteQuery(closingQueries.differences(of))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const totals = query.data?.pages[0]?.totals
  return (
    <section className={`q-surface q-pad ${classes['card']}`} aria-labelledby="differences">
      <Title order={2} id="differences" tabIndex={-1}>
        {t('closing.differences.title')}
      </Title>
      {query.isPending && <Skeleton h={48} mt="xs" />}
      {query.error && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Text c="dimmed">{t('closing.differences.none')}</Text>}
      {totals && items.length > 0 && (
        <>
          <Text mb="xs">
            {t('closing.differences.totals', {
              appeals: signed(totals.count, number),
              effect: signed(totals.effect, tenge),
            })}
          </Text>
          <ScrollRegion label={t('closing.differences.change')}>
            <DifferencesTable items={items} withUnit={'period' in of} />
          </ScrollRegion>
          {query.hasNextPage && (
            <Button
              mt="sm"
              variant="default"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('action.more')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

const signed = (value: number, format: (value: number) => string) =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`

function DifferencesTable({ items, withUnit }: { items: readonly Difference[]; withUnit: boolean }) {
  const { t } = useText()
  const names = useUnitNames()
  return (
    <table className={classes['plain']}>
      <thead>
        <tr>
          <th scope="col">{t('closing.differences.record')}</th>
          <th scope="col">{t('closing.differences.change')}</th>
          {withUnit && <th scope="col">{t('closing.column.unit')}</th>}
          <th scope="col">{t('closing.differences.category')}</th>
          <th scope="col" className="q-num">
            {t('closing.column.count')}
          </th>
          <th scope="col" className="q-num">
            {t('closing.column.effect')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, i) => (
          <tr key={`${item.number} ${item.record} ${i}`}>
            <th scope="row">
              {item.appealId ? (
                <Link to="/appeals/$appealId" params={{ appealId: item.appealId }} className={classes['name']}>
                  {item.number}
                </Link>
              ) : (
                item.number
              )}
            </th>
            <td>{t(`closing.differences.${item.record}.${item.change}`)}</td>
            {withUnit && <td>{names.unit(item.branchId)}</td>}
            <td>{t(`categoryShort.${item.category}`)}</td>
            <td className="q-num">{item.count !== 0 && <Change value={item.count} />}</td>
            <td className="q-num">{item.effect !== 0 && <Change value={item.effect} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
