import type { BranchReport, BranchReportStatus } from '@qorgan/shared/closing'
import { defaultSort, type BoardSearch, type SortKey } from './search.ts'

export interface BoardRow {
  report: BranchReport
  name: string
  /** Against the quarter before; null when there is none to compare with. */
  change: { count: number; effect: number } | null
}

export function boardRows(
  reports: readonly BranchReport[],
  before: readonly BranchReport[] | undefined,
  nameOf: (branchId: string | null) => string,
): BoardRow[] {
  return reports.map((report) => {
    const previous = before?.find(({ branchId }) => branchId === report.branchId)?.total
    return {
      report,
      name: nameOf(report.branchId),
      change: previous
        ? { count: report.total.count - previous.count, effect: report.total.effect - previous.effect }
        : null,
    }
  })
}

/** The same rows that the server's list of this filter holds. */
export const filterRows = (rows: readonly BoardRow[], { status, late, branchId }: BoardSearch): BoardRow[] =>
  rows.filter(
    ({ report }) =>
      (!status || status.includes(report.status)) &&
      (late === undefined || report.late === late) &&
      (!branchId || branchId.includes(report.branchId ?? 'council')),
  )

/** What waits for the council first, what is done with last. */
export const byNeed: readonly BranchReportStatus[] = ['submitted', 'returned', 'open', 'accepted']
const branch = ({ report }: BoardRow) => (report.branchId === null ? 0 : 1)
const order: Record<SortKey, (a: BoardRow, b: BoardRow) => number> = {
  // The council stands before its branches.
  unit: (a, b) => branch(a) - branch(b) || a.name.localeCompare(b.name, 'ru'),
  status: (a, b) => byNeed.indexOf(a.report.status) - byNeed.indexOf(b.report.status),
  // What has not come in stands after everything that has.
  submitted: (a, b) => (a.report.submittedAt ?? '9').localeCompare(b.report.submittedAt ?? '9'),
  count: (a, b) => a.report.total.count - b.report.total.count,
  countChange: (a, b) => (a.change?.count ?? 0) - (b.change?.count ?? 0),
  effect: (a, b) => a.report.total.effect - b.report.total.effect,
  effectChange: (a, b) => (a.change?.effect ?? 0) - (b.change?.effect ?? 0),
}

export function sortRows(rows: readonly BoardRow[], sort: BoardSearch['sort'] = defaultSort): BoardRow[] {
  const down = sort.startsWith('-')
  const key = sort.replace('-', '') as SortKey
  return rows.toSorted((a, b) => (down ? -1 : 1) * order[key](a, b) || order.unit(a, b))
}
