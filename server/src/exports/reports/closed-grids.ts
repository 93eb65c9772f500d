import type { Locale } from '@qorgan/shared/fields'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { AppealsReport, Cell } from '@qorgan/shared/reports'
import type { BranchSnapshot, Figures, PeriodSnapshot } from '../../closing/service.ts'
import { categoryLabels } from '../../reports/service.ts'
import type { GridShape } from '../grid.ts'
import { wordsOf } from '../words/words.ts'
import { appealsGrid } from './appeals-grid.ts'
import { inOrder, spansOf } from './closed.ts'
import { cellOf, quartersFigures } from './closed-tables.ts'

/** A unit's quarter beside those that it is compared with. */
export const branchReportGrid = (document: BranchSnapshot, locale: Locale): GridShape =>
  appealsGrid(quartersFigures(spansOf(document)), { rows: 'category' }, locale, { hasTotal: false })

/** The union's quarter: a row for each unit, columns for each category and their whole. */
export function periodGrid({ period, units, figures }: PeriodSnapshot, locale: Locale): GridShape {
  const council = { ru: wordsOf('ru').council, kk: wordsOf('kk').council, en: wordsOf('en').council }
  const report: AppealsReport = {
    from: period.from,
    to: period.to,
    columns: AppealCategory.options.map((key) => ({
      key,
      from: period.from,
      to: period.to,
      label: categoryLabels[key],
      levels: figures.levels,
      footnotes: figures.footnotes,
    })),
    rows: inOrder(units, locale).map(({ unit, figures: own }) => ({
      key: unit.branchId ?? 'council',
      label: unit.branchId === null ? council : unit.name,
      cells: byCategory(own),
      total: cellOf(own.totals),
    })),
    totals: { ...byCategory(figures), total: cellOf(figures.totals) },
    subtotals: {
      rightsDefence: cellOf(figures.subtotals.rightsDefence),
      socialSupport: cellOf(figures.subtotals.socialSupport),
    },
    notCounted: { count: figures.notCounted },
    corrections: {},
  }
  return appealsGrid({ report, estimated: null }, { rows: 'branch' }, locale)
}

const byCategory = ({ categories }: Figures): Record<string, Cell> =>
  Object.fromEntries(categories.map(({ category, ...amounts }) => [category, cellOf(amounts)]))
