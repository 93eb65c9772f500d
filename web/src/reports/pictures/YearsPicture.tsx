import { Title } from '@mantine/core'
import { dayWords } from '@qorgan/shared/day-words'
import type { AppealsReport } from '@qorgan/shared/reports'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/i18n.ts'
import { footnotesOf } from '../footnotes.ts'
import { BarChart } from './BarChart.tsx'
import { FigureTable, type TableCell } from './FigureTable.tsx'
import classes from './Pictures.module.css'
import { type Metric, yearsOf } from './search.ts'
import { targetOf } from './targets.ts'
import { useMonthName } from './use-month-name.ts'

interface Props {
  now: AppealsReport
  before: AppealsReport
  metric: Metric
  branchId: string[] | undefined
}

/** The same days of two years side by side, month by month. */
export function YearsPicture({ now, before, metric, branchId }: Props) {
  const { t, locale } = useText()
  const { count, number, label } = useFormat()
  const monthName = useMonthName()
  const year = now.from.slice(0, 4)
  const last = before.from.slice(0, 4)
  const question = branchId ? { branchId } : {}
  const words = (value: number) => (metric === 'count' ? count(value) : number(value))
  const pairs = now.columns.map((column, i) => {
    const old = before.columns[i]
    const side = (from: AppealsReport, own: AppealsReport['columns'][number] | undefined, name: string) => {
      const value = own ? (from.totals[own.key]?.[metric] ?? 0) : 0
      return {
        value,
        label: t('figures.pictures.barOf', { name: `${monthName(column.key)} ${name}`, value: words(value) }),
        target: own && value > 0 ? targetOf(metric, question, own, null) : null,
      }
    }
    return { key: column.key, name: monthName(column.key), old: side(before, old, last), own: side(now, column, year) }
  })
  const signed = (value: number) => (value > 0 ? `+${words(value)}` : value < 0 ? `−${words(-value)}` : '0')
  const percent = (from: number, to: number) => {
    // Of a handful a share says nothing.
    if (from < 10) return '—'
    const text = ((100 * (to - from)) / from).toFixed(0).replace('-', '−')
    return `${to > from ? '+' : ''}${text}${locale === 'en' ? '' : '\u00a0'}%`
  }
  const cells = (key: string, from: number, to: number): TableCell[] => [
    { key: `${key}change`, text: signed(to - from) },
    { key: `${key}percent`, text: percent(from, to) },
  ]
  const sums = {
    old: before.totals['total']?.[metric] ?? 0,
    own: now.totals['total']?.[metric] ?? 0,
  }
  const levels = [...now.columns, ...before.columns].map((column) => column.levels.join())
  return (
    <section className={`q-surface q-pad ${classes['picture']} ${classes['stacked']}`}>
      <header>
        <Title order={2}>{t('figures.pictures.years', { year, before: last })}</Title>
        <p>
          {t(`figures.pictures.${metric}`)}.{' '}
          {yearsOf(year).isWhole
            ? t('figures.pictures.yearsWhole')
            : t('figures.pictures.yearsHint', { day: dayWords[locale].day(now.to, false) })}
        </p>
        {metric === 'count' && new Set(levels).size > 1 && (
          <p className="q-soon">
            {t('figures.pictures.levelsDiffer')}{' '}
            {[...footnotesOf(before), ...footnotesOf(now)].map((note) => label(note.text)).join(' ')}
          </p>
        )}
      </header>
      <div>
        <ul className={classes['legend']} aria-hidden>
          <li>
            <span className={classes['swatchBefore']} /> {last}
          </li>
          <li>
            <span className={classes['swatchNow']} /> {year}
          </li>
        </ul>
        <BarChart
          label={t('figures.pictures.years', { year, before: last })}
          slots={pairs.map(({ key, name, old, own }) => ({
            key,
            name,
            bars: [
              { key: 'old', isBefore: true, ...old },
              { key: 'own', ...own },
            ],
          }))}
        />
      </div>
      <FigureTable
        label={t('figures.pictures.table', { title: t('figures.pictures.years', { year, before: last }) })}
        head={[
          t('figures.pictures.month'),
          last,
          year,
          t('figures.pictures.change'),
          t('figures.pictures.changeShare'),
        ]}
        rows={pairs.map(({ key, name, old, own }) => ({
          key,
          name,
          cells: [
            { key: 'old', text: words(old.value), label: old.label, target: old.target },
            { key: 'own', text: words(own.value), label: own.label, target: own.target },
            ...cells(key, old.value, own.value),
          ],
        }))}
        total={{
          name: t('figures.pictures.total'),
          cells: [
            { key: 'old', text: words(sums.old) },
            { key: 'own', text: words(sums.own) },
            ...cells('total', sums.old, sums.own),
          ],
        }}
      />
    </section>
  )
}
