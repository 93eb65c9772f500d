import { createHash } from 'node:crypto'
import type { Day } from '@qorgan/shared/dates'
import { addWorkingDays } from '@qorgan/shared/working-days'
import { sql } from 'kysely'
import {
  type BranchSnapshot,
  type Computed,
  composed,
  computeReports,
  frozen,
  keepPeriodSnapshot,
  keepSnapshots,
  openPeriods,
  type Quarter,
  quarterOf,
  quartersAfter,
} from '../closing/service.ts'
import { toBranchId } from '../organisation/service.ts'
import type { Tx } from '../platform/db/index.ts'
import { submitReason } from './data/quarter-words.ts'
import { loadNotifications } from './notifications.ts'
import { analysisOf, commentOn, examplesOf, tensionsOf, type Won } from './quarter-texts.ts'
import { type QuarterState, stateOf } from './quarter-plan.ts'
import { type Random, seededRandom } from './random.ts'
import type { Reference, Unit } from './reference.ts'

const FIRST_DAY = '2021-01-01'

interface Person {
  id: string
  fullName: string
}
interface Office {
  council: Person
  head: Person
  /** Of each unit who signs its report. */
  chairs: Map<string, Person>
}
/** How many reports of a unit were handed in, and their hash: part of what the one audit event of the load says. */
export type LoadedReports = Map<string, { count: number; contentHash: string }>

/**
 * Quarters as they would stand today: those long over closed, the last one in every state, this one open. By the same functions as people
 * close them, over what was loaded before; quarter after quarter, because each shows what changed in those that are closed.
 */
export async function loadClosing(tx: Tx, reference: Reference, today: Day): Promise<LoadedReports> {
  await openPeriods(tx, today, FIRST_DAY)
  const units = [...reference.branches, reference.council]
  const office = await findOffice(tx, units)
  const random = seededRandom('closing')
  const hashes = new Map(units.map(({ id }) => [id, { count: 0, hash: createHash('sha256') }]))
  const current = quarterOf(today)
  for (let quarter = quarterOf(FIRST_DAY); quarter.from < current.from; quarter = quartersAfter(quarter, 1)) {
    const isLast = quarter.key === quartersAfter(current, -1).key
    const reports = await reportsOf(tx, { quarter, isLast, units, reference, office, random, today })
    for (const { unit, sha256 } of reports) {
      const own = hashes.get(unit.id)
      if (!own || !sha256) continue
      own.count++
      own.hash.update(sha256)
    }
    if (!isLast) await close(tx, quarter, reports, office, reference)
  }
  await loadNotifications(tx, today, { head: office.head.id, council: office.council.id })
  return new Map([...hashes].map(([unitId, { count, hash }]) => [unitId, { count, contentHash: hash.digest('hex') }]))
}

interface Setting {
  quarter: Quarter
  isLast: boolean
  units: readonly Unit[]
  reference: Reference
  office: Office
  random: Random
  today: Day
}
interface Report extends QuarterState {
  id: string
  unit: Unit
  document: BranchSnapshot
  sha256: string | null
}

async function reportsOf(tx: Tx, setting: Setting): Promise<Report[]> {
  const { quarter, isLast, units, reference, office, random, today } = setting
  const computed = await computeReports(
    tx,
    quarter,
    units.map(({ id }) => id),
  )
  const won = await findWon(tx, quarter)
  const rows = await tx
    .selectFrom('branchReports')
    .select(['id', 'unitId'])
    .where('periodKey', '=', quarter.key)
    .execute()
  const ids = new Map(rows.map(({ id, unitId }) => [unitId, id]))
  const reports = units.map((unit): Report => {
    const state = stateOf({ unit, quarter, isLast, random, calendar: reference.calendar, today })
    const own = computed.get(unit.id)
    if (!own) throw new Error(`${unit.code} has figures, zeros too`)
    const signer = state.isByHead ? office.head : office.chairs.get(unit.id)
    const document = documentOf(setting, unit, own, state, won.get(unit.id) ?? [], signer)
    return { ...state, id: ids.get(unit.id) ?? '', unit, document, sha256: null }
  })
  const handedIn = reports.filter(({ status }) => status === 'submitted' || status === 'accepted')
  const snapshots = handedIn.map((report) => {
    const bytes = frozen(report.document)
    report.sha256 = bytes.sha256
    return {
      ...bytes,
      document: report.document,
      reportId: report.id,
      unitId: report.unit.id,
      stage: report.status === 'accepted' ? ('accepted' as const) : ('submitted' as const),
      at: instant(report.acceptedOn ?? report.submittedOn ?? quarter.to, 11),
    }
  })
  const snapshotIds = await keepSnapshots(tx, snapshots)
  await write(
    tx,
    reports.map((report) => ({
      ...report,
      snapshotId: snapshotIds[handedIn.indexOf(report)] ?? null,
      submittedBy: (report.isByHead ? office.head : office.chairs.get(report.unit.id))?.id ?? null,
      acceptedBy: office.council.id,
    })),
  )
  return reports
}

function documentOf(
  { quarter, reference, random }: Setting,
  unit: Unit,
  computed: Computed,
  { isWritten, signedOn, isByHead }: QuarterState,
  won: readonly Won[],
  chair: Person | undefined,
): BranchSnapshot {
  const isCouncil = unit === reference.council
  const text = {
    analysis: analysisOf(random, quarter, isCouncil, computed),
    tensions: tensionsOf(random),
    examples: examplesOf(won),
    signed:
      signedOn && chair
        ? {
            fullName: chair.fullName,
            post: isCouncil || isByHead ? 'Руководитель аппарата Центрального Совета' : 'Председатель филиала',
            on: signedOn,
          }
        : null,
  }
  return {
    kind: 'branch-report',
    format: 1,
    period: quarter,
    unit: { branchId: toBranchId(unit.id), code: unit.code, name: unit.name },
    ...computed,
    text: isWritten ? text : { analysis: null, tensions: null, examples: [], signed: null },
  }
}

type Written = Report & { snapshotId: string | null; submittedBy: string | null; acceptedBy: string }

/** All units of a quarter in one statement. */
async function write(tx: Tx, reports: readonly Written[]): Promise<void> {
  const rows = reports.map((report) => {
    const isIn = report.status === 'submitted' || report.status === 'accepted'
    const { analysis, tensions, examples, signed } = report.document.text
    return {
      id: report.id,
      status: report.status,
      analysis,
      tensions,
      examples,
      signed,
      snapshot_id: report.snapshotId,
      submitted_at: isIn && report.submittedOn ? instant(report.submittedOn, 10) : null,
      submitted_by: isIn ? report.submittedBy : null,
      submit_reason: report.isByHead ? submitReason : null,
      comment: report.status === 'returned' ? commentOn(report.document) : null,
      accepted_at: report.acceptedOn && instant(report.acceptedOn, 11),
      accepted_by: report.acceptedOn && report.acceptedBy,
      reminded_at: report.remindedOn && instant(report.remindedOn, 5),
      version: report.version,
    }
  })
  await sql`update branch_reports r set status = n.status, analysis = n.analysis, tensions = n.tensions, examples = n.examples, signed = n.signed,
      snapshot_id = n.snapshot_id, submitted_at = n.submitted_at, submitted_by = n.submitted_by, submit_reason = n.submit_reason, comment = n.comment, accepted_at = n.accepted_at,
      accepted_by = n.accepted_by, reminded_at = n.reminded_at, version = n.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, status text, analysis text, tensions text, examples jsonb, signed jsonb,
      snapshot_id uuid, submitted_at timestamptz, submitted_by uuid, submit_reason text, comment text, accepted_at timestamptz, accepted_by uuid, reminded_at timestamptz, version int)
    where r.id = n.id`.execute(tx)
}

async function close(
  tx: Tx,
  quarter: Quarter,
  reports: readonly Report[],
  { head }: Office,
  { calendar }: Reference,
): Promise<void> {
  const closedOn = addWorkingDays(calendar, quarter.to, 20).date
  const parts = reports
    .map(({ document, sha256 }) => ({ ...document, sha256: sha256 ?? '' }))
    .toSorted((a, b) => (a.unit.code < b.unit.code ? -1 : 1))
  const snapshot = frozen(composed(quarter, parts, null))
  await keepPeriodSnapshot(tx, quarter.key, snapshot, instant(closedOn, 12))
  await tx
    .updateTable('reportingPeriods')
    .set({ status: 'closed', closedOn, closedBy: head.id, sha256: snapshot.sha256, version: 2 })
    .where('key', '=', quarter.key)
    .execute()
}

/** An hour of a day in Almaty. */
const instant = (day: Day, hour: number): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:12:00Z`)

async function findOffice(tx: Tx, units: readonly Unit[]): Promise<Office> {
  const users = await tx.selectFrom('users').select(['id', 'login', 'fullName']).execute()
  const of = (login: string): Person => {
    const user = users.find((one) => one.login === login)
    if (!user) throw new Error(`${login} has no account`)
    return { id: user.id, fullName: user.fullName }
  }
  const head = of('council.head')
  return {
    council: of('council'),
    head,
    chairs: new Map(units.map((unit) => [unit.id, unit.code === 'council' ? head : of(`chair.${unit.code}`)])),
  }
}

/** The largest sums of a quarter that members won, two of each unit. */
async function findWon(tx: Tx, { from, to }: Quarter): Promise<Map<string, Won[]>> {
  const { rows } = await sql<Won & { unitId: string }>`
    select unit_id, appeal_id, number, category, topic, amount, people from (
      select a.branch_id as unit_id, a.id as appeal_id, a.number, a.category, t.name_ru as topic, e.amount, e.people,
        row_number() over (partition by a.branch_id order by e.amount desc, a.number) as place
      from effects e join appeals a on a.id = e.appeal_id join topics t on t.id = a.topic_id
      where e.occurred_on between ${from} and ${to} and e.stage = 'received' and e.voided_at is null and e.kind in ('recovered', 'accrued', 'forced_absence_pay')
        and a.category in ('pay', 'labour_protection', 'legal') and not a.restricted and a.status = 'resolved'
    ) won where place <= 2 order by unit_id, place`.execute(tx)
  return Map.groupBy(rows, ({ unitId }) => unitId)
}
