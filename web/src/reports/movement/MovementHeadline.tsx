import type { MovementFigures } from '@qorgan/shared/reports'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import classes from './Movement.module.css'
import { useShare } from './use-share.ts'

/** The five numbers that a meeting asks for, and that they fit together. */
export function MovementHeadline({ totals }: { totals: MovementFigures }) {
  const { t } = useText()
  const { count } = useFormat()
  const share = useShare()
  return (
    <section className={`q-surface ${classes['head']}`}>
      <div className="q-wall" aria-hidden />
      <dl className={classes['headline']}>
        <div>
          <dt>{t('figures.movement.column.received')}</dt>
          <dd>{count(totals.received)}</dd>
        </div>
        <div>
          <dt>{t('figures.movement.group.resolved')}</dt>
          <dd>{count(totals.resolved)}</dd>
        </div>
        <div>
          <dt>{t('figures.movement.column.positive')}</dt>
          <dd>{count(totals.positive)}</dd>
          <dd className={classes['second']}>{share(totals.positiveShare)}</dd>
        </div>
        <div>
          <dt>
            {t('figures.movement.group.open')} ({t('figures.movement.column.openAtEnd').toLowerCase()})
          </dt>
          <dd>{count(totals.openAtEnd)}</dd>
        </div>
        <div>
          <dt>{t('figures.movement.column.overdue')}</dt>
          <dd className={totals.overdue > 0 ? 'q-attention' : undefined}>{count(totals.overdue)}</dd>
        </div>
      </dl>
      <p className={classes['balance']}>
        {t('figures.movement.balanceLabel')}:{' '}
        {t('figures.movement.balance', {
          start: count(totals.openAtStart),
          received: count(totals.received),
          resolved: count(totals.resolved),
          end: count(totals.openAtEnd),
        })}
      </p>
    </section>
  )
}
