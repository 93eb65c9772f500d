import type { AppealsReport, Cell } from '@qorgan/shared/reports'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import { cellLinks, totalColumn } from './cell-links.ts'
import { CorrectionsRow } from './CorrectionsRow.tsx'
import { footnotesOf } from './footnotes.ts'
import classes from './Report.module.css'
import type { ReportSearch } from './search.ts'

const zero: Cell = { count: 0, effect: 0, people: 0, unconfirmed: 0, legacy: null }

export function ReportTable({ report, search }: { report: AppealsReport; search: ReportSearch }) {
  const { t } = useText()
  const { label } = useFormat()
  const marks = footnotesOf(report)
  const all = totalColumn(report)
  const withTotal = report.columns.length > 1
  const line = (name: string, rowKey: string | null, cellOf: (column: string) => Cell) => (
    <>
      {report.columns.map((column) => (
        <td key={column.key}>
          <ReportCell
            cell={cellOf(column.key)}
            row={name}
            column={label(column.label)}
            links={cellLinks(search, column, rowKey)}
          />
        </td>
      ))}
      {withTotal && (
        <td className={classes['total']}>
          <ReportCell
            cell={cellOf('total')}
            row={name}
            column={t('reports.total')}
            links={all ? cellLinks(search, all, rowKey) : null}
            bare
          />
        </td>
      )}
    </>
  )
  return (
    <ScrollRegion label={t('reports.tableLabel')} className={`q-surface ${classes['scroll']}`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t(`reports.row.${search.rows ?? 'category'}`)}</th>
            {report.columns.map((column) => (
              <th scope="col" key={column.key}>
                {label(column.label)}
                {column.footnotes.map((note) => (
                  <sup key={note.key}>{marks.find((one) => one.key === note.key)?.mark}</sup>
                ))}
              </th>
            ))}
            {withTotal && <th scope="col">{t('reports.total')}</th>}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{label(row.label)}</th>
              {line(label(row.label), row.key, (key) => (key === 'total' ? row.total : (row.cells[key] ?? zero)))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reports.totals')}</th>
            {line(t('reports.totals'), null, (key) => report.totals[key] ?? zero)}
          </tr>
          <CorrectionsRow report={report} withTotal={withTotal} />
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

interface CellProps {
  cell: Cell
  row: string
  column: string
  links: ReturnType<typeof cellLinks> | null
  /** The union prints the column of totals without brackets. */
  bare?: boolean
}

/** `1155 (334 731 370 тг)`: the count, then the effect in brackets; no brackets where it is zero. */
function ReportCell({ cell, row, column, links, bare = false }: CellProps) {
  const { t } = useText()
  const { number, count: formatCount, tenge } = useFormat()
  const amount = bare ? number(cell.effect) : `(${number(cell.effect)}\u00a0${t('reports.currency')})`
  const count = formatCount(cell.count)
  return (
    <>
      <span className={classes['count']}>
        {links && cell.count > 0 ? (
          <Link to="/appeals" search={links.appeals} aria-label={t('reports.appealsOf', { row, column, value: count })}>
            {count}
          </Link>
        ) : (
          <span className={cell.count === 0 ? 'q-dim' : undefined}>{count}</span>
        )}
      </span>
      {cell.effect > 0 && (
        <span className={classes['effect']}>
          {links ? (
            <Link
              to="/effects"
              search={links.effects}
              aria-label={t('reports.effectOf', { row, column, amount: tenge(cell.effect) })}
            >
              {amount}
            </Link>
          ) : (
            amount
          )}
        </span>
      )}
      {cell.legacy && (
        <span className={classes['legacy']}>
          {t('reports.legacy')}: {number(cell.legacy.count)} ({number(cell.legacy.effect)})
        </span>
      )}
    </>
  )
}
