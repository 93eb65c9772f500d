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
import { useMayKnowHearings } from './sections.ts'
import classes from './CaseList.module.css'
import { shortName } from './short-name.ts'
import { CaseStatusBadge } from './CaseStatusBadge.tsx'
import { NextDates } from './NextDates.tsx'

/** How a list of cases reads. Whoever may not know the people, or the money, has no empty column for them. */
export function useCaseColumns(): Column<LegalCase>[] {
  const { t } = useText()
  const { day, number } = useFormat()
  const may = useMay()
  const me = useMe()
  const { branches } = useUnitNames()
  const manyUnits = me.activePost.branchId === null
  const people = may('legalCases:inspect')
  const money = may('caseMoney:read')
  const manyCounsel = may('lawyers:read')
  const hearings = useMayKnowHearings()
  return useMemo(() => {
    const prefixes = new Map<string | null, string>(branches.map((branch) => [branch.id, branch.numberPrefix]))
    const columns: (Column<LegalCase> | false)[] = [
      {
        key: 'number',
        title: t('legal.column.number'),
        width: '9rem',
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
            <div className={listClasses['second']}>
              {[one.openedOn && day(one.openedOn), manyUnits && prefixes.get(one.branchId)].filter(Boolean).join(' · ')}
            </div>
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
              <span>{one.members[0]?.fullName}</span>
              {one.people > 1 && (
                <span className="q-nowrap">{t('legal.list.morePeople', { value: number(one.people - 1) })}</span>
              )}
              {one.restricted && <span className={listClasses['tag']}>{t('legal.list.restricted')}</span>}
            </div>
            <div className={listClasses['subject']}>
              {[t(`legal.kind.${one.kind}`), one.summary].filter(Boolean).join(' · ')}
            </div>
          </>
        ),
      },
      {
        key: 'case',
        title: t('legal.column.kind'),
        ...(people ? { width: '9.8rem' } : {}),
        card: 'full',
        render: (one) => (
          <div className={classes['standing']}>
            <CaseStatusBadge legalCase={{ status: one.status }} />
            <div className={listClasses['second']}>
              {[
                !people && t(`legal.kind.${one.kind}`),
                one.outcome ? t(`legal.outcome.${one.outcome}`) : t(`legal.stage.${one.stage}`),
              ]
                .filter(Boolean)
                .join(', ')}
            </div>
          </div>
        ),
      },
      // Counsel know who they are.
      (manyCounsel || !people) && {
        key: 'counsel',
        title: t('legal.column.counsel'),
        width: people ? '8.8rem' : '17rem',
        render: (one) => {
          const inForce = one.counsel.filter((each) => each.endedOn === null)
          const [first, ...others] = inForce.length > 0 ? inForce : one.counsel
          if (!first)
            return one.status === 'awaiting_lawyer' ? <span className="q-soon">{t('legal.list.noCounsel')}</span> : null
          return (
            <>
              <div>{people ? shortName(first.fullName) : first.fullName}</div>
              <div className={listClasses['second']}>
                {others.length > 0 ? t('legal.list.morePeople', { value: number(others.length) }) : first.phone}
              </div>
            </>
          )
        },
      },
      hearings && {
        key: 'next',
        title: t('legal.column.next'),
        width: '9.2rem',
        render: (one) => <NextDates legalCase={one} />,
      },
      money && {
        key: 'money',
        title: t('legal.column.money'),
        width: '9.3rem',
        render: (one) =>
          one.money &&
          one.money.allotted > 0 && <MoneyBar money={one.money} compact settled={one.status === 'closed'} />,
      },
    ]
    return columns.filter((column) => column !== false)
  }, [t, day, number, branches, manyUnits, people, money, manyCounsel, hearings])
}
