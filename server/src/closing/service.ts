export { quarterBuckets } from './buckets.ts'
export { openPeriods, openQuarters } from './periods.ts'
export { requirePeriod, requireReport, findPeriodBytes, findReportBytes } from './reading.ts'
export { type Computed, computeReports } from './compute.ts'
export { findReportDocument, type ReportDocument } from './document.ts'
export { keepPeriodSnapshot, keepSnapshots } from './keeping.ts'
export { composed } from './period-acting.ts'
export { beginningOfYear, type Quarter, quarterOf, quarterOfKey, quartersAfter } from './quarters.ts'
export { newsOfPeriod, newsOfReport } from './news.ts'
export {
  type BranchSnapshot,
  type Figures,
  frozen,
  type PeriodSnapshot,
  readBranchSnapshot,
  readPeriodSnapshot,
  type ReportText,
  type SnapshotUnit,
} from './snapshot.ts'
