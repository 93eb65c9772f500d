import type { RouteOutput } from '@qorgan/shared/contract'
import { reportMedAdvokatPdf } from '@qorgan/shared/exports'
import type { Label, Locale } from '@qorgan/shared/fields'
import { LegalCaseKind, LegalOutcome } from '@qorgan/shared/legal-cases'
import { type MedAdvokatFigures, reportMedAdvokat } from '@qorgan/shared/reports'
import type { z } from 'zod'
import { toUnitIds } from '../../organisation/service.ts'
import { reportOnMedAdvokat } from '../../reports/service.ts'
import { type GridCell, type GridRow, sumDown } from '../grid.ts'
import { type Block, figureCell, headCell, type PaperRow, textCell } from '../paper.ts'
import { type PaperWords, paperWordsOf } from '../words/paper-words.ts'
import { inLanguage, wordsOf } from '../words/words.ts'
import { amount, count } from '../written.ts'
import type { ReportKind } from './kinds.ts'

type Query = Omit<z.output<typeof reportMedAdvokatPdf.query>, 'locale'>
type Figures = RouteOutput<typeof reportMedAdvokat>
type Branch = { label: Label; figures: MedAdvokatFigures }

const kinds = LegalCaseKind.options
const money = ['allotted', 'committed', 'paid'] as const
const LABELS = 2

export const medAdvokatReport: ReportKind<Query, Figures> = {
  kind: 'medadvokat',
  access: reportMedAdvokat.access,
  query: reportMedAdvokatPdf.query,
  span: (query) => query,
  read: (db, actor, { from, to, branchId, rows }) =>
    reportOnMedAdvokat(db, actor, {
      from,
      to,
      unitIds: branchId?.length ? toUnitIds(branchId) : undefined,
      byBranch: rows === 'branch',
    }),
  paper: (figures, _query, locale, standing) => {
    const words = paperWordsOf(locale)
    const rows = figures.rows ?? []
    return {
      landscape: rows.length > 0,
      small: rows.length > 0,
      blocks: [
        wholeTable(figures, locale),
        ...(rows.length > 0 ? [branchTable(rows, locale)] : []),
        { kind: 'notes', items: [...notesOf(figures, words), ...standing] },
      ],
    }
  },
  grid: (figures, _query, locale) => {
    const words = paperWordsOf(locale)
    const branches = figures.rows ?? []
    if (branches.length === 0) {
      return {
        frozenColumns: LABELS,
        columns: [
          { width: 6, kind: 'int' },
          { width: 52, kind: 'text' },
          { width: 20, kind: 'int' },
        ],
        head: [[headCell(words.number), headCell(words.medadvokat.figure), headCell(words.medadvokat.value)]],
        rows: (): GridRow[] =>
          linesOf(figures, locale).map(({ label, value }, index) => ({
            weight: 'row',
            cells: [index + 1, label, value],
          })),
      }
    }
    const heads = branchHeads(words, locale)
    return {
      frozenColumns: LABELS,
      columns: [
        { width: 6, kind: 'int' },
        { width: 38, kind: 'text' },
        ...heads.map(() => ({ width: 16, kind: 'int' }) as const),
      ],
      head: [[headCell(words.number), headCell(words.rowsHead.branch), ...heads.map((text) => headCell(text))]],
      rows: (first): GridRow[] => [
        ...branches.map(({ label, figures: own }, index): GridRow => ({
          weight: 'row',
          cells: [index + 1, inLanguage(label, locale), ...valuesOf(own)],
        })),
        {
          weight: 'total',
          cells: [
            null,
            words.totals,
            ...valuesOf(figures).map((value, at): GridCell => {
              const parts = branches.map(({ figures: own }) => valuesOf(own)[at])
              // A person may be in the cases of two branches, and a small number is not there to be added.
              const isSum =
                value !== null && value === parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0)
              return isSum ? { value, formula: sumDown(LABELS + at, first, first + branches.length - 1) } : value
            }),
          ],
        },
      ],
    }
  },
  totals: (figures, locale) => {
    const words = paperWordsOf(locale).medadvokat
    return [
      { label: words.people, value: figures.peopleHelped },
      { label: words.total, value: figures.cases.total },
      { label: words.allotted, value: figures.allotted },
    ].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
  },
  remarks: () => [],
}

function notesOf(figures: Figures, words: PaperWords): string[] {
  const isHidden = Object.values({ ...figures.cases, people: figures.peopleHelped, ...figures.outcomes }).includes(null)
  return [
    ...(figures.withoutRestricted ? [words.restrictedNote] : []),
    ...(isHidden || hidesBranch(figures.rows ?? []) ? [words.hiddenNote] : []),
  ]
}

const valuesOf = (figures: MedAdvokatFigures) => [
  figures.peopleHelped,
  ...kinds.map((kind) => figures.cases[kind]),
  figures.cases.total,
  ...money.map((name) => figures[name]),
]
const branchHeads = ({ medadvokat }: PaperWords, locale: Locale) => [
  medadvokat.people,
  ...kinds.map((kind) => wordsOf(locale).caseKind[kind]),
  medadvokat.total,
  ...money.map((name) => medadvokat[name]),
]
const hidesBranch = (rows: readonly Branch[]) => rows.some(({ figures }) => valuesOf(figures).includes(null))

/** As the congress was told: how many people, of which cases, for how much. */
function linesOf(figures: Figures, locale: Locale): { label: string; value: number | null; isMoney: boolean }[] {
  const { medadvokat } = paperWordsOf(locale)
  const { caseOutcome } = wordsOf(locale)
  const counted = (label: string, value: number | null) => ({ label, value, isMoney: false })
  return [
    counted(medadvokat.helped, figures.peopleHelped),
    ...kinds.map((kind) => counted(medadvokat[kind], figures.cases[kind])),
    counted(medadvokat.total, figures.cases.total),
    ...money.map((name) => ({ label: medadvokat[name], value: figures[name], isMoney: true })),
    { label: medadvokat.effect, value: figures.effect, isMoney: true },
    ...LegalOutcome.options.map((outcome) =>
      counted(
        medadvokat.outcomes.replace('{{outcome}}', caseOutcome[outcome].toLocaleLowerCase(locale)),
        figures.outcomes[outcome],
      ),
    ),
  ]
}

function wholeTable(figures: Figures, locale: Locale): Block {
  const words = paperWordsOf(locale)
  return {
    kind: 'table',
    caption: null,
    widths: [1, 9, 4],
    head: [[headCell(words.number), headCell(words.medadvokat.figure), headCell(words.medadvokat.value)]],
    rows: linesOf(figures, locale).map(({ label, value, isMoney }, index): PaperRow => ({
      weight: 'row',
      cells: [
        figureCell(`${index + 1}.`),
        textCell(label),
        figureCell(value === null ? words.hidden : isMoney ? amount(value) : count(value)),
      ],
    })),
  }
}

function branchTable(rows: readonly Branch[], locale: Locale): Block {
  const words = paperWordsOf(locale)
  const heads = branchHeads(words, locale)
  const isMoney = (at: number) => at >= heads.length - money.length
  return {
    kind: 'table',
    caption: words.byUnits,
    widths: [1, 6, ...heads.map((_, at) => (isMoney(at) ? 3 : 2.2))],
    head: [[headCell(words.number), headCell(words.rowsHead.branch), ...heads.map((text) => headCell(text))]],
    rows: rows.map(({ label, figures }, index): PaperRow => ({
      weight: 'row',
      cells: [
        figureCell(`${index + 1}.`),
        textCell(inLanguage(label, locale)),
        ...valuesOf(figures).map((value, at) =>
          figureCell(value === null ? words.hidden : isMoney(at) ? amount(value) : count(value)),
        ),
      ],
    })),
  }
}
