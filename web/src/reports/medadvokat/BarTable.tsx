import { Link } from '@tanstack/react-router'
import type { PaymentSearch } from '../../case-money/search.ts'
import type { CaseSearch } from '../../legal-cases/search.ts'
import { useText } from '../../i18n/i18n.ts'
import { Figure } from './Figure.tsx'
import classes from './MedAdvokat.module.css'

export interface BarRow {
  key: string
  name: string
  value: number | null
  money?: boolean
  /** The list that the number opens. */
  cases?: CaseSearch
  payments?: PaymentSearch
}

/** Numbers with a bar beside each, on one scale: the table is the chart. */
export function BarTable({ label, rows }: { label: string; rows: readonly BarRow[] }) {
  const { t } = useText()
  if (rows.every((row) => row.value === null)) return <p className="q-dim">{t('counsel.report.hiddenTitle')}</p>
  const most = Math.max(1, ...rows.map((row) => row.value ?? 0))
  return (
    <table className={classes['bars']} aria-label={label}>
      <tbody>
        {rows.map((row) => {
          return (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className="q-num">
                <RowFigure row={row} />
              </td>
              <td className={classes['track']} aria-hidden>
                <span style={{ width: `${(100 * (row.value ?? 0)) / most}%` }} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function RowFigure({ row }: { row: BarRow }) {
  const figure = <Figure value={row.value} {...(row.money ? { money: true } : {})} />
  if (!row.value) return figure
  if (row.cases)
    return (
      <Link to="/cases" search={row.cases}>
        {figure}
      </Link>
    )
  if (row.payments)
    return (
      <Link to="/payments" search={row.payments}>
        {figure}
      </Link>
    )
  return figure
}
