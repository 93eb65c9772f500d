import { reportMovementPdf } from '@qorgan/shared/exports'
import type { RouteOutput } from '@qorgan/shared/contract'
import type { Locale } from '@qorgan/shared/fields'
import { type MovementFigures, reportMovement } from '@qorgan/shared/reports'
import type { z } from 'zod'
import { toUnitIds } from '../../organisation/service.ts'
import { reportOnMovement } from '../../reports/service.ts'
import { type GridCell, type GridRow, place, sumDown } from '../grid.ts'
import { figureCell, headCell, type PaperRow, textCell, turnedCell } from '../paper.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage } from '../words/words.ts'
import { count, share } from '../written.ts'
import type { ReportKind } from './kinds.ts'

type Query = Omit<z.output<typeof reportMovementPdf.query>, 'locale'>
type Figures = RouteOutput<typeof reportMovement>
type Row = z.output<typeof MovementFigures>

const names = [
  'openAtStart',
  'received',
  'resolved',
  'positive',
  'positiveShare',
  'transferredIn',
  'transferredOut',
  'openAtEnd',
  'overdue',
  'resolvedLate',
  'repeat',
  'collective',
  'signatories',
  'nonMembers',
  'consultations',
] as const satisfies readonly (keyof Row)[]
const LABELS = 2
const columnOf = (name: (typeof names)[number]) => LABELS + names.indexOf(name)

export const movementReport: ReportKind<Query, Figures> = {
  kind: 'movement',
  access: reportMovement.access,
  query: reportMovementPdf.query,
  span: (query) => query,
  read: (db, actor, { branchId, ...question }, today) =>
    reportOnMovement(db, actor, {
      ...question,
      unitIds: branchId?.length ? toUnitIds(branchId) : undefined,
      today,
    }),
  paper: ({ rows, totals }, { rows: by }, locale, standing) => {
    const words = paperWordsOf(locale)
    const line = (label: string, number: string, row: Row, weight: PaperRow['weight']): PaperRow => ({
      weight,
      cells: [
        figureCell(number),
        textCell(label),
        ...names.map((name) => figureCell(name === 'positiveShare' ? sharing(row, locale) : count(row[name]))),
      ],
    })
    return {
      landscape: true,
      small: true,
      blocks: [
        {
          kind: 'table',
          caption: null,
          widths: [1, 5.2, ...names.map(() => 1.9)],
          head: [
            [
              headCell(words.number),
              headCell(words.rowsHead[by]),
              ...names.map((name) => turnedCell(words.movement[name])),
            ],
          ],
          rows: [
            ...rows.map((row, index) => line(inLanguage(row.label, locale), `${index + 1}.`, row, 'row')),
            line(words.totals, '', totals, 'total'),
          ],
        },
        { kind: 'notes', items: [...standing] },
      ],
    }
  },
  grid: ({ rows, totals }, { rows: by }, locale) => {
    const words = paperWordsOf(locale)
    const shared = (row: Row, at: number): GridCell =>
      row.positiveShare === null
        ? null
        : {
            value: row.positiveShare,
            // As the API rounds it.
            formula: `ROUND(${place(columnOf('positive'), at)}/${place(columnOf('resolved'), at)},4)`,
          }
    return {
      frozenColumns: LABELS,
      columns: [
        { width: 6, kind: 'int' },
        { width: 40, kind: 'text' },
        ...names.map((name) => ({ width: 15, kind: name === 'positiveShare' ? 'share' : 'int' }) as const),
      ],
      head: [
        [headCell(words.number), headCell(words.rowsHead[by]), ...names.map((name) => headCell(words.movement[name]))],
      ],
      rows: (first): GridRow[] => {
        const last = first + rows.length - 1
        return [
          ...rows.map((row, index): GridRow => ({
            weight: 'row',
            cells: [
              index + 1,
              inLanguage(row.label, locale),
              ...names.map((name) => (name === 'positiveShare' ? shared(row, first + index) : row[name])),
            ],
          })),
          {
            weight: 'total',
            cells: [
              null,
              words.totals,
              ...names.map((name): GridCell =>
                name === 'positiveShare'
                  ? shared(totals, last + 1)
                  : { value: totals[name], formula: sumDown(columnOf(name), first, last) },
              ),
            ],
          },
        ]
      },
    }
  },
  totals: ({ totals }, locale) => {
    const words = paperWordsOf(locale).movement
    return [
      { label: words.received, value: totals.received },
      { label: words.resolved, value: totals.resolved },
      { label: words.openAtEnd, value: totals.openAtEnd },
    ]
  },
  remarks: (_figures, { rows }, locale) => {
    const words = paperWordsOf(locale)
    return [[words.parameter.rows, words.rowsBy[rows]]]
  },
}

const sharing = ({ positiveShare }: Row, locale: Locale) =>
  positiveShare === null ? '–' : share(positiveShare, locale)
