import type { RouteOutput } from '@qorgan/shared/contract'
import { reportMinistryPdf } from '@qorgan/shared/exports'
import { AppealCategory } from '@qorgan/shared/organisation'
import { reportMinistry } from '@qorgan/shared/reports'
import type { z } from 'zod'
import { reportOnMinistry } from '../../reports/service.ts'
import { type GridCell, type GridRow, place, sumDown } from '../grid.ts'
import { figureCell, headCell, type PaperRow, textCell } from '../paper.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage, wordsOf } from '../words/words.ts'
import { amount, count } from '../written.ts'
import type { ReportKind } from './kinds.ts'

type Query = Omit<z.output<typeof reportMinistryPdf.query>, 'locale'>
type Figures = RouteOutput<typeof reportMinistry>
type Row = Figures['totals']

const categories = AppealCategory.options
const others = [
  'receivedTotal',
  'resolved',
  'positive',
  'openAtEnd',
  'effect',
] as const satisfies readonly (keyof Row)[]
const LABELS = 2

export const ministryReport: ReportKind<Query, Figures> = {
  kind: 'ministry',
  access: reportMinistry.access,
  query: reportMinistryPdf.query,
  span: (query) => query,
  read: (db, actor, { from, to }, today) => reportOnMinistry(db, actor, { from, to, today }),
  paper: ({ rows, totals, tensions }, _query, locale, standing) => {
    const words = paperWordsOf(locale)
    const { categoryShort } = wordsOf(locale)
    const line = (label: string, number: string, row: Row, weight: PaperRow['weight']): PaperRow => ({
      weight,
      cells: [
        figureCell(number),
        textCell(label),
        ...categories.map((key) => figureCell(count(row.received[key]))),
        ...others.map((name) => figureCell(name === 'effect' ? amount(row.effect) : count(row[name]))),
      ],
    })
    return {
      landscape: true,
      small: true,
      blocks: [
        {
          kind: 'table',
          caption: null,
          widths: [1, 5, ...categories.map(() => 2.5), 1.6, 2.5, 2.9, 2.9, 3.2],
          head: [
            [
              headCell(words.number, 1, 2),
              headCell(words.rowsHead.region, 1, 2),
              headCell(words.ministry.received, categories.length + 1),
              ...others.slice(1).map((name) => headCell(words.ministry[name], 1, 2)),
            ],
            [...categories.map((key) => headCell(categoryShort[key])), headCell(words.ministry.receivedTotal)],
          ],
          rows: [
            ...rows.map((row, index) => line(inLanguage(row.label, locale), `${index + 1}.`, row, 'row')),
            line(words.totals, '', totals, 'total'),
          ],
        },
        { kind: 'notes', items: [...standing] },
        ...(tensions.length > 0
          ? [
              {
                kind: 'text' as const,
                heading: words.ministry.tensions,
                paragraphs: tensions.map(
                  ({ label, periodKey, text }) => `${inLanguage(label, locale)} (${periodKey}): ${text}`,
                ),
              },
            ]
          : []),
      ],
    }
  },
  grid: ({ rows, totals }, _query, locale) => {
    const words = paperWordsOf(locale)
    const { categoryShort } = wordsOf(locale)
    const valuesOf = (row: Row) => [...categories.map((key) => row.received[key]), ...others.map((name) => row[name])]
    const total = LABELS + categories.length
    return {
      frozenColumns: LABELS,
      columns: [
        { width: 6, kind: 'int' },
        { width: 34, kind: 'text' },
        ...[...categories, ...others].map((name) => ({ width: name === 'effect' ? 20 : 14, kind: 'int' }) as const),
      ],
      head: [
        [
          headCell(words.number, 1, 2),
          headCell(words.rowsHead.region, 1, 2),
          headCell(words.ministry.received, categories.length + 1),
          ...others.slice(1).map((name) => headCell(words.ministry[name], 1, 2)),
        ],
        [...categories.map((key) => headCell(categoryShort[key])), headCell(words.ministry.receivedTotal)],
      ],
      rows: (first): GridRow[] => [
        ...rows.map((row, index): GridRow => ({
          weight: 'row',
          cells: [
            index + 1,
            inLanguage(row.label, locale),
            ...valuesOf(row).map((value, at): GridCell =>
              LABELS + at === total
                ? {
                    value,
                    formula: `SUM(${place(LABELS, first + index)}:${place(total - 1, first + index)})`,
                  }
                : value,
            ),
          ],
        })),
        {
          weight: 'total',
          cells: [
            null,
            words.totals,
            ...valuesOf(totals).map((value, at): GridCell => ({
              value,
              formula: sumDown(LABELS + at, first, first + rows.length - 1),
            })),
          ],
        },
      ],
    }
  },
  totals: ({ totals }, locale) => {
    const words = paperWordsOf(locale)
    return [
      { label: words.count, value: totals.receivedTotal },
      { label: words.effect, value: totals.effect },
    ]
  },
  remarks: () => [],
}
