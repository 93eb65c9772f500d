import type { AppealsReport, ReportRows } from '@qorgan/shared/reports'
import { appealSearch } from '../appeals/search.ts'
import { effectSearch } from '../effects/search.ts'
import type { ReportSearch } from './search.ts'

/** Which filter of the lists a row stands for. */
const rowFilter: Record<ReportRows, string> = {
  category: 'category',
  branch: 'branchId',
  region: 'regionCode',
  topic: 'topicId',
  outcome: 'outcome',
  channel: 'channel',
  employer: 'employerId',
}

type Column = Pick<AppealsReport['columns'][number], 'from' | 'to' | 'levels'>

/** Every cell has its list: the count is of appeals received in the dates, the effect of entries that occurred in them. */
export function cellLinks(search: ReportSearch, column: Column, rowKey: string | null) {
  const shared = {
    ...(search.branchId ? { branchId: search.branchId } : {}),
    ...(rowKey === null ? {} : { [rowFilter[search.rows ?? 'category']]: [rowKey] }),
    level: column.levels,
  }
  return {
    appeals: appealSearch({ ...shared, receivedFrom: column.from, receivedTo: column.to }),
    effects: effectSearch({ ...shared, stage: ['received'], occurredFrom: column.from, occurredTo: column.to }),
  }
}

/** The column of totals has one list only where the same levels count in every column. */
export function totalColumn(report: AppealsReport): Column | null {
  const [first] = report.columns
  if (!first) return null
  const same = report.columns.every((column) => column.levels.join() === first.levels.join())
  return same ? { from: report.from, to: report.to, levels: first.levels } : null
}
