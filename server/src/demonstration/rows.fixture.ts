import type { Aid, Voucher } from '@qorgan/shared/support'
import type { Day } from '@qorgan/shared/dates'
import { type DemonstrationTable, demonstrationParts } from './generate.ts'
import { referenceFromFiles } from './reference.fixture.ts'

/** What the tests look at of each row. */
export interface AppealRow {
  id: string
  branchId: string
  number: string
  numberYear: number
  numberSeq: number
  category: string
  level: string
  status: string
  receivedOn: Day
  resolvedOn: Day | null
  dueOn: Day
  subject: string
  description: string | null
  summary: string | null
  noEffectReason: string | null
  applicantName: string | null
  primaryOrganisationId: string | null
  voucher: Voucher | null
  aid: Aid | null
}
export interface EffectRow {
  appealId: string
  appealNumber: string
  branchId: string
  level: string
  category: string
  stage: string
  amount: number
  occurredOn: Day
  document: string | null
  computed: boolean
  enteredBy: string
  confirmedBy: string | null
  voidedAt: string | null
}
export interface EventRow {
  appealId: string
  kind: string
  at: string
  onDate: Day
  details: Record<string, unknown>
}
interface Rows {
  appeals: AppealRow[]
  effects: EffectRow[]
  appealEvents: EventRow[]
  appealNumbers: { unitId: string; year: number; lastNumber: number }[]
  members: { kind: string; sex: string }[]
  users: { login: string }[]
  posts: { role: string; unitId: string; primaryOrganisationId: string | null }[]
  primaryOrganisations: { id: string; branchId: string; employerId: string }[]
  employers: { bin: string; nameRu: string }[]
}

/** The whole data as it would be loaded on a day. */
export function generated(today: Day) {
  const reference = referenceFromFiles()
  const iins: string[] = []
  const encryptIin = (iin: string) => {
    iins.push(iin)
    return { cipher: Buffer.from(iin), hash: Buffer.from(iin) }
  }
  const tables: Record<DemonstrationTable, object[]> = {
    appeals: [],
    effects: [],
    appealEvents: [],
    appealNumbers: [],
    members: [],
    users: [],
    posts: [],
    primaryOrganisations: [],
    employers: [],
  }
  for (const { table, rows } of demonstrationParts(reference, { today, passwordHash: 'hash', encryptIin }))
    tables[table].push(...rows)
  return { reference, iins, ...(tables as unknown as Rows) }
}
