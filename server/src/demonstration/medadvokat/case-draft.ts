import type { Day } from '@qorgan/shared/dates'
import type { EffectKind } from '@qorgan/shared/effects'
import type { CaseRole } from '@qorgan/shared/case-people'
import type { CaseEventKind } from '@qorgan/shared/case-timeline'
import type {
  Conciliation,
  FundingDecision,
  LegalCaseKind,
  LegalCaseStatus,
  LegalOutcome,
  LegalStage,
} from '@qorgan/shared/legal-cases'
import type { ConflictDecision, ConflictMatch } from '@qorgan/shared/lawyers'
import type { PaymentPurpose } from '@qorgan/shared/case-money'
import type { Account } from '../accounts.ts'
import type { Draft } from '../draft.ts'
import type { Person } from '../members.ts'
import type { Unit } from '../reference.ts'
import type { Ending, Matter } from './matter.ts'
import type { Counsel } from './panel.ts'
import type { Term } from './terms.ts'

export interface CaseEntry {
  kind: CaseEventKind
  on: Day
  actor: Account
  text: string | null
  details: Record<string, unknown>
  /** Which row it tells of. */
  of: string | null
}
interface Act<By = Account> {
  on: Day
  by: By
}
export interface Check {
  id: string
  counsel: Counsel
  checked: Act
  /** What was found: the kind alone, until it is known who the people and the employer are. */
  found: ConflictMatch['kind'] | null
  decided: (Act & { decision: ConflictDecision; reason: string | null; chairUnderAccused: boolean | null }) | null
}
export interface Allotment {
  id: string
  stage: LegalStage
  amount: number
  decisionNumber: string
  decidedOn: Day
  requestedBy: Account
  approved: Act | null
}
export interface Contract {
  id: string
  check: Check
  date: Day
  stage: LegalStage
  fee: number
  ended: { on: Day; reason: string } | null
}
export interface Addendum {
  id: string
  contract: Contract
  number: string
  date: Day
  feeChange: number
  reason: string
  enteredBy: Account
}
export interface WorkAct {
  id: string
  contract: Contract
  number: string
  date: Day
  amount: number
  enteredBy: Account
  accepted: Act | null
}
export interface Payment {
  id: string
  contract: Contract | null
  purpose: PaymentPurpose | null
  act: WorkAct | null
  advance: boolean
  amount: number
  paidOn: Day
  document: string
  enteredBy: Account
  voided: (Act & { reason: string }) | null
  refunds: { id: string; amount: number; on: Day; document: string; enteredBy: Account }[]
}
export interface Hearing {
  id: string
  startsAt: string
  court: string
  courtCaseNumber: string | null
  judge: string | null
  stage: LegalStage
  result: string | null
  nextStep: string | null
  enteredBy: Account
}
export interface CaseTerm extends Term {
  id: string
  checked: Act | null
  doneOn: Day | null
  enteredBy: Account
}

/** A case with its whole story. Its appeal and its people come when the unit's members are made. */
export interface CaseDraft {
  id: string
  number: string
  year: number
  seq: number
  unit: Unit
  matter: Matter
  kind: LegalCaseKind
  size: number
  receivedOn: Day
  /** The column of the published report in which its appeal is counted, if it is. */
  period: string | null
  openedOn: Day
  openedBy: Account
  /** The appeal was made for the case, and ends with it. */
  isOwn: boolean
  restricted: boolean
  readers: Account[]
  status: LegalCaseStatus
  stage: LegalStage
  ending: Ending | null
  closed: { outcome: LegalOutcome; on: Day; summary: string } | null
  decision: { decision: FundingDecision; number: string | null; on: Day; by: Account; reason: string | null } | null
  conciliation: Conciliation | null
  repeatOf: CaseDraft | null
  appeal: Draft | null
  people: { id: string; person: Person; role: CaseRole }[]
  /** A person of the register on the other side. */
  opponent: Person | null
  brings: { kind: EffectKind; on: Day } | null
  checks: Check[]
  allotments: Allotment[]
  contracts: Contract[]
  addenda: Addendum[]
  acts: WorkAct[]
  payments: Payment[]
  hearings: Hearing[]
  terms: CaseTerm[]
  notes: { kind: 'note' | 'accusation'; text: string; by: Account; on: Day }[]
  log: CaseEntry[]
}

export interface Opened {
  unit: Unit
  matter: Matter
  size: number
  receivedOn: Day
  period: string | null
  openedOn: Day
  openedBy: Account
  repeatOf?: CaseDraft | null
}
/** Numbers come when all are known, in the order of opening. */
export function openCase(given: Opened): CaseDraft {
  return {
    id: '',
    number: '',
    year: 0,
    seq: 0,
    repeatOf: null,
    kind: given.matter.kind,
    isOwn: false,
    restricted: false,
    readers: [],
    status: 'screening',
    stage: 'consultation',
    ending: null,
    closed: null,
    decision: null,
    conciliation: null,
    appeal: null,
    people: [],
    opponent: null,
    brings: null,
    checks: [],
    allotments: [],
    contracts: [],
    addenda: [],
    acts: [],
    payments: [],
    hearings: [],
    terms: [],
    notes: [],
    log: [{ kind: 'opened', on: given.openedOn, actor: given.openedBy, text: null, details: {}, of: null }],
    ...given,
  }
}
