import type { Locale } from '@qorgan/shared/fields'
import type { AppealsReport, Cell } from '@qorgan/shared/reports'
import { type GridCell, type GridRow, type GridShape, place as at, sumDown } from '../grid.ts'
import { headCell } from '../paper.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage } from '../words/words.ts'
import type { AppealsFigures, AppealsQuery } from './appeals.ts'
import { added, isRightsDefence, isSocialSupport } from './appeals-parts.ts'

const measures = ['count', 'effect', 'people', 'unconfirmed'] as const
const legacyMeasures = ['legacyCount', 'legacyEffect'] as const
type Measure = (typeof measures)[number] | (typeof legacyMeasures)[number]
const isLegacy = (measure: Measure) => legacyMeasures.some((one) => one === measure)

const LABELS = 2

/** Every figure of every cell, and sums as formulas. What was printed before the register stands in columns of its own. */
export function appealsGrid(
  { report }: AppealsFigures,
  { rows }: Pick<AppealsQuery, 'rows'>,
  locale: Locale,
  { hasTotal = report.columns.length > 1 }: { hasTotal?: boolean } = {},
): GridShape {
  const words = paperWordsOf(locale)
  const hasLegacy = report.totals['total']?.legacy !== null || report.rows.some(({ total }) => total.legacy !== null)
  const all: readonly Measure[] = hasLegacy ? [...measures, ...legacyMeasures] : measures
  const places = [...report.columns.map(({ key }) => key), ...(hasTotal ? ['total'] : [])]
  const columnOf = (place: number, measure: number) => LABELS + place * all.length + measure

  const cellOf = (source: Record<string, Cell>, key: string) => source[key] ?? null
  const rowCells = (source: Record<string, Cell>, number: number): GridCell[] =>
    places.flatMap((key) =>
      all.map((measure, index): GridCell => {
        const value = valueOf(cellOf(source, key), measure)
        if (key !== 'total' || value === null || !hasTotal || isLegacy(measure)) return value
        const parts = report.columns.map((_, column) => at(columnOf(column, index), number))
        return { value, formula: parts.join('+') }
      }),
    )
  const sums = (source: Record<string, Cell>, from: number, to: number): GridCell[] =>
    places.flatMap((key, place) =>
      all.map((measure, index): GridCell => {
        const value = valueOf(cellOf(source, key), measure)
        // A total of the whole union stands in no branch: only categories add up to it.
        if (value === null || to < from || (isLegacy(measure) && rows !== 'category')) return value
        return { value, formula: sumDown(columnOf(place, index), from, to) }
      }),
    )

  return {
    frozenColumns: LABELS,
    columns: [
      { width: 6, kind: 'int' },
      { width: 46, kind: 'text' },
      ...places.flatMap(() =>
        all.map((measure) => ({ width: measure === 'count' || measure === 'people' ? 12 : 18, kind: 'int' }) as const),
      ),
    ],
    head: [
      [
        headCell(words.number, 1, 2),
        headCell(words.rowsHead[rows], 1, 2),
        ...report.columns.map(({ label }) => headCell(inLanguage(label, locale), all.length)),
        ...(hasTotal ? [headCell(words.all, all.length)] : []),
      ],
      places.flatMap(() => all.map((measure) => headCell(words[measure]))),
    ],
    rows: (first: number): GridRow[] => {
      const last = first + report.rows.length - 1
      const split = report.rows.filter(isRightsDefence).length
      return [
        ...report.rows.map(({ label, cells, total }, index): GridRow => ({
          weight: 'row',
          cells: [index + 1, inLanguage(label, locale), ...rowCells({ ...cells, total }, first + index)],
        })),
        { weight: 'total', cells: [null, words.totals, ...sums(report.totals, first, last)] },
        ...subtotalRows(report, rows).map(({ name, cells, part }): GridRow => ({
          weight: 'part',
          cells: [
            null,
            words[name],
            ...(part === undefined
              ? places.flatMap((key) => all.map((measure) => valueOf(cellOf(cells, key), measure)))
              : part === 'first'
                ? sums(cells, first, first + split - 1)
                : sums(cells, first + split, last)),
          ],
        })),
      ]
    },
  }
}

/** By category they are sums of rows; by anything else they are known for the whole alone. */
function subtotalRows(
  { subtotals, rows, columns }: AppealsReport,
  by: AppealsQuery['rows'],
): { name: 'rightsDefence' | 'socialSupport'; cells: Record<string, Cell>; part?: 'first' | 'second' }[] {
  const only = columns.length === 1 ? columns[0]?.key : undefined
  if (by !== 'category') {
    const whole = (cell: Cell): Record<string, Cell> => ({ total: cell, ...(only !== undefined && { [only]: cell }) })
    return [
      { name: 'rightsDefence', cells: whole(subtotals.rightsDefence) },
      { name: 'socialSupport', cells: whole(subtotals.socialSupport) },
    ]
  }
  const sumsOf = (part: typeof rows, total: Cell): Record<string, Cell> => ({
    ...Object.fromEntries(columns.map(({ key }) => [key, added(part.map(({ cells }) => cells[key]))])),
    total,
  })
  return [
    {
      name: 'rightsDefence',
      cells: sumsOf(rows.filter(isRightsDefence), subtotals.rightsDefence),
      part: 'first',
    },
    {
      name: 'socialSupport',
      cells: sumsOf(rows.filter(isSocialSupport), subtotals.socialSupport),
      part: 'second',
    },
  ]
}

function valueOf(cell: Cell | null, measure: Measure): number | null {
  if (cell === null) return null
  if (measure === 'legacyCount') return cell.legacy?.count ?? null
  if (measure === 'legacyEffect') return cell.legacy?.effect ?? null
  return cell[measure]
}
