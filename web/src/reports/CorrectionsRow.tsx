import type { AppealsReport } from '@qorgan/shared/reports'
import { Link } from '@tanstack/react-router'
import { useMay } from '../accounts/may.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './Report.module.css'

/** For columns that are closed quarters: what has changed since they were frozen, with the records behind it. */
export function CorrectionsRow({ report, withTotal }: { report: AppealsReport; withTotal: boolean }) {
  const { t } = useText()
  const { count, number, label } = useFormat()
  const may = useMay()
  if (Object.keys(report.corrections).length === 0) return null
  const signed = (value: number, words: (value: number) => string) =>
    value === 0 ? '0' : `${value > 0 ? '+' : '−'}${words(Math.abs(value))}`
  return (
    <tr className={classes['corrections']}>
      <th scope="row">{t('figures.corrections.title')}</th>
      {report.columns.map((column) => {
        const change = report.corrections[column.key]
        if (!change) return <td key={column.key}>—</td>
        if (change.count === 0 && change.effect === 0) return <td key={column.key}>{t('figures.corrections.none')}</td>
        const words = (
          <>
            {signed(change.count, count)}
            {change.effect !== 0 && (
              <span className={classes['effect']}>
                ({signed(change.effect, number)}
                {'\u00a0'}
                {t('reports.currency')})
              </span>
            )}
          </>
        )
        return (
          <td key={column.key} className={classes['changed']}>
            {may('closing:read') ? (
              <Link
                to="/quarters/$key"
                params={{ key: column.key }}
                aria-label={t('figures.corrections.open', { column: label(column.label) })}
              >
                {words}
              </Link>
            ) : (
              words
            )}
          </td>
        )
      })}
      {withTotal && <td>—</td>}
    </tr>
  )
}
