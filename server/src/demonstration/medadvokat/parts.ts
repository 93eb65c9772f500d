import type { Day } from '@qorgan/shared/dates'
import { type CaseRows, type EncryptNote, caseRows } from './rows.ts'
import type { Docket } from './docket.ts'
import { type Counsel, counselRows } from './panel.ts'

/** Tables of MedAdvokat in the order in which they may be inserted: money is found before it is promised, checks come before contracts. */
const inOrder = [
  'legalCases',
  'legalCaseContents',
  'legalCaseAccusations',
  'legalCaseMembers',
  'legalCaseReaders',
  'conflictChecks',
  'caseAllotments',
  'caseAssignments',
  'caseAddenda',
  'caseActs',
  'casePayments',
  'caseRefunds',
  'hearings',
  'caseDeadlines',
  'legalCaseEvents',
  'privilegedNotes',
] as const satisfies (keyof CaseRows)[]
export const caseTables = ['lawyers', 'legalCaseNumbers', ...inOrder] as const
export type CaseTable = (typeof caseTables)[number]

export function* caseParts(
  { cases }: Docket,
  counsels: readonly Counsel[],
  today: Day,
  encryptNote: EncryptNote | undefined,
): Generator<{ table: CaseTable; rows: object[] }> {
  yield { table: 'lawyers', rows: counselRows(counsels) }
  const last = new Map<number, number>()
  for (const { year, seq } of cases) last.set(year, Math.max(seq, last.get(year) ?? 0))
  yield { table: 'legalCaseNumbers', rows: [...last].map(([year, lastNumber]) => ({ year, lastNumber })) }
  const rows = caseRows(cases, today, encryptNote)
  for (const table of inOrder) yield { table, rows: rows[table] }
}
