import type { CaseMoney } from '@qorgan/shared/legal-cases'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './MoneyBar.module.css'
import { isNearLimit, usedPercent } from './near-limit.ts'

interface Props {
  money: CaseMoney
  /** In a row of a list: the bar, and two sums under it. */
  compact?: boolean
  /** Of a case that is over: what is left is nothing to be warned of. */
  settled?: boolean
}

/** What was allotted, and how much of it is paid, promised by contract, and left. */
export function MoneyBar({ money, compact = false, settled = false }: Props) {
  const { t } = useText()
  const { tenge, number } = useFormat()
  const near = !settled && isNearLimit(money)
  const share = (sum: number) => (money.allotted === 0 ? '0' : `${(100 * sum) / money.allotted}%`)
  const bound = money.committed - money.paid
  const words = {
    allotted: tenge(money.allotted),
    paid: tenge(money.paid),
    bound: tenge(bound),
    left: tenge(money.left),
  }
  const warning = near
    ? money.left === 0
      ? t('counsel.money.full')
      : t('counsel.money.near', { percent: number(usedPercent(money)) })
    : null
  const bar = (
    <div
      className={near ? `${classes['bar']} ${classes['near']}` : classes['bar']}
      role="img"
      aria-label={[t('counsel.money.words', words), warning].filter(Boolean).join(' ')}
    >
      {money.paid > 0 && <span className={classes['paid']} style={{ width: share(money.paid) }} />}
      {bound > 0 && <span className={classes['bound']} style={{ width: share(bound) }} />}
    </div>
  )
  if (compact)
    return (
      <div className={classes['compact']}>
        {bar}
        <span className={classes['line']} aria-hidden>
          <span>{t('counsel.money.paidOf', { paid: number(money.paid), allotted: number(money.allotted) })}</span>
          {warning && (
            <b>
              {money.left === 0
                ? t('counsel.money.nothingLeft')
                : t('counsel.money.nearShort', { left: number(money.left) })}
            </b>
          )}
        </span>
      </div>
    )
  return (
    <figure className={near ? `${classes['figure']} ${classes['near']}` : classes['figure']}>
      {bar}
      <dl className={classes['sums']}>
        <div>
          <dt>{t('counsel.money.allotted')}</dt>
          <dd>{words.allotted}</dd>
        </div>
        <div>
          <dt>
            <i className={`${classes['key']} ${classes['paid']}`} aria-hidden />
            {t('counsel.money.paid')}
          </dt>
          <dd>{words.paid}</dd>
        </div>
        <div>
          <dt>
            <i className={`${classes['key']} ${classes['bound']}`} aria-hidden />
            {t('counsel.money.bound')}
          </dt>
          <dd>{words.bound}</dd>
        </div>
        <div>
          <dt>
            <i className={classes['key']} aria-hidden />
            {t('counsel.money.left')}
          </dt>
          <dd>{words.left}</dd>
        </div>
      </dl>
      {warning && <p className={classes['warning']}>{warning}</p>}
    </figure>
  )
}
