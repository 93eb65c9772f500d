import type { LegalCase } from '@qorgan/shared/legal-cases'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMay, useMe } from '../accounts/may.ts'
import listClasses from '../appeals/AppealList.module.css'
import { MoneyBar } from '../case-money/MoneyBar.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import type { Column } from '../ui/RecordTable.tsx'
import { CaseStatusBadge } from './CaseStatusBadge.tsx'
import { NextDates } from './NextDates.tsx'

/** Two are named, the others counted. */
const shown = 2

/** How a list of cases reads. Whoever may not know the people, or the money, has no empty column for them. */
export function useCaseColumns(): Column<LegalCase>[] {
  const { t } = useText()
  const { day, number } = useFormat()
  const may = useMay()
  const me = useMe()
  const names = useUnitNames()
  const manyUnits = me.activePost.branchId === null
  const people = may('legalCases:inspect')
  const money = may('caseMoney:read')
  return useMemo(() => {
    const columns: (Column<LegalCase> | false)[] = [
      {
        key: 'number',
        title: t('legal.column.number'),
        width: '9.6rem',
        card: 'head',
        render: (one) => (
          <>
            <Link
              to="/cases/$caseId"
              params={{ caseId: one.id }}
              className={listClasses['number']}
              data-row-link
              preload="intent"
            >
              {one.number}
            </Link>
            <div className={listClasses['second']}>{one.openedOn ? day(one.openedOn) : ''}</div>
          </>
        ),
      },
      people && {
        key: 'people',
        title: t('legal.column.people'),
        card: 'full',
        render: (one) => (
          <>
            <div className={listClasses['who']}>
              <span>
                {one.members
                  .slice(0, shown)
                  .map((member) => member.fullName)
                  .join(', ')}
                {one.people > shown && ` ${t('legal.list.morePeople', { value: number(one.people - shown) })}`}
              </span>
              {one.restricted && <span className={listClasses['urgent']}>{t('legal.list.restricted')}</span>}
            </div>
            <div className={listClasses['subject']}>{one.summary}</div>
          </>
        ),
      },
      {
        key: 'case',
        title: t('legal.column.kind'),
        ...(people ? { width: '11rem' } : {}),
        render: (one) => (
          <>
            <CaseStatusBadge legalCase={one} />
            <div className={listClasses['second']}>
              {t(`legal.kind.${one.kind}`)}, {t(`legal.stage.${one.stage}`).toLowerCase()}
              {manyUnits && one.branchId && (
                <>
                  <br />
                  {names.unit(one.branchId)}
                </>
              )}
            </div>
          </>
        ),
      },
      {
        key: 'counsel',
        title: t('legal.column.counsel'),
        width: '10rem',
        render: (one) => {
          const inForce = one.counsel.filter((each) => each.endedOn === null)
          const [first, ...others] = inForce.length > 0 ? inForce : one.counsel
          if (!first)
            return one.status === 'awaiting_lawyer' ? <span className="q-soon">{t('legal.list.noCounsel')}</span> : ''
          return (
            <>
              <div>{first.fullName}</div>
              <div className={listClasses['second']}>
                {others.length > 0 ? t('legal.list.morePeople', { value: number(others.length) }) : first.phone}
              </div>
            </>
          )
        },
      },
      {
        key: 'next',
        title: t('legal.column.next'),
        width: '8.6rem',
        render: (one) => <NextDates legalCase={one} />,
      },
      money && {
        key: 'money',
        title: t('legal.column.money'),
        width: '10rem',
        render: (one) => one.money && one.money.allotted > 0 && <MoneyBar money={one.money} compact />,
      },
    ]
    return columns.filter((column) => column !== false)
  }, [t, day, number, names, manyUnits, people, money])
}
