import type { Appeal } from '@qorgan/shared/appeals'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMe } from '../accounts/may.ts'
import { formatDay, formatNumber } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import type { Column } from '../ui/RecordTable.tsx'
import classes from './AppealList.module.css'
import { DueWords } from './DueWords.tsx'
import { StatusBadge } from './StatusBadge.tsx'

/** How a list of appeals reads: whom, what about, how it stands. The unit is named where several can be seen. */
export function useAppealColumns(): Column<Appeal>[] {
  const { t, locale } = useText()
  const me = useMe()
  const names = useUnitNames()
  const manyUnits = me.activePost.branchId === null
  return useMemo<Column<Appeal>[]>(
    () => [
      {
        key: 'number',
        title: t('appeals.column.number'),
        width: '9.6rem',
        card: 'head',
        render: (appeal) => (
          <>
            <Link
              to="/appeals/$appealId"
              params={{ appealId: appeal.id }}
              className={classes['number']}
              data-row-link
              preload="intent"
            >
              {appeal.number}
            </Link>
            <div className={classes['second']}>{formatDay(appeal.receivedOn)}</div>
          </>
        ),
      },
      {
        key: 'applicant',
        title: t('appeals.column.applicant'),
        card: 'full',
        render: (appeal) => (
          <>
            <div className={classes['who']}>
              {appeal.applicant.anonymous ? t('appeals.anonymous') : (appeal.applicant.fullName ?? t('state.empty'))}
              {appeal.urgent && <span className={classes['urgent']}>{t('appeals.urgent')}</span>}
              {appeal.repeatOf && <span className={classes['tag']}>{t('appeals.repeat')}</span>}
            </div>
            <div className={classes['subject']}>{appeal.subject}</div>
          </>
        ),
      },
      {
        key: 'category',
        title: t('appeals.column.category'),
        width: '11.5rem',
        card: 'full',
        render: (appeal) => (
          <>
            <div>{t(`categoryShort.${appeal.category}`)}</div>
            <div className={classes['second']}>
              {manyUnits ? names.unit(appeal.branchId) : names.topic(appeal.topicId)}
            </div>
          </>
        ),
      },
      {
        key: 'status',
        title: t('appeals.column.status'),
        width: '11rem',
        render: (appeal) => (
          <>
            <StatusBadge status={appeal.status} />
            <div className={classes['second']}>
              <DueWords appeal={appeal} />
            </div>
          </>
        ),
      },
      {
        key: 'effect',
        title: t('appeals.column.effect'),
        width: '8.5rem',
        numeric: true,
        render: (appeal) => (appeal.effect.received > 0 ? formatNumber(locale, appeal.effect.received) : ''),
      },
    ],
    [t, locale, names, manyUnits],
  )
}
