import type { ReportingPeriod } from '@qorgan/shared/closing'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import shared from './Closing.module.css'
import classes from './UnitsLine.module.css'

const order = ['accepted', 'submitted', 'returned', 'open'] as const

/** How many units are where: in words, and while they are in different states as a strip to look at. */
export function UnitsLine({ units }: Pick<ReportingPeriod, 'units'>) {
  const { t } = useText()
  const { number } = useFormat()
  const there = order.filter((status) => units[status] > 0)
  if (there.length === 0) return <span className="q-dim">{t('state.empty')}</span>
  return (
    <>
      {there.length > 1 && (
        <span className={classes['strip']} aria-hidden>
          {there.map((status) => (
            <span key={status} data-status={status} style={{ flexGrow: units[status] }} />
          ))}
        </span>
      )}
      <span className={shared['second']}>
        {there.map((status) => `${t(`closing.unitsIn.${status}`)} ${number(units[status])}`).join(' · ')}
      </span>
    </>
  )
}
