import type { Aid, Voucher } from '@qorgan/shared/support'
import type { Day } from '@qorgan/shared/dates'
import { type DemonstrationTable, demonstrationParts, demonstrationTables } from './generate.ts'
import type { CaseTables } from './medadvokat/case-rows.fixture.ts'
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
  employerId: string | null
  restricted: boolean
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
interface Rows extends CaseTables {
  appeals: AppealRow[]
  effects: EffectRow[]
  appealEvents: EventRow[]
  appealNumbers: { unitId: string; year: number; lastNumber: number }[]
  members: { id: string; branchId: string; kind: string; sex: string }[]
  users: { id: string; login: string }[]
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
  const tables = Object.fromEntries(demonstrationTables.map((table) => [table, [] as object[]])) as Record<
    DemonstrationTable,
    object[]
  >
  for (const { table, rows } of demonstrationParts(reference, {
    today,
    passwordHash: 'hash',
    encryptIin,
    encryptNote: (text) => Buffer.from(text),
  }))
    tables[table].push(...rows)
  return { reference, iins, ...(tables as unknown as Rows) }
}
