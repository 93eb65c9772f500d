import type { RouteOutput } from '@qorgan/shared/contract'
import { reportMembershipPdf } from '@qorgan/shared/exports'
import { reportMembership } from '@qorgan/shared/reports'
import type { z } from 'zod'
import { reportOnMembership } from '../../reports/service.ts'
import { type GridRow, sumDown } from '../grid.ts'
import { figureCell, headCell, type PaperRow, textCell } from '../paper.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage } from '../words/words.ts'
import { count } from '../written.ts'
import type { ReportKind } from './kinds.ts'

type Query = Omit<z.output<typeof reportMembershipPdf.query>, 'locale'>
type Figures = RouteOutput<typeof reportMembership>
type Row = Figures['totals']

const names = ['primaryOrganisations', 'total', 'employed', 'students', 'pensioners'] as const satisfies (keyof Row)[]
const LABELS = 2

export const membershipReport: ReportKind<Query, Figures> = {
  kind: 'membership',
  access: reportMembership.access,
  // What is sent out names its day; a file without one is of today.
  query: reportMembershipPdf.query.required({ on: true }),
  span: ({ on }, today) => ({ from: on ?? today, to: on ?? today }),
  read: (db, actor, { on }, today) => reportOnMembership(db, actor, on ?? today),
  paper: ({ rows, totals }, _query, locale) => {
    const words = paperWordsOf(locale)
    const line = (label: string, number: string, row: Row, weight: PaperRow['weight']): PaperRow => ({
      weight,
      cells: [figureCell(number), textCell(label), ...names.map((name) => figureCell(count(row[name])))],
    })
    return {
      landscape: false,
      small: false,
      blocks: [
        {
          kind: 'table',
          caption: null,
          widths: [0.8, 4.6, ...names.map(() => 2.7)],
          head: [
            [
              headCell(words.number),
              headCell(words.rowsHead.branch),
              ...names.map((name) => headCell(words.membership[name])),
            ],
          ],
          rows: [
            ...rows.map((row, index) => line(inLanguage(row.label, locale), `${index + 1}.`, row, 'row')),
            line(words.totals, '', totals, 'total'),
          ],
        },
        { kind: 'notes', items: [words.membership.note] },
      ],
    }
  },
  grid: ({ rows, totals }, _query, locale) => {
    const words = paperWordsOf(locale)
    return {
      frozenColumns: LABELS,
      columns: [
        { width: 6, kind: 'int' },
        { width: 40, kind: 'text' },
        ...names.map(() => ({ width: 15, kind: 'int' }) as const),
      ],
      head: [
        [
          headCell(words.number),
          headCell(words.rowsHead.branch),
          ...names.map((name) => headCell(words.membership[name])),
        ],
      ],
      rows: (first): GridRow[] => [
        ...rows.map((row, index): GridRow => ({
          weight: 'row',
          cells: [index + 1, inLanguage(row.label, locale), ...names.map((name) => row[name])],
        })),
        {
          weight: 'total',
          cells: [
            null,
            words.totals,
            ...names.map((name, at) => ({
              value: totals[name],
              formula: sumDown(LABELS + at, first, first + rows.length - 1),
            })),
          ],
        },
      ],
    }
  },
  totals: ({ totals }, locale) => {
    const words = paperWordsOf(locale).membership
    return [
      { label: words.primaryOrganisations, value: totals.primaryOrganisations },
      { label: words.total, value: totals.total },
    ]
  },
  remarks: () => [],
}
