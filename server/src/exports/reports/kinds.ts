import type { Day } from '@qorgan/shared/dates'
import type { Locale } from '@qorgan/shared/fields'
import type { Permission } from '@qorgan/shared/permissions'
import type { z } from 'zod'
import type { Actor } from '../../platform/auth/actor.ts'
import type { Reader } from '../../platform/db/index.ts'
import type { GridShape } from '../grid.ts'
import type { Block } from '../paper.ts'

export type Kind = 'appeals' | 'medadvokat' | 'movement' | 'membership' | 'ministry'

/** What a report's query has in common with the others'. */
export type ReportQuery = {
  from?: Day
  to?: Day
  on?: Day | undefined
  branchId?: readonly string[] | undefined
}
export type Span = { from: Day; to: Day }

export interface Sheets {
  landscape: boolean
  small: boolean
  blocks: Block[]
}

/** How one report is read, and how it stands in files; figures are what is hashed and frozen. */
export interface ReportKind<Q extends ReportQuery, F> {
  kind: Kind
  access: Permission
  /** Of its paper, as it is sent out; its sheet takes the same but what concerns paper alone. */
  query: z.ZodType<Q & { locale: Locale }>
  span: (query: Q, today: Day) => Span
  read: (db: Reader, actor: Actor, query: Q, today: Day) => Promise<F>
  paper: (figures: F, query: Q, locale: Locale, notes: readonly string[]) => Sheets
  grid: (figures: F, query: Q, locale: Locale) => GridShape
  /** What is told to whoever checks a paper's code. */
  totals: (figures: F, locale: Locale) => { label: string; value: number }[]
  /** Lines of the second sheet that are this report's own. */
  remarks: (figures: F, query: Q, locale: Locale) => [label: string, value: string | number][]
}
