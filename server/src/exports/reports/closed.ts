import type { Locale } from '@qorgan/shared/fields'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { AppealsReport, Cell } from '@qorgan/shared/reports'
import type { BranchSnapshot, Figures, PeriodSnapshot } from '../../closing/service.ts'
import { categoryLabels, columnsOf } from '../../reports/service.ts'
import { type Block, figureCell, headCell, type PaperRow, textCell } from '../paper.ts'
import { filled, paperWordsOf } from '../words/paper-words.ts'
import { inLanguage, wordsOf } from '../words/words.ts'
import { count, period, signed, tenge } from '../written.ts'
import { appealsPaper } from './appeals-paper.ts'
import type { Sheets } from './kinds.ts'

interface Span {
  key: string
  from: string
  to: string
  figures: Figures
}

/** A unit's quarter beside the one before, the same a year ago and the year to its end, with what it says of them. */
export function branchReportPaper(
  { period: quarter, figures, comparison, corrections, text }: BranchSnapshot,
  locale: Locale,
  standing: readonly string[],
): Sheets {
  const words = paperWordsOf(locale)
  const year = Number(quarter.key.slice(0, 4))
  const before = quarter.key.endsWith('Q1') ? `${year - 1}Q4` : `${year}Q${Number(quarter.key.at(-1)) - 1}`
  const spans: Span[] = [
    { ...quarter, figures },
    { ...daysOf(before), figures: comparison.previous },
    { ...daysOf(`${year - 1}${quarter.key.slice(4)}`), figures: comparison.yearAgo },
    { key: 'year', from: `${year}-01-01`, to: quarter.to, figures: comparison.yearToDate },
  ]
  const table = tableOf(spans, locale, standing)
  return {
    ...table,
    blocks: [
      ...table.blocks,
      ...correctionsTable(corrections, locale),
      ...(text.analysis ? [textBlock(words.analysis, [text.analysis])] : []),
      ...(text.tensions ? [textBlock(words.tensions, [text.tensions])] : []),
      ...(text.examples.length > 0
        ? [
            textBlock(
              words.examples,
              text.examples.map(({ number, text: told }) => `${number}. ${told}`),
            ),
          ]
        : []),
    ],
  }
}

/** The union's quarter, its units side by side, and what each of them says. */
export function periodPaper(
  { period: quarter, units: frozen, figures, corrections }: PeriodSnapshot,
  locale: Locale,
  standing: readonly string[],
): Sheets {
  const words = paperWordsOf(locale)
  const { council } = wordsOf(locale)
  const nameOf = ({ unit }: PeriodSnapshot['units'][number]) =>
    unit.branchId === null ? council : inLanguage(unit.name, locale)
  // As the board has them: branches by name, then the council.
  const units = frozen.toSorted(
    (a, b) =>
      Number(a.unit.branchId === null) - Number(b.unit.branchId === null) || nameOf(a).localeCompare(nameOf(b), locale),
  )
  const said = (of: (text: PeriodSnapshot['units'][number]['text']) => string | null) =>
    units.flatMap((one) => {
      const text = of(one.text)
      return text ? [`${nameOf(one)}. ${text}`] : []
    })
  const table = tableOf([{ ...quarter, figures }], locale, standing)
  return {
    ...table,
    blocks: [
      ...table.blocks,
      unitsTable(
        units.map((one) => ({ name: nameOf(one), figures: one.figures })),
        figures,
        locale,
      ),
      ...correctionsTable(corrections, locale),
      ...sectionOf(
        words.analysis,
        said(({ analysis }) => analysis),
      ),
      ...sectionOf(
        words.tensions,
        said(({ tensions }) => tensions),
      ),
      ...sectionOf(
        words.examples,
        units.flatMap(({ text }) => text.examples.map(({ number, text: told }) => `${number}. ${told}`)),
      ),
    ],
  }
}

/** The figures of quarters as the report of appeals has them, so that they are printed alike. */
function tableOf(spans: readonly Span[], locale: Locale, standing: readonly string[]): Sheets {
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
  return appealsPaper(
    { report, estimated: hasEstimated ? { total: 0, columns: estimated } : null },
    { rows: 'category', unconfirmed: true },
    locale,
    standing,
    { hasTotal: false },
  )
}

type Amounts = Figures['totals']
const nothing: Amounts = { count: 0, effect: 0, people: 0, unconfirmed: 0, estimated: 0 }
const cellOf = ({ count: n, effect, people, unconfirmed }: Amounts): Cell => ({
  count: n,
  effect,
  people,
  unconfirmed,
  legacy: null,
})

function daysOf(key: string): { key: string; from: string; to: string } {
  const month = String(Number(key.at(-1)) * 3 - 2).padStart(2, '0')
  const [column] = columnsOf(`${key.slice(0, 4)}-${month}-01`, `${key.slice(0, 4)}-${month}-28`, 'quarter')
  if (!column) throw new Error(`${key} is no quarter`)
  const ends = ['03-31', '06-30', '09-30', '12-31']
  return { key, from: column.from, to: `${key.slice(0, 4)}-${ends[Number(key.at(-1)) - 1]}` }
}

function labelOf(key: string, { from, to }: { from: string; to: string }) {
  if (key === 'year') return inAll((locale) => period({ from, to }, locale))
  const [column] = columnsOf(from, to, 'quarter')
  return column?.label ?? inAll(() => key)
}
const inAll = (text: (locale: Locale) => string) => ({ ru: text('ru'), kk: text('kk'), en: text('en') })

function unitsTable(units: readonly { name: string; figures: Figures }[], whole: Figures, locale: Locale): Block {
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

function correctionsTable(
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
          textCell(inLanguage(labelOf(periodKey, daysOf(periodKey)), locale)),
          figureCell(signed(n)),
          figureCell(signed(effect)),
        ],
      })),
    },
  ]
}

/** Paragraphs as whoever wrote them broke them. */
const textBlock = (heading: string, texts: readonly string[]): Block => ({
  kind: 'text',
  heading,
  paragraphs: texts.flatMap((text) => text.split(/\n+/)).filter((paragraph) => paragraph.trim() !== ''),
})
const sectionOf = (heading: string, texts: readonly string[]): Block[] =>
  texts.length === 0 ? [] : [textBlock(heading, texts)]

export const unitLine = (name: string, locale: Locale): string => filled(paperWordsOf(locale).unit, { name })
