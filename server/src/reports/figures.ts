import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { ReportRows } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import type { Column } from './columns.ts'

/** One row of one column in one category, as the database counts it. */
export interface Figure {
  column: string
  row: string | null
  category: AppealCategory
  /** Of a level that the column counts; the others are known by their count alone. */
  counted: boolean
  count: number
  effect: number
  people: number
  unconfirmed: number
}

export interface Question {
  columns: readonly (Column & { levels: readonly AppealLevel[] })[]
  rows: ReportRows
  unitIds: readonly string[] | undefined
}

/** The attribute of the appeal that makes a report's row. */
const appealColumns = {
  category: 'category',
  branch: 'branch_id',
  region: 'region_code',
  topic: 'topic_id',
  outcome: 'outcome',
  channel: 'channel',
  employer: 'employer_id',
} as const satisfies Record<ReportRows, string>
const ledgerColumns: Partial<Record<ReportRows, string>> = { category: 'category', branch: 'branch_id' }
const totalsColumns: Partial<Record<ReportRows, string>> = { category: 'category', branch: 'unit_id' }

interface Span {
  column: string
  from: Day
  to: Day
  levels: readonly AppealLevel[]
}

/**
 * All cells of a report in one statement. Whole months of categories and branches come from the kept totals; ragged ends, finer
 * breakdowns, and roles that see less than a unit are counted from the records. Both say the same: `pnpm qorgan recount` proves it.
 */
export async function findFigures(db: Reader, actor: Actor, { columns, rows, unitIds }: Question): Promise<Figure[]> {
  const usesTotals =
    totalsColumns[rows] !== undefined &&
    (databaseRoleOf(actor) === 'qorgan_union' || databaseRoleOf(actor) === 'qorgan_unit')
  const spans = columns.flatMap((column) =>
    usesTotals ? splitByMonths(column) : [{ ...spanOf(column), isWhole: false }],
  )
  const months = spans.filter(({ isWhole }) => isWhole)
  const days = spans.filter(({ isWhole }) => !isWhole)
  const scope = scopeOf(actor)
  const parts = [
    ...(months.length > 0 ? [fromTotals(months, rows, unitIds, scope)] : []),
    ...(days.length > 0
      ? [countedAppeals(actor, days, rows, unitIds, scope), countedEffects(actor, days, rows, unitIds, scope)]
      : []),
  ]
  const { rows: figures } = await sql<Figure>`
    select "column", "row", category, counted, sum(count)::int8 as count, sum(effect)::int8 as effect, sum(people)::int8 as people, sum(unconfirmed)::int8 as unconfirmed
    from (${sql.join(parts, sql` union all `)}) parts group by 1, 2, 3, 4`.execute(db)
  return figures
}

const scopeOf = (actor: Actor) =>
  seesUnion(actor) || databaseRoleOf(actor) === 'qorgan_organisation' ? undefined : [actor.unitId]

/** Saved legal fees within the effect, by column: nobody paid them out. From the records, in one statement. */
export async function findSavedFees(
  db: Reader,
  actor: Actor,
  { columns, unitIds }: Omit<Question, 'rows'>,
): Promise<{ column: string; amount: number }[]> {
  const effects = countedEffects(actor, columns.map(spanOf), 'category', unitIds, scopeOf(actor))
  const { rows } = await sql<{ column: string; amount: number }>`
    select "column", sum(effect)::int8 as amount from (${effects} and e.kind = 'legal_fees_saved') saved group by 1`.execute(
    db,
  )
  return rows
}

export type LevelledSpan = Omit<Span, 'column'> & { key: string }
/** Of units in columns that are whole months, for whoever has already said whose units they may see: one statement over the kept totals. */
export async function findUnitFigures(
  db: Reader,
  columns: readonly LevelledSpan[],
  unitIds: readonly string[] | undefined,
): Promise<(Figure & { row: string })[]> {
  const spans = columns.map(({ key, from, to, levels }) => ({ column: key, from, to, levels }))
  const { rows } = await sql<Figure & { row: string }>`
    select "column", "row", category, counted, sum(count)::int8 as count, sum(effect)::int8 as effect, sum(people)::int8 as people, sum(unconfirmed)::int8 as unconfirmed
    from (${fromTotals(spans, 'branch', unitIds, undefined)}) kept group by 1, 2, 3, 4`.execute(db)
  return rows
}

const spanOf = ({ key, from, to, levels }: Column & { levels: readonly AppealLevel[] }): Span => ({
  column: key,
  from,
  to,
  levels,
})

/** A column as its whole months and the ragged days at its ends. */
function splitByMonths(column: Column & { levels: readonly AppealLevel[] }): (Span & { isWhole: boolean })[] {
  const { from, to } = column
  const firstWhole = from === firstOfMonth(from) ? from : addMonths(firstOfMonth(from), 1)
  const lastWhole = to === lastOfMonth(to) ? to : addDays(firstOfMonth(to), -1)
  const span = spanOf(column)
  if (firstWhole > lastWhole) return [{ ...span, isWhole: false }]
  return [
    ...(from < firstWhole ? [{ ...span, to: addDays(firstWhole, -1), isWhole: false }] : []),
    { ...span, from: firstWhole, to: lastWhole, isWhole: true },
    ...(to > lastWhole ? [{ ...span, from: addDays(lastWhole, 1), isWhole: false }] : []),
  ]
}

/** The spans as rows of the statement: its text stays the same however many columns a report has. */
const spanRows = (
  spans: readonly Span[],
) => sql`jsonb_to_recordset(${JSON.stringify(spans.map(({ column, from, to, levels }) => ({ column, from, to, levels })))}::jsonb)
  as span("column" text, "from" date, "to" date, levels text[])`

/** Within all the spans: the planner knows these days, and nothing of those in the rows. */
const inReach = (day: string, spans: readonly Span[]) => {
  const first = spans.reduce((least, { from }) => (from < least ? from : least), spans[0]?.from ?? '')
  const last = spans.reduce((most, { to }) => (to > most ? to : most), spans[0]?.to ?? '')
  return sql` and ${sql.ref(day)} between ${first}::date and ${last}::date`
}
const ofUnits = (column: ReturnType<typeof sql.ref>, unitIds: readonly string[] | undefined) =>
  unitIds ? sql` and ${column} = any(${sql.val([...unitIds])}::uuid[])` : sql``
const inScope = (column: ReturnType<typeof sql.ref>, scope: readonly string[] | undefined) =>
  scope ? sql` and ${column} = ${scope[0]}::uuid` : sql``

function fromTotals(
  spans: readonly Span[],
  rows: ReportRows,
  unitIds: readonly string[] | undefined,
  scope: readonly string[] | undefined,
) {
  const unit = sql.ref('t.unit_id')
  return sql`select span."column", t.${sql.ref(totalsColumns[rows] ?? 'category')}::text as "row", t.category, t.level = any(span.levels) as counted, t.appeals as count, t.amount as effect, t.people, t.unconfirmed
    from ${spanRows(spans)} join figure_totals t on t.month between span."from" and span."to"
    where true${inScope(unit, scope)}${ofUnits(unit, unitIds)}`
}

function countedAppeals(
  actor: Actor,
  spans: readonly Span[],
  rows: ReportRows,
  unitIds: readonly string[] | undefined,
  scope: readonly string[] | undefined,
) {
  const unit = sql.ref('a.branch_id')
  const ownOnly =
    databaseRoleOf(actor) === 'qorgan_organisation'
      ? sql` and a.primary_organisation_id = ${actor.organisationId}::uuid and a.received_level = 'primary_organisation'`
      : sql``
  return sql`select span."column", a.${sql.ref(appealColumns[rows])}::text as "row", a.category, a.level = any(span.levels) as counted, 1 as count, 0 as effect, 0 as people, 0 as unconfirmed
    from ${spanRows(spans)} join appeals a on a.received_on between span."from" and span."to"
    where a.status <> 'annulled'${inReach('a.received_on', spans)}${inScope(unit, scope)}${ofUnits(unit, unitIds)}${ownOnly}`
}

/** Effect by the day on which it was obtained, whenever its appeal was received. */
function countedEffects(
  actor: Actor,
  spans: readonly Span[],
  rows: ReportRows,
  unitIds: readonly string[] | undefined,
  scope: readonly string[] | undefined,
) {
  const unit = sql.ref('e.branch_id')
  const kept = ledgerColumns[rows]
  const row = kept ? sql`e.${sql.ref(kept)}::text` : sql`a.${sql.ref(appealColumns[rows])}::text`
  // An accountant knows appeals by what they are counted by, and reads few of them.
  const isAccountant = databaseRoleOf(actor) === 'qorgan_accountant'
  const joined = isAccountant
    ? sql` cross join lateral ledger_attributes(e.appeal_id) a`
    : sql` join appeals a on a.id = e.appeal_id`
  const appeal = kept ? sql`` : joined
  return sql`select span."column", ${row} as "row", e.category, true as counted, 0 as count, e.amount as effect, e.people, case when e.confirmed_at is null then e.amount else 0 end as unconfirmed
    from ${spanRows(spans)} join effects e on e.occurred_on between span."from" and span."to" and e.level = any(span.levels)${appeal}
    where e.stage = 'received' and e.voided_at is null${inReach('e.occurred_on', spans)}${inScope(unit, scope)}${ofUnits(unit, unitIds)}`
}
