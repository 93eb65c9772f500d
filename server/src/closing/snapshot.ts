import { createHash } from 'node:crypto'
import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel, EffectKind } from '@qorgan/shared/effects'
import type { Label } from '@qorgan/shared/fields'
import type { AppealCategory } from '@qorgan/shared/organisation'
import canonicalize from 'canonicalize'
import type { Quarter } from './quarters.ts'

export interface Amounts {
  count: number
  effect: number
  people: number
  /** The part of the effect that no second person has confirmed. */
  unconfirmed: number
  /** The part of the effect that was not obtained but saved: legal fees at the union's tariff. Reports print it as "of which". */
  estimated: number
}
export interface Figures {
  levels: AppealLevel[]
  footnotes: { key: string; text: Label }[]
  categories: ({ category: AppealCategory } & Amounts)[]
  totals: Amounts
  subtotals: { rightsDefence: Amounts; socialSupport: Amounts }
  /** Appeals of levels that do not count. */
  notCounted: number
}

/** The records behind the figures: by number and id, without a word of what they say. */
export interface Records {
  appeals: { number: string; category: AppealCategory; level: AppealLevel }[]
  effects: {
    id: string
    appealNumber: string
    category: AppealCategory
    kind: EffectKind
    amount: number
    people: number
    confirmed: boolean
  }[]
}

export interface Change {
  count: number
  effect: number
  people: number
}
/** What changed in a closed quarter, less what earlier reports have shown of it. */
export interface Correction extends Change {
  periodKey: string
  categories: ({ category: AppealCategory } & Change)[]
}
export interface ChangedRecords {
  appeals: { number: string; category: AppealCategory; count: number }[]
  effects: { id: string; appealNumber: string; category: AppealCategory; amount: number; people: number }[]
}

export interface Comparison {
  previous: Figures
  yearAgo: Figures
  yearToDate: Figures
  members: number
  perThousand: number | null
  topics: { id: string; label: Label; count: number }[]
  employers: { id: string; label: Label; count: number }[]
}

export interface ReportText {
  analysis: string | null
  tensions: string | null
  examples: { appealId: string; number: string; text: string }[]
  signed: { fullName: string; post: string; on: Day } | null
}
export interface SnapshotUnit {
  branchId: string | null
  code: string
  name: Label
}

/** Acceptance compares `figures`, `corrections` and `records` with the living ones; the rest is as it was when it was handed in. */
export interface BranchSnapshot {
  kind: 'branch-report'
  format: 1
  period: Quarter
  unit: SnapshotUnit
  figures: Figures
  corrections: (Correction & { records: ChangedRecords })[]
  records: Records
  comparison: Comparison
  text: ReportText
}

export interface PeriodSnapshot {
  kind: 'period'
  format: 1
  period: Quarter
  /** Of the snapshot that stood before the quarter was opened again. */
  follows: string | null
  units: {
    unit: SnapshotUnit
    /** Of the unit's own snapshot, which names the records. */
    sha256: string
    figures: Figures
    corrections: Correction[]
    text: ReportText
  }[]
  figures: Figures
  corrections: Correction[]
}

export interface Frozen {
  bytes: Buffer
  sha256: string
}
/** RFC 8785: the same document is the same bytes, whoever wrote it. */
export function frozen(document: BranchSnapshot | PeriodSnapshot): Frozen {
  const bytes = Buffer.from(canonical(document))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
export const canonical = (value: unknown): string => canonicalize(value) ?? 'null'

export const readBranchSnapshot = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as BranchSnapshot
export const readPeriodSnapshot = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as PeriodSnapshot
