import { Button } from '@mantine/core'
import type { LegacyTotal } from '@qorgan/shared/legacy-totals'
import { dayOfInstant, useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { useUnitNames } from '../../organisation/names.ts'
import type { Column } from '../../ui/RecordTable.tsx'
import classes from './Printed.module.css'

export function useTotalColumns(onVoid?: (total: LegacyTotal) => void): Column<LegacyTotal>[] {
  const { t } = useText()
  const { day, count, tenge, number } = useFormat()
  const { unit } = useUnitNames()
  return [
    {
      key: 'period',
      title: t('figures.printed.period'),
      width: '15rem',
      card: 'full',
      render: (total) => (
        <>
          <span className="q-nowrap">
            {day(total.from)} – {day(total.to)}
          </span>
          <div className={classes['second']}>
            {total.unit === 'union' ? t('figures.printed.union') : unit(total.unit === 'council' ? null : total.unit)}
            {' · '}
            {total.level ? t(`level.${total.level}`) : t('figures.printed.anyLevel')}
          </div>
        </>
      ),
    },
    {
      key: 'category',
      title: t('figures.printed.category'),
      render: (total) => t(`categoryShort.${total.category}`),
    },
    {
      key: 'count',
      title: t('figures.printed.count'),
      numeric: true,
      render: (total) => (
        <>
          {count(total.count)}
          {total.people !== null && (
            <div className={classes['second']}>
              {t('count.people', { count: total.people, value: number(total.people) })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'effect',
      title: t('figures.printed.effect'),
      numeric: true,
      render: (total) => tenge(total.effect),
    },
    {
      key: 'source',
      title: t('figures.printed.source'),
      width: '18rem',
      card: 'full',
      render: (total) => (
        <>
          {total.source}
          {total.footnote && <div className={classes['second']}>* {total.footnote}</div>}
          <div className={classes['second']}>
            {t('figures.printed.enteredBy', {
              name: total.enteredBy.fullName,
              day: day(dayOfInstant(total.createdAt)),
            })}
          </div>
          {total.voidedAt && (
            <div>
              {t('figures.printed.voidedOn', {
                day: day(dayOfInstant(total.voidedAt)),
                reason: total.voidReason ?? '',
              })}
            </div>
          )}
          {onVoid && total.can.void && (
            <Button
              variant="subtle"
              size="compact-sm"
              ml={-8}
              className="q-no-print"
              aria-label={`${t('figures.printed.void')}: ${t(`categoryShort.${total.category}`)}, ${day(total.from)} – ${day(total.to)}`}
              onClick={() => onVoid(total)}
            >
              {t('figures.printed.void')}
            </Button>
          )}
        </>
      ),
    },
  ]
}
