import type { RouteOutput } from '@qorgan/shared/contract'
import type { MovementFigures, reportMovement } from '@qorgan/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import { columns, groups, type MovementColumn } from './columns.ts'
import { movementList } from './lists.ts'
import classes from './Movement.module.css'
import type { MovementSearch } from './search.ts'
import { useColumnName } from './use-column-name.ts'
import { useShare } from './use-share.ts'

type Report = RouteOutput<typeof reportMovement>
interface Props {
  report: Report
  search: MovementSearch
  isWhole: boolean
}

const isEmpty = (row: MovementFigures) => columns.every((column) => !row[column])

export function MovementTable({ report, search, isWhole }: Props) {
  const { t } = useText()
  const { label } = useFormat()
  const rows = isWhole ? report.rows : report.rows.filter((row) => !isEmpty(row))
  const hidden = report.rows.filter((row) => !rows.includes(row))
  return (
    <>
      <ScrollRegion label={t('figures.movement.tableLabel')} className={`q-surface ${reportClasses['scroll']}`}>
        <table className={`${reportClasses['table']} ${classes['table']}`}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t(`figures.movement.row.${search.rows ?? 'branch'}`)}
              </th>
              {groups.map(({ key, columns: own }) =>
                key === null ? (
                  own.map((column) => (
                    <th key={column} scope="col" rowSpan={2}>
                      {t(`figures.movement.column.${column}`)}
                    </th>
                  ))
                ) : (
                  <th key={key} scope="colgroup" colSpan={own.length} className={classes['group']}>
                    {t(`figures.movement.group.${key}`)}
                  </th>
                ),
              )}
            </tr>
            <tr>
              {groups.flatMap(({ key, columns: own }) =>
                key === null
                  ? []
                  : own.map((column, i) => (
                      <th key={column} scope="col" className={i === 0 ? classes['first'] : undefined}>
                        {t(`figures.movement.column.${column}`)}
                      </th>
                    )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{label(row.label)}</th>
                <Figures row={row} name={label(row.label)} rowKey={row.key} search={search} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('reports.totals')}</th>
              <Figures row={report.totals} name={t('reports.totals')} rowKey={null} search={search} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {hidden.length > 0 && (
        <p className={classes['hidden']}>
          {t('figures.movement.hidden', { names: hidden.map((row) => label(row.label)).join(', ') })}
        </p>
      )}
    </>
  )
}

const starts = new Set(groups.flatMap(({ key, columns: own }) => (key === null ? [] : [own[0]])))

function Figures(props: { row: MovementFigures; name: string; rowKey: string | null; search: MovementSearch }) {
  const { row, name, rowKey, search } = props
  const share = useShare()
  return columns.map((column) => (
    <td key={column} className={starts.has(column) ? classes['first'] : undefined}>
      {column === 'positiveShare' ? (
        share(row.positiveShare)
      ) : (
        <Figure value={row[column]} column={column} name={name} rowKey={rowKey} search={search} />
      )}
    </td>
  ))
}

interface FigureProps {
  value: number
  column: Exclude<MovementColumn, 'positiveShare'>
  name: string
  rowKey: string | null
  search: MovementSearch
}

function Figure({ value, column, name, rowKey, search }: FigureProps) {
  const { t } = useText()
  const { count } = useFormat()
  const columnName = useColumnName()
  const levels = useQuery(reportQueries.levels(search.from ?? '')).data
  const words = count(value)
  const list = levels && value > 0 ? movementList(search, levels, column, rowKey) : null
  if (list)
    return (
      <Link
        to="/appeals"
        search={list}
        className={column === 'overdue' ? 'q-attention' : undefined}
        aria-label={t('figures.movement.listOf', {
          row: name,
          column: columnName(column),
          value: words,
        })}
      >
        {words}
      </Link>
    )
  return <span className={value === 0 ? 'q-dim' : undefined}>{words}</span>
}
