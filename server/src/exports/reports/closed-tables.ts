import { inEachLanguage } from '@qorgan/shared/day-words'
import type { Locale } from '@qorgan/shared/fields'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { AppealsReport, Cell } from '@qorgan/shared/reports'
import { type Figures, quarterOfKey } from '../../closing/service.ts'
import { categoryLabels, columnsOf } from '../../reports/service.ts'
import { type Block, figureCell, headCell, type PaperRow, textCell } from '../paper.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage } from '../words/words.ts'
import { count, period, signed, tenge } from '../written.ts'
import type { AppealsFigures } from './appeals.ts'
import { appealsPaper } from './appeals-paper.ts'
import type { Sheets } from './kinds.ts'

export interface Span {
  key: string
  from: string
  to: string
  figures: Figures
}

/** The figures of quarters as the report of appeals has them, so that they stand on paper and in a sheet as its own do. */
export function quartersFigures(spans: readonly Span[]): AppealsFigures {
  const cellsOf = (of: (figures: Figures) => Amounts): Record<string, Cell> =>
    Object.fromEntries(spans.map(({ key, figures }) => [key, cellOf(of(figures))]))
  const [first] = spans
  if (!first) throw new Error('a report has a quarter')
  const report: AppealsReport = {
    from: first.from,
    to: first.to,
    columns: spans.map(({ key, from, to, figures }) => ({
      key,
      from,
      to,
      label: labelOf(key, { from, to }),
      levels: figures.levels,
      footnotes: figures.footnotes,
    })),
    rows: AppealCategory.options.map((category) => {
      const cells = cellsOf((figures) => figures.categories.find((one) => one.category === category) ?? nothing)
      return { key: category, label: categoryLabels[category], cells, total: cells[first.key] ?? cellOf(nothing) }
    }),
    totals: cellsOf(({ totals }) => totals),
    subtotals: {
      rightsDefence: cellOf(first.figures.subtotals.rightsDefence),
      socialSupport: cellOf(first.figures.subtotals.socialSupport),
    },
    notCounted: { count: first.figures.notCounted },
    corrections: {},
  }
  const estimated = Object.fromEntries(spans.map(({ key, figures }) => [key, figures.totals.estimated]))
  const hasEstimated = Object.values(estimated).some((sum) => sum > 0)
  return { report, estimated: hasEstimated ? { total: 0, columns: estimated } : null }
}

/** Quarters beside each other have no whole. */
export const tableOf = (spans: readonly Span[], locale: Locale, standing: readonly string[]): Sheets =>
  appealsPaper(quartersFigures(spans), { rows: 'category', unconfirmed: true }, locale, standing, { hasTotal: false })

type Amounts = Figures['totals']
const nothing: Amounts = { count: 0, effect: 0, people: 0, unconfirmed: 0, estimated: 0 }
export const cellOf = ({ count: n, effect, people, unconfirmed }: Amounts): Cell => ({
  count: n,
  effect,
  people,
  unconfirmed,
  legacy: null,
})

function labelOf(key: string, { from, to }: { from: string; to: string }) {
  if (key === 'year') return inEachLanguage((locale) => period({ from, to }, locale))
  const [column] = columnsOf(from, to, 'quarter')
  return column?.label ?? inEachLanguage(() => key)
}

export function unitsTable(
  units: readonly { name: string; figures: Figures }[],
  whole: Figures,
  locale: Locale,
): Block {
  const words = paperWordsOf(locale)
  const line = (name: string, number: string, { totals }: Figures, weight: PaperRow['weight']): PaperRow => ({
    weight,
    cells: [
      figureCell(number),
      textCell(name),
      figureCell(count(totals.count)),
      figureCell(totals.effect === 0 ? '' : tenge(totals.effect, locale)),
    ],
  })
  return {
    kind: 'table',
    caption: words.byUnits,
    widths: [1, 8, 3, 4],
    head: [[headCell(words.number), headCell(words.rowsHead.branch), headCell(words.count), headCell(words.effect)]],
    rows: [
      ...units.map(({ name, figures }, index) => line(name, `${index + 1}.`, figures, 'row')),
      line(words.totals, '', whole, 'total'),
    ],
  }
}

export function correctionsTable(
  corrections: readonly { periodKey: string; count: number; effect: number }[],
  locale: Locale,
): Block[] {
  if (corrections.length === 0) return []
  const words = paperWordsOf(locale)
  return [
    {
      kind: 'table',
      caption: words.correctionsOf,
      widths: [5, 3, 4],
      head: [[headCell(words.correctionsHead), headCell(words.count), headCell(words.effect)]],
      rows: corrections.map(({ periodKey, count: n, effect }) => ({
        weight: 'row',
        cells: [
          textCell(inLanguage(labelOf(periodKey, quarterOfKey(periodKey)), locale)),
          figureCell(signed(n)),
          figureCell(signed(effect)),
        ],
      })),
    },
  ]
}
