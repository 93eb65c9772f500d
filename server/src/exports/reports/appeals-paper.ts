import type { Locale } from '@qorgan/shared/fields'
import type { AppealsReport, Cell } from '@qorgan/shared/reports'
import { type Block, figureCell, type HeadCell, headCell, type PaperCell, type PaperRow, textCell } from '../paper.ts'
import { filled, paperWordsOf, type PaperWords } from '../words/paper-words.ts'
import { inLanguage } from '../words/words.ts'
import { amount, count, signed, tenge } from '../written.ts'
import type { AppealsFigures, AppealsQuery } from './appeals.ts'
import { added, isRightsDefence, isSocialSupport } from './appeals-parts.ts'
import type { Sheets } from './kinds.ts'

type Column = AppealsReport['columns'][number]
/** So many columns of figures fit an upright page, and so many a wide one; the others follow in a table below. */
const UPRIGHT = 3
const WIDE = 6

/** The table as the union prints it: the count, under it the effect in brackets, and beside them the whole without brackets. */
export function appealsPaper(
  { report, estimated }: AppealsFigures,
  { rows, unconfirmed }: Pick<AppealsQuery, 'rows' | 'unconfirmed'>,
  locale: Locale,
  standing: readonly string[],
  { hasTotal = report.columns.length > 1 }: { hasTotal?: boolean } = {},
): Sheets {
  const words = paperWordsOf(locale)
  const sheet = new AppealsSheet(report, locale, rows)
  const landscape = report.columns.length + (hasTotal ? 1 : 0) > UPRIGHT
  const perTable = landscape ? WIDE : UPRIGHT
  const places: (Column | 'total')[] = [...report.columns, ...(hasTotal ? (['total'] as const) : [])]
  const tables = Array.from({ length: Math.ceil(places.length / perTable) }, (_, index) =>
    places.slice(index * perTable, (index + 1) * perTable),
  )
  const parts: PartRow[] = [
    ...sheet.subtotals(),
    ...(estimated
      ? [
          {
            label: words.estimated,
            cell: (place: Column | 'total') => {
              const sum = place === 'total' ? estimated.total : (estimated.columns[place.key] ?? 0)
              return sum === 0 ? '' : tenge(sum, locale)
            },
          },
        ]
      : []),
    ...(unconfirmed && places.some((place) => sheet.totalOf(place).unconfirmed > 0)
      ? [
          {
            label: words.notConfirmed,
            cell: (place: Column | 'total') => {
              const sum = sheet.totalOf(place).unconfirmed
              return sum === 0 ? '' : tenge(sum, locale)
            },
          },
        ]
      : []),
  ]
  return {
    landscape,
    small: false,
    blocks: [
      ...tables.map((of) => sheet.table(of, parts)),
      { kind: 'notes', items: [...sheet.footnotes(), ...standing, ...remarksOf(report, words, locale)] },
    ],
  }
}

interface PartRow {
  label: string
  cell: (place: Column | 'total') => string
}

class AppealsSheet {
  readonly report: AppealsReport
  readonly locale: Locale
  readonly rows: AppealsQuery['rows']
  readonly marks: Map<string, string>

  constructor(report: AppealsReport, locale: Locale, rows: AppealsQuery['rows']) {
    this.report = report
    this.locale = locale
    this.rows = rows
    const keys = new Set(report.columns.flatMap(({ footnotes }) => footnotes.map(({ key }) => key)))
    this.marks = new Map([...keys].map((key, index) => [key, '*'.repeat(index + 1)]))
  }

  table(places: readonly (Column | 'total')[], parts: readonly PartRow[]): Block {
    const words = paperWordsOf(this.locale)
    return {
      kind: 'table',
      caption: null,
      widths: [1, 6.4, ...places.map(() => 3.6)],
      head: this.head(places, words),
      rows: [
        ...this.report.rows.map(({ label, cells, total }, index): PaperRow => ({
          weight: 'row',
          cells: [
            figureCell(`${index + 1}.`),
            textCell(this.rowLabel(inLanguage(label, this.locale))),
            ...places.map((place) => this.figure(place, place === 'total' ? total : cells[place.key])),
          ],
        })),
        {
          weight: 'total',
          cells: [
            figureCell(''),
            textCell(words.totals),
            ...places.map((place) => this.figure(place, this.totalOf(place))),
          ],
        },
        ...parts.map(({ label, cell }): PaperRow => ({
          weight: 'part',
          cells: [figureCell(''), textCell(label), ...places.map((place) => figureCell(...cell(place).split('\n')))],
        })),
      ],
    }
  }

  totalOf(place: Column | 'total'): Cell {
    const only = place === 'total' ? 'total' : place.key
    return this.report.totals[only] ?? nothing
  }

  /** Rights and support apart. By column only where the rows are the categories that they are made of. */
  subtotals(): PartRow[] {
    const words = paperWordsOf(this.locale)
    const { rightsDefence, socialSupport } = this.report.subtotals
    const part = (label: string, whole: Cell, rows: AppealsReport['rows']): PartRow => ({
      label,
      cell: (place) => {
        if (place === 'total' || this.report.columns.length === 1) return this.written(place, whole).join('\n')
        if (this.rows !== 'category') return ''
        return this.written(place, added(rows.map(({ cells }) => cells[place.key]))).join('\n')
      },
    })
    return [
      part(words.rightsDefence, rightsDefence, this.report.rows.filter(isRightsDefence)),
      part(words.socialSupport, socialSupport, this.report.rows.filter(isSocialSupport)),
    ]
  }

  footnotes(): string[] {
    const texts = new Map(
      this.report.columns.flatMap(({ footnotes }) =>
        footnotes.map(({ key, text }) => [key, inLanguage(text, this.locale)] as const),
      ),
    )
    return [...this.marks].map(([key, mark]) => `${mark} ${this.rowLabel(texts.get(key) ?? '')}`)
  }

  /** One column without a name of its own needs no second line: its dates stand above the table. */
  private head(places: readonly (Column | 'total')[], words: PaperWords): HeadCell[][] {
    const lines = this.report.columns.length === 1 && this.report.columns[0]?.key === 'total' ? 1 : 2
    return [
      [
        headCell(words.number, 1, lines),
        headCell(words.rowsHead[this.rows], 1, lines),
        headCell(words.figuresHead, places.length),
      ],
      ...(lines === 1
        ? []
        : [places.map((place) => headCell(place === 'total' ? words.all : this.columnLabel(place)))]),
    ]
  }

  private columnLabel({ key, label, footnotes }: Column): string {
    const text = inLanguage(label, this.locale)
    // «за 2021 г.», but «6 мес. 2024 г.»
    const year = /^\d{4}$/.test(key) && text.startsWith(key)
    const written = year ? filled(paperWordsOf(this.locale).wholeYear, { year: text }) : text
    const marks = footnotes.map((footnote) => this.marks.get(footnote.key) ?? '')
    return [written, ...marks].join('\u00A0')
  }

  /** The table of categories is printed in capitals, its footnotes too. */
  private rowLabel(label: string): string {
    return this.rows === 'category' ? label.toLocaleUpperCase(this.locale) : label
  }

  private figure(place: Column | 'total', cell: Cell | undefined): PaperCell {
    return figureCell(...this.written(place, cell ?? nothing))
  }

  /** Nothing in brackets where there is no effect; `0 (…)` where money came without appeals. The whole stands without brackets. */
  private written(
    place: Column | 'total',
    { count: n, effect, legacy }: Pick<Cell, 'count' | 'effect' | 'legacy'>,
  ): string[] {
    const pair = (number: number, sum: number) => [
      count(number),
      ...(sum === 0 ? [] : [place === 'total' ? amount(sum) : `(${tenge(sum, this.locale)})`]),
    ]
    return [
      ...pair(n, effect),
      ...(legacy ? [paperWordsOf(this.locale).legacy, ...pair(legacy.count, legacy.effect)] : []),
    ]
  }
}

const nothing: Cell = { count: 0, effect: 0, people: 0, unconfirmed: 0, legacy: null }
function remarksOf(report: AppealsReport, words: PaperWords, locale: Locale): string[] {
  const corrected = report.columns.flatMap(({ key, label }) => {
    const correction = report.corrections[key]
    if (!correction || (correction.count === 0 && correction.effect === 0)) return []
    return filled(words.correction, {
      column: inLanguage(label, locale),
      count: signed(correction.count),
      effect: `${signed(correction.effect)}\u00A0${locale === 'en' ? '₸' : 'тг'}`,
    })
  })
  return [
    ...(report.notCounted.count > 0 ? [filled(words.notCounted, { count: count(report.notCounted.count) })] : []),
    ...corrected,
  ]
}
