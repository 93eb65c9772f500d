import { Button, Checkbox } from '@mantine/core'
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
  /** For whoever reads ledgers here alone: others void on the appeal's page. */
  onVoid?: ((effect: Effect) => void) | undefined
}

export function useEffectColumns({ chosen, toggle, onVoid }: Selection): Column<Effect>[] {
  const { t } = useText()
  const { number } = useFormat()
  const me = useMe()
  const names = useUnitNames()
  const manyUnits = me.activePost.branchId === null
  // An accountant reads the money of all appeals, and of the appeals those about vouchers and aid.
  const opens = ({ category }: Effect) =>
    me.activePost.role !== 'accountant' || category === 'sanatorium' || category === 'material_aid'
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
            {opens(effect) ? (
              <Link
                to="/appeals/$appealId"
                params={{ appealId: effect.appealId }}
                className={classes['number']}
                data-row-link
              >
                {effect.appealNumber}
              </Link>
            ) : (
              <b className="q-nowrap">{effect.appealNumber}</b>
            )}
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
      width: '8.2rem',
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
          {onVoid && effect.can.void && (
            <Button
              variant="subtle"
              size="compact-sm"
              ml={-8}
              className="q-no-print"
              aria-label={`${t('effects.voidAction')}: ${effect.appealNumber}`}
              onClick={() => onVoid(effect)}
            >
              {t('effects.voidAction')}
            </Button>
          )}
        </>
      ),
    },
  ]
}
