import { Anchor } from '@mantine/core'
import type { Lawyer } from '@qorgan/shared/lawyers'
import listClasses from '../appeals/AppealList.module.css'
import { today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { LinkAnchor } from '../ui/links.tsx'
import type { Column } from '../ui/RecordTable.tsx'
import classes from './Lawyers.module.css'
import { contractState } from './contract-state.ts'
import { useLawyerWords } from './words.ts'

export function useLawyerColumns(onOpen: (lawyer: Lawyer) => void): Column<Lawyer>[] {
  const { t } = useText()
  const { number, tenge } = useFormat()
  const words = useLawyerWords()
  return [
    {
      key: 'name',
      title: t('counsel.lawyers.column.name'),
      card: 'full',
      render: (one) => (
        <>
          {one.can.edit ? (
            <button type="button" className={listClasses['linkButton']} data-row-link onClick={() => onOpen(one)}>
              {one.fullName}
            </button>
          ) : (
            <b>{one.fullName}</b>
          )}
          <div className={listClasses['second']}>
            {[t(`counsel.lawyerKind.${one.kind}`), one.licenceNumber].filter(Boolean).join(' · ')}
          </div>
          {!one.active && <div className="q-dim">{t('counsel.lawyers.notActive')}</div>}
          {one.active && <ContractWords lawyer={one} />}
        </>
      ),
    },
    {
      key: 'field',
      title: t('counsel.lawyers.column.field'),
      card: 'full',
      render: (one) => (
        <>
          {one.specialisations.map(words.field).join(', ')}
          <div className={listClasses['second']}>
            {one.regions.length > 0 ? one.regions.map(words.region).join(', ') : t('counsel.lawyers.anyRegion')}
            {one.languages.length > 0 && ` · ${one.languages.map(words.language).join(', ')}`}
          </div>
        </>
      ),
    },
    {
      key: 'contact',
      title: t('counsel.lawyers.column.contact'),
      width: '12.5rem',
      card: 'full',
      render: (one) => (
        <>
          {one.phone && (
            <div>
              <Anchor href={`tel:${one.phone}`} inherit className={classes['link'] ?? ''}>
                {one.phone}
              </Anchor>
            </div>
          )}
          {one.email && (
            <div className={listClasses['second']}>
              <Anchor href={`mailto:${one.email}`} inherit className={classes['link'] ?? ''}>
                {one.email}
              </Anchor>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'load',
      title: t('counsel.lawyers.column.load'),
      width: '8.6rem',
      render: (one) =>
        one.activeCases === 0 ? (
          <span className="q-good">{t('counsel.pick.free')}</span>
        ) : (
          <>
            <LinkAnchor
              inherit
              className={classes['link'] ?? ''}
              underline="always"
              to="/cases"
              search={{ lawyerId: [one.id], status: ['screening', 'awaiting_lawyer', 'active'] }}
              aria-label={`${t('counsel.lawyers.cases', { count: one.activeCases, value: number(one.activeCases) })}: ${one.fullName}`}
            >
              {t('counsel.lawyers.cases', { count: one.activeCases, value: number(one.activeCases) })}
            </LinkAnchor>
            <div className={listClasses['second']}>{tenge(one.feesCommitted)}</div>
          </>
        ),
    },
    {
      key: 'results',
      title: t('counsel.lawyers.column.results'),
      width: '9rem',
      render: (one) =>
        one.closedCases === 0 ? (
          <span className="q-dim">{t('counsel.lawyers.noResults')}</span>
        ) : (
          <LinkAnchor
            inherit
            className={classes['link'] ?? ''}
            underline="always"
            to="/cases"
            search={{ lawyerId: [one.id], status: ['closed'] }}
          >
            {t('counsel.lawyers.won', { won: number(one.wonCases), closed: number(one.closedCases) })}
          </LinkAnchor>
        ),
    },
  ]
}

function ContractWords({ lawyer }: { lawyer: Lawyer }) {
  const { t } = useText()
  const { day } = useFormat()
  const state = contractState(lawyer.contractUntil, today())
  if (lawyer.contractUntil === null)
    return <div className={listClasses['second']}>{t('counsel.lawyers.noContract')}</div>
  const words = { day: day(lawyer.contractUntil) }
  if (state === 'over') return <div className="q-attention">{t('counsel.lawyers.contractOver', words)}</div>
  return (
    <div className={state === 'soon' ? 'q-soon' : listClasses['second']}>
      {t('counsel.lawyers.contractUntilDay', words)}
    </div>
  )
}
