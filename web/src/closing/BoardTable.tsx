import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { formatInstant, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import type { BoardRow } from './board-rows.ts'
import { Change } from './Change.tsx'
import classes from './Board.module.css'
import shared from './Closing.module.css'
import { RemindButton } from './RemindButton.tsx'
import { ReportBadge } from './ReportBadge.tsx'
import { defaultSort, type BoardSearch, type SortKey } from './search.ts'
import { TimeWords } from './TimeWords.tsx'

interface Props {
  rows: readonly BoardRow[]
  search: BoardSearch
  onChange: (search: BoardSearch) => void
}

const columns: readonly { key: SortKey; numeric?: true }[] = [
  { key: 'unit' },
  { key: 'status' },
  { key: 'submitted' },
  { key: 'count', numeric: true },
  { key: 'countChange', numeric: true },
  { key: 'effect', numeric: true },
  { key: 'effectChange', numeric: true },
]

/** Units side by side. Words sort upwards first, figures downwards; on a phone a row is a card. */
export function BoardTable({ rows, search, onChange }: Props) {
  const { t } = useText()
  const { count, number } = useFormat()
  const totals = rows.reduce(
    (sum, { report, change }) => ({
      count: sum.count + report.total.count,
      effect: sum.effect + report.total.effect,
      countChange: sum.countChange + (change?.count ?? 0),
      effectChange: sum.effectChange + (change?.effect ?? 0),
    }),
    { count: 0, effect: 0, countChange: 0, effectChange: 0 },
  )
  const compared = rows.some(({ change }) => change)
  const acts = rows.some(({ report }) => report.can.remind || report.can.accept)
  const shown = columns.filter(({ key }) => compared || !key.endsWith('Change'))
  return (
    <table role="table" className={classes['boardTable']} aria-label={t('closing.board.label')}>
      {compared && <caption className={classes['note']}>{t('closing.board.note')}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {shown.map(({ key, ...rest }) => (
            <SortHead key={key} column={key} {...rest} search={search} onChange={onChange} />
          ))}
          {acts && (
            <th role="columnheader" scope="col" className="q-no-print">
              {t('closing.column.actions')}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ report, name, change }) => (
          <tr key={report.id} role="row" onClick={followLink} data-late={report.late || undefined}>
            <th role="rowheader" scope="row">
              <Link
                to="/quarters/$key/$reportId"
                params={{ key: report.periodKey, reportId: report.id }}
                className={shared['name']}
                data-row-link
                preload="intent"
              >
                {name}
              </Link>
            </th>
            <td role="cell">
              <ReportBadge status={report.status} />
            </td>
            <td role="cell" className={classes['time']}>
              <TimeWords report={report} />
              {report.submittedAt && <div className={shared['second']}>{formatInstant(report.submittedAt)}</div>}
            </td>
            <td role="cell" className="q-num" data-title={t('closing.column.count')}>
              {count(report.total.count)}
            </td>
            {compared && (
              <td role="cell" className="q-num" data-title={t('closing.column.countChange')}>
                {change && <Change value={change.count} />}
              </td>
            )}
            <td role="cell" className="q-num" data-title={t('closing.column.effect')}>
              {number(report.total.effect)}
            </td>
            {compared && (
              <td role="cell" className="q-num" data-title={t('closing.column.effectChange')}>
                {change && <Change value={change.effect} />}
              </td>
            )}
            {acts && (
              <td role="cell" className={`q-no-print ${classes['rowActions']}`}>
                {report.can.remind && <RemindButton report={report} name={name} />}
                {report.can.accept && (
                  <Link
                    to="/quarters/$key/$reportId"
                    params={{ key: report.periodKey, reportId: report.id }}
                    aria-label={t('closing.board.lookAt', { name })}
                  >
                    {t('closing.board.look')}
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row" colSpan={3}>
            {t('reports.totals')}
          </th>
          <td role="cell" className="q-num" data-title={t('closing.column.count')}>
            {count(totals.count)}
          </td>
          {compared && (
            <td role="cell" className="q-num" data-title={t('closing.column.countChange')}>
              <Change value={totals.countChange} />
            </td>
          )}
          <td role="cell" className="q-num" data-title={t('closing.column.effect')}>
            {number(totals.effect)}
          </td>
          {compared && (
            <td role="cell" className="q-num" data-title={t('closing.column.effectChange')}>
              <Change value={totals.effectChange} />
            </td>
          )}
        </tr>
      </tfoot>
    </table>
  )
}

interface HeadProps extends Omit<Props, 'rows'> {
  column: SortKey
  numeric?: true
}

function SortHead({ column, numeric, search, onChange }: HeadProps) {
  const { t } = useText()
  const sort = search.sort ?? defaultSort
  const direction = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none'
  const first = numeric ? (`-${column}` as const) : column
  const second = numeric ? column : (`-${column}` as const)
  const Icon = direction === 'none' ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown
  return (
    <th role="columnheader" scope="col" aria-sort={direction} className={numeric && 'q-num'}>
      <button
        type="button"
        className={classes['sort']}
        onClick={() => onChange({ ...search, sort: sort === first ? second : first })}
      >
        {t(`closing.column.${column}`)}
        <Icon size={15} aria-hidden />
      </button>
    </th>
  )
}

/** The whole row is a target for the mouse; the link in it is the one for everybody else. */
function followLink(event: MouseEvent<HTMLElement>): void {
  if (window.getSelection()?.type === 'Range') return
  if (event.target instanceof Element && event.target.closest('a, button')) return
  event.currentTarget.querySelector<HTMLElement>('[data-row-link]')?.click()
}
