import { Title } from '@mantine/core'
import type { AppealsReport } from '@qorgan/shared/reports'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { BarChart, type Slot } from './BarChart.tsx'
import { FigureTable } from './FigureTable.tsx'
import classes from './Pictures.module.css'
import { type Metric, metrics } from './search.ts'
import { targetOf } from './targets.ts'
import { useMonthName } from './use-month-name.ts'

interface Props {
  report: AppealsReport
  branchId: string[] | undefined
}

/** What came and what was won, month by month. */
export function MonthsPicture({ report, branchId }: Props) {
  const { t } = useText()
  const { count, number } = useFormat()
  const monthName = useMonthName()
  const question = branchId ? { branchId } : {}
  const valueOf = (key: string, metric: Metric) => report.totals[key]?.[metric] ?? 0
  const words = (value: number, metric: Metric) => (metric === 'count' ? count(value) : number(value))
  const labelOf = (column: AppealsReport['columns'][number], metric: Metric) =>
    t('figures.pictures.barOf', {
      name: `${t(`figures.pictures.${metric}`)}, ${monthName(column.key)}`,
      value: words(valueOf(column.key, metric), metric),
    })
  const slots = (metric: Metric): Slot[] =>
    report.columns.map((column) => ({
      key: column.key,
      name: monthName(column.key),
      bars: [
        {
          key: metric,
          value: valueOf(column.key, metric),
          label: labelOf(column, metric),
          target: targetOf(metric, question, column, null),
        },
      ],
    }))
  return (
    <section className={`q-surface q-pad ${classes['picture']}`}>
      <header>
        <Title order={2}>{t('figures.pictures.months')}</Title>
        <p>{t('figures.pictures.monthsHint')}</p>
      </header>
      <div>
        {metrics.map((metric) => (
          <div key={metric}>
            <h3>{t(`figures.pictures.${metric}`)}</h3>
            <BarChart
              label={`${t('figures.pictures.months')}. ${t(`figures.pictures.${metric}`)}`}
              slots={slots(metric)}
            />
          </div>
        ))}
      </div>
      <FigureTable
        label={t('figures.pictures.table', { title: t('figures.pictures.months') })}
        head={[t('figures.pictures.month'), t('figures.pictures.count'), t('figures.pictures.effect')]}
        rows={report.columns.map((column) => ({
          key: column.key,
          name: monthName(column.key),
          cells: metrics.map((metric) => {
            const value = valueOf(column.key, metric)
            return {
              key: metric,
              text: words(value, metric),
              label: labelOf(column, metric),
              target: value > 0 ? targetOf(metric, question, column, null) : null,
            }
          }),
        }))}
        total={{
          name: t('figures.pictures.total'),
          cells: metrics.map((metric) => ({ key: metric, text: words(valueOf('total', metric), metric) })),
        }}
      />
    </section>
  )
}
