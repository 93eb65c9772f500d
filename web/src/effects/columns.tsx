import { Checkbox } from '@mantine/core'
import type { Effect } from '@qorgan/shared/effects'
import { Link } from '@tanstack/react-router'
import { useMe } from '../accounts/may.ts'
import classes from '../appeals/AppealList.module.css'
import { formatDay, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { useUnitNames } from '../organisation/names.ts'
import type { Column } from '../ui/RecordTable.tsx'

interface Selection {
  chosen: ReadonlySet<string>
  toggle: (effect: Effect) => void
}

export function useEffectColumns({ chosen, toggle }: Selection): Column<Effect>[] {
  const { t } = useText()
  const { number } = useFormat()
  const me = useMe()
  const names = useUnitNames()
  const manyUnits = me.activePost.branchId === null
  return [
    {
      key: 'appeal',
      title: t('effects.column.appeal'),
      width: '11rem',
      card: 'head',
      render: (effect) => (
        <div style={{ display: 'flex', gap: '0.6rem' }}>
          {effect.can.confirm && (
            <Checkbox
              aria-label={t('effects.selectOne', { number: effect.appealNumber })}
              checked={chosen.has(effect.id)}
              onChange={() => toggle(effect)}
            />
          )}
          <div>
            <Link
              to="/appeals/$appealId"
              params={{ appealId: effect.appealId }}
              className={classes['number']}
              data-row-link
            >
              {effect.appealNumber}
            </Link>
            {manyUnits && <div className={classes['second']}>{names.unit(effect.branchId)}</div>}
          </div>
        </div>
      ),
    },
    {
      key: 'occurred',
      title: t('effects.column.occurred'),
      width: '6.6rem',
      render: (effect) => <span className="q-nowrap">{formatDay(effect.occurredOn)}</span>,
    },
    {
      key: 'kind',
      title: t('effects.column.kind'),
      card: 'full',
      render: (effect) => (
        <>
          {t(`effectKind.${effect.kind}`)}
          <div className={classes['second']}>
            {[t(`categoryShort.${effect.category}`), effect.document].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'stage',
      title: t('effects.column.stage'),
      width: '7.4rem',
      render: (effect) => t(`effectStage.${effect.stage}`),
    },
    {
      key: 'amount',
      title: t('effects.column.amount'),
      width: '8rem',
      numeric: true,
      render: (effect) => <b>{number(effect.amount)}</b>,
    },
    {
      key: 'people',
      title: t('effects.column.people'),
      width: '4.6rem',
      numeric: true,
      card: 'hidden',
      render: (effect) => number(effect.people),
    },
    {
      key: 'state',
      title: t('effects.column.state'),
      width: '11rem',
      card: 'full',
      render: (effect) => (
        <>
          {effect.confirmed ? (
            <span className="q-good">{t('effects.confirmed')}</span>
          ) : (
            <span className="q-soon">{t('effects.unconfirmed')}</span>
          )}
          <div className={classes['second']}>{t('effects.enteredBy', { name: effect.enteredBy.fullName })}</div>
        </>
      ),
    },
  ]
}
