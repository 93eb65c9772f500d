import type { RouteOutput } from '@qorgan/shared/contract'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { reportMinistry } from '@qorgan/shared/reports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { appealSearch } from '../../appeals/search.ts'
import { effectSearch } from '../../effects/search.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { reportQueries } from '../queries.ts'
import reportClasses from '../Report.module.css'
import classes from '../movement/Movement.module.css'

export type MinistryReport = RouteOutput<typeof reportMinistry>
type Figures = MinistryReport['totals']

export function MinistryTable({ report }: { report: MinistryReport }) {
  const { t } = useText()
  const { label } = useFormat()
  // Appeals without a region are a row only where there are some.
  const rows = report.rows.filter(
    (row) => row.key !== 'none' || row.receivedTotal + row.resolved + row.openAtEnd + row.effect > 0,
  )
  return (
    <ScrollRegion label={t('figures.ministry.tableLabel')} className={`q-surface ${reportClasses['scroll']}`}>
      <table className={`${reportClasses['table']} ${classes['table']}`}>
        <thead>
          <tr>
            <th scope="col">{t('figures.ministry.region')}</th>
            <th scope="col">{t('figures.ministry.column.received')}</th>
            {AppealCategory.options.map((category) => (
              <th key={category} scope="col">
                {t(`categoryShort.${category}`)}
              </th>
            ))}
            {(['resolved', 'positive', 'openAtEnd', 'effect'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`figures.ministry.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{label(row.label)}</th>
              <Row row={row} name={label(row.label)} region={row.key} report={report} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reports.totals')}</th>
            <Row row={report.totals} name={t('reports.totals')} region={null} report={report} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

interface RowProps {
  row: Figures
  name: string
  region: string | null
  report: MinistryReport
}

function Row({ row, name, region, report }: RowProps) {
  const { t } = useText()
  const { count, number } = useFormat()
  const levels = useQuery(reportQueries.levels(report.from)).data
  const shared = { ...(region === null ? {} : { regionCode: [region] }), level: levels }
  const received = { ...shared, receivedFrom: report.from, receivedTo: report.to }
  const resolved = { ...shared, resolvedFrom: report.from, resolvedTo: report.to }
  const figure = (key: string, value: number, column: string, filter: Record<string, unknown> | null) => (
    <td key={key} className={value === 0 ? 'q-dim' : undefined}>
      {levels && filter && value > 0 ? (
        <Link
          to="/appeals"
          search={appealSearch(filter)}
          aria-label={t('figures.movement.listOf', { row: name, column, value: count(value) })}
        >
          {count(value)}
        </Link>
      ) : (
        count(value)
      )}
    </td>
  )
  return (
    <>
      {figure('all', row.receivedTotal, t('figures.ministry.column.received'), received)}
      {AppealCategory.options.map((category) =>
        figure(category, row.received[category] ?? 0, t(`categoryShort.${category}`), {
          ...received,
          category: [category],
        }),
      )}
      {figure('resolved', row.resolved, t('figures.ministry.column.resolved'), resolved)}
      {figure('positive', row.positive, t('figures.ministry.column.positive'), {
        ...resolved,
        outcome: ['satisfied', 'partly_satisfied', 'settled'],
      })}
      {figure('open', row.openAtEnd, t('figures.ministry.column.openAtEnd'), null)}
      <td className={row.effect === 0 ? 'q-dim' : 'q-nowrap'}>
        {levels && row.effect > 0 ? (
          <Link
            to="/effects"
            search={effectSearch({
              ...shared,
              stage: ['received'],
              occurredFrom: report.from,
              occurredTo: report.to,
            })}
            aria-label={t('figures.movement.listOf', {
              row: name,
              column: t('figures.ministry.column.effect'),
              value: number(row.effect),
            })}
          >
            {number(row.effect)}
          </Link>
        ) : (
          number(row.effect)
        )}
      </td>
    </>
  )
}
