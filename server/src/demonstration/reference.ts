import type { AppealCategory } from '@qorgan/shared/organisation'
import type { WorkingCalendar } from '@qorgan/shared/working-days'
import type { RuleRow } from '../deadlines/service.ts'

/** What is in the database before the demonstration data: the union's units and directories. */
export interface Reference {
  council: Unit
  branches: Unit[]
  topics: Topic[]
  calendar: WorkingCalendar
  /** Working days to answer an appeal of each category. */
  terms: Record<AppealCategory, number>
  /** Terms of law by their keys, each key's newest edition first. */
  rules: ReadonlyMap<string, readonly RuleRow[]>
}
export interface Unit {
  id: string
  code: string
  numberPrefix: string
  name: { ru: string; kk: string; en: string | null }
  /** The branch's first region; the council sits in Astana. */
  regionCode: string
}
export interface Topic {
  id: string
  category: AppealCategory
  position: number
}
