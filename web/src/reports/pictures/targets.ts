import type { AppealsReport, ReportRows } from '@qorgan/shared/reports'
import { cellLinks } from '../cell-links.ts'
import type { FigureTarget } from './FigureLink.tsx'
import type { Metric } from './search.ts'

type Column = Pick<AppealsReport['columns'][number], 'from' | 'to' | 'levels'>

/** The list behind a figure of a picture: the same as behind the cell of the report. */
export function targetOf(
  metric: Metric,
  question: { branchId?: string[]; rows?: ReportRows },
  column: Column,
  rowKey: string | null,
): FigureTarget {
  const links = cellLinks(question, column, rowKey)
  return metric === 'count' ? { to: '/appeals', search: links.appeals } : { to: '/effects', search: links.effects }
}
