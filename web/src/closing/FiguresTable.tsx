import { VisuallyHidden } from '@mantine/core'
import type { BranchReport } from '@qorgan/shared/closing'
import type { Cell } from '@qorgan/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { appealSearch } from '../appeals/search.ts'
import { effectSearch } from '../effects/search.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import { reportQueries } from '../reports/queries.ts'
import { Change } from './Change.tsx'
import classes from './Figures.module.css'
import { quarterAt } from './quarters.ts'
import type { Figures } from './queries.ts'
import { useQuarterName } from './use-quarter-name.ts'

const spans = ['current', 'previous', 'yearAgo', 'yearToDate'] as const
type Span = (typeof spans)[number]
interface Dates {
  from: string
  to: string
  levels: readonly string[]
}

/** On a phone each category is a card, its numbers one beneath the other. */
export function FiguresTable({ report, figures }: { report: BranchReport; figures: Figures }) {
  const { t } = useText()
  const { label } = useFormat()
  const dates = useDates(report)
  const titles = useTitles(report)
  const rows = [
    ...figures.rows.map(({ category, label: name, ...cells }) => ({
      key: category,
      category,
      name: label(name),
      cells,
    })),
    { key: 'total', category: null, name: t('reports.totals'), cells: figures.totals },
  ]
  return (
    <table role="table" className={classes['figures']} aria-label={t('closing.figures.title')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('closing.figures.category')}
          </th>
          {spans.map((span) => (
            <th key={span} role="columnheader" scope="col" data-span={span}>
              {titles[span]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, category, name, cells }) => (
          <tr key={key} role="row" data-total={category === null || undefined}>
            <th role="rowheader" scope="row">
              {name}
            </th>
            {spans.map((span) => (
              <td key={span} role="cell" data-span={span} data-title={titles[span]}>
                <FigureCell
                  cell={cells[span]}
                  links={linksOf(report, dates?.[span], category)}
                  name={`${name}, ${titles[span]}`}
                  {...(span === 'previous' || span === 'yearAgo' ? { current: cells.current } : {})}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useTitles({ periodKey }: BranchReport): Record<Span, string> {
  const { t } = useText()
  const quarterName = useQuarterName()
  return {
    current: quarterName(periodKey),
    previous: quarterName(quarterAt(periodKey, -1)?.key ?? ''),
    yearAgo: quarterName(quarterAt(periodKey, -4)?.key ?? ''),
    yearToDate: t('closing.figures.yearToDate', { year: periodKey.slice(0, 4) }),
  }
}

/** Which levels count is a dated setting; the report of the same dates says which. */
function useDates({ periodKey, from, to, branchId }: BranchReport): Record<Span, Dates> | null {
  const yearAgo = quarterAt(periodKey, -4)
  const previous = quarterAt(periodKey, -1)
  const live = useQuery(
    reportQueries.appeals({ from: yearAgo?.from ?? from, to, columns: 'quarter', branchId: [branchId ?? 'council'] }),
  ).data
  if (!live || !yearAgo || !previous) return null
  const levelsOf = (key: string) => live.columns.find((column) => column.key === key)?.levels ?? []
  const levels = levelsOf(periodKey)
  return {
    current: { from, to, levels },
    previous: { ...previous, levels: levelsOf(previous.key) },
    yearAgo: { ...yearAgo, levels: levelsOf(yearAgo.key) },
    yearToDate: { from: `${from.slice(0, 4)}-01-01`, to, levels },
  }
}

type Links = ReturnType<typeof linksOf>
function linksOf({ branchId }: BranchReport, dates: Dates | undefined, category: string | null) {
  if (!dates) return null
  const shared = {
    branchId: [branchId ?? 'council'],
    level: [...dates.levels],
    ...(category && { category: [category] }),
  }
  return {
    appeals: appealSearch({ ...shared, receivedFrom: dates.from, receivedTo: dates.to }),
    effects: effectSearch({ ...shared, stage: ['received'], occurredFrom: dates.from, occurredTo: dates.to }),
  }
}

/** `1155 (334 731 370 тг)`, and beneath by how much this quarter differs. */
function FigureCell({ cell, links, name, current }: { cell: Cell; links: Links; name: string; current?: Cell }) {
  const { t } = useText()
  const { number, count } = useFormat()
  const amount = `(${number(cell.effect)}\u00a0${t('reports.currency')})`
  return (
    <>
      <span className={classes['cellCount']}>
        {links && cell.count > 0 ? (
          <Link
            to="/appeals"
            search={links.appeals}
            aria-label={`${name}: ${t('count.appeals', { count: cell.count, value: count(cell.count) })}`}
          >
            {count(cell.count)}
          </Link>
        ) : (
          <span className={cell.count === 0 ? 'q-dim' : undefined}>{count(cell.count)}</span>
        )}
      </span>{' '}
      {cell.effect > 0 && (
        <span className={classes['cellEffect']}>
          {links ? (
            <Link to="/effects" search={links.effects} aria-label={`${name}: ${amount}`}>
              {amount}
            </Link>
          ) : (
            amount
          )}
        </span>
      )}
      {current && (
        <span className={classes['cellChange']}>
          <VisuallyHidden>{t('closing.figures.change')} </VisuallyHidden>
          <Difference count={current.count - cell.count} effect={current.effect - cell.effect} />
        </span>
      )}
    </>
  )
}

function Difference({ count, effect }: { count: number; effect: number }) {
  const { t } = useText()
  if (count === 0 && effect === 0) return t('closing.figures.same')
  return (
    <>
      <Change value={count} />
      {effect !== 0 && (
        <>
          {' · '}
          <Change value={effect} /> {t('reports.currency')}
        </>
      )}
    </>
  )
}
