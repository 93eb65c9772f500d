import type { Day } from '@qorgan/shared/dates'

/** What the tests look at of each row of a case. */
export interface CaseRow {
  id: string
  number: string
  numberYear: number
  numberSeq: number
  kind: string
  status: string
  stage: string
  outcome: string | null
  branchId: string
  appealId: string
  openedOn: Day
  closedOn: Day | null
  decision: string | null
  decidedOn: Day | null
  restricted: boolean
  repeatOfId: string | null
}
interface Beneath {
  id: string
  caseId: string
}
export interface HearingRow extends Beneath {
  startsAt: string
  result: string | null
  nextStep: string | null
}
export interface CheckRow extends Beneath {
  lawyerId: string
  decision: string | null
  decidedAt: string | null
  matches: { kind: string }[]
}
export interface AllotmentRow extends Beneath {
  amount: number
  decidedOn: Day
  requestedBy: string
  approvedBy: string | null
  approvedAt: string | null
}
export interface ContractRow extends Beneath {
  lawyerId: string
  conflictCheckId: string
  contractDate: Day
  fee: number
  endedOn: Day | null
}
export interface ActRow extends Beneath {
  assignmentId: string
  date: Day
  amount: number
  enteredBy: string
  acceptedBy: string | null
  acceptedAt: string | null
}
export interface PaymentRow extends Beneath {
  assignmentId: string | null
  purpose: string | null
  actId: string | null
  advance: boolean
  amount: number
  refunded: number
  paidOn: Day
  voidedAt: string | null
}
export interface TermRow extends Beneath {
  ruleId: string | null
  title: string | null
  dueOn: Day
  checkedAt: string | null
  doneOn: Day | null
}
export interface CaseTables {
  lawyers: { id: string; userId: string | null; active: boolean; contractUntil: Day; employerIds: string[] }[]
  legalCaseNumbers: { year: number; lastNumber: number }[]
  legalCases: CaseRow[]
  legalCaseContents: { caseId: string; summary: string; opposingParty: string; closingSummary: string | null }[]
  legalCaseMembers: { caseId: string; memberId: string }[]
  legalCaseReaders: { caseId: string }[]
  conflictChecks: CheckRow[]
  caseAllotments: AllotmentRow[]
  caseAssignments: ContractRow[]
  caseAddenda: (Beneath & { assignmentId: string; date: Day })[]
  caseActs: ActRow[]
  casePayments: PaymentRow[]
  caseRefunds: (Beneath & { paymentId: string; amount: number })[]
  hearings: HearingRow[]
  caseDeadlines: TermRow[]
  legalCaseEvents: { caseId: string; kind: string; at: string; onDate: Day }[]
  privilegedNotes: { caseId: string; cipher: string }[]
}

/** One case with what stands beneath it. */
export interface WholeCase {
  row: CaseRow
  content: CaseTables['legalCaseContents'][number]
  memberIds: string[]
  readers: number
  checks: CheckRow[]
  allotments: AllotmentRow[]
  contracts: ContractRow[]
  acts: ActRow[]
  payments: PaymentRow[]
  hearings: HearingRow[]
  terms: TermRow[]
  events: CaseTables['legalCaseEvents']
}

export function wholeCases(tables: CaseTables): WholeCase[] {
  return tables.legalCases.map((row) => {
    const of = <T extends { caseId: string }>(rows: readonly T[]) => rows.filter(({ caseId }) => caseId === row.id)
    return {
      row,
      content: of(tables.legalCaseContents)[0]!,
      memberIds: of(tables.legalCaseMembers).map(({ memberId }) => memberId),
      readers: of(tables.legalCaseReaders).length,
      checks: of(tables.conflictChecks),
      allotments: of(tables.caseAllotments),
      contracts: of(tables.caseAssignments),
      acts: of(tables.caseActs),
      payments: of(tables.casePayments),
      hearings: of(tables.hearings).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
      terms: of(tables.caseDeadlines),
      events: of(tables.legalCaseEvents),
    }
  })
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)
export const netOf = (payments: readonly PaymentRow[]): number =>
  sum(payments.filter(({ voidedAt }) => voidedAt === null).map(({ amount, refunded }) => amount - refunded))

/** The three sums as the database keeps them. */
export const moneyOf = ({ allotments, contracts, payments }: WholeCase) => ({
  allotted: sum(allotments.filter(({ approvedAt }) => approvedAt !== null).map(({ amount }) => amount)),
  committed: sum(contracts.map(({ fee }) => fee)) + netOf(payments.filter(({ assignmentId }) => assignmentId === null)),
  paid: netOf(payments),
})
