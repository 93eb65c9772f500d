import type { RouteOutput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { MovementFigures, reportMovement } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import type { z } from 'zod'
import { COUNCIL_ID } from '../organisation/service.ts'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { invalidAt } from '../platform/errors.ts'
import { levelsOf } from './levels.ts'
import { findRows } from './row-labels.ts'

type Movement = z.output<typeof MovementFigures>
type Counted = Omit<Movement, 'positiveShare'>
interface Question {
  from: Day
  to: Day
  rows: 'branch' | 'category' | 'region'
  unitIds: readonly string[] | undefined
  today: Day
}

const columns = { branch: 'branch_id', category: 'category', region: 'region_code' } as const
/** АППК and the union's own report: what ended well for the applicant, wholly or in part. */
const positiveOutcomes = sql`('satisfied', 'partly_satisfied', 'settled')`

/**
 * What was open on the first day, came, was resolved and stays open: `openAtStart + received - resolved = openAtEnd`, by the unit that
 * received it, of the levels that count on the first day. What is late is judged on the last day, or today while it is not over.
 */
export async function reportOnMovement(
  db: Reader,
  actor: Actor,
  question: Question,
): Promise<RouteOutput<typeof reportMovement>> {
  const { from, to } = question
  if (to < from) throw invalidAt('/to', 'field.reversed')
  const levels = await levelsOf(db, from)
  const counted = await countMovement(db, actor, question, levels)
  const moved = await countTransfers(db, actor, question, levels)
  const byRow = new Map(counted.map(({ row, ...figures }) => [row, figures]))
  const rows = (await findRows(db, actor, question.rows)).map(({ key, value, label }) => ({
    key,
    label,
    ...withShare({ ...nothing, ...byRow.get(value), ...transfersOf(moved, value) }),
  }))
  return { from, to, rows, totals: withShare(sumOf(rows)) }
}

const nothing: Counted = {
  openAtStart: 0,
  received: 0,
  resolved: 0,
  positive: 0,
  transferredIn: 0,
  transferredOut: 0,
  openAtEnd: 0,
  overdue: 0,
  resolvedLate: 0,
  repeat: 0,
  collective: 0,
  signatories: 0,
  nonMembers: 0,
  consultations: 0,
}
const names = Object.keys(nothing) as (keyof Counted)[]

const withShare = (figures: Counted): Movement => ({
  ...figures,
  positiveShare: figures.resolved === 0 ? null : Math.round((figures.positive / figures.resolved) * 10_000) / 10_000,
})
const sumOf = (rows: readonly Counted[]): Counted =>
  Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Counted

/** The rows of a caller who sees less than a unit are row-level security's; of a unit, those that it received. */
const scopeOf = (actor: Actor, unitIds: readonly string[] | undefined) =>
  sql`${
    seesUnion(actor) || databaseRoleOf(actor) === 'qorgan_organisation'
      ? sql``
      : sql` and a.branch_id = ${actor.unitId}::uuid`
  }${
    databaseRoleOf(actor) === 'qorgan_organisation'
      ? sql` and a.primary_organisation_id = ${actor.organisationId}::uuid and a.received_level = 'primary_organisation'`
      : sql``
  }${unitIds ? sql` and a.branch_id = any(${sql.val([...unitIds])}::uuid[])` : sql``}`

async function countMovement(
  db: Reader,
  actor: Actor,
  { from, to, rows, unitIds, today }: Question,
  levels: readonly AppealLevel[],
): Promise<(Omit<Counted, 'transferredIn' | 'transferredOut'> & { row: string | null })[]> {
  const judged = to < today ? to : today
  const received = sql`a.received_on between ${from} and ${to}`
  const resolved = sql`a.resolved_on between ${from} and ${to}`
  const openAtEnd = sql`a.received_on <= ${to} and (a.resolved_on is null or a.resolved_on > ${to})`
  const result = await sql<Omit<Counted, 'transferredIn' | 'transferredOut'> & { row: string | null }>`
    select a.${sql.ref(columns[rows])}::text as "row",
      count(*) filter (where a.received_on < ${from}) as "openAtStart",
      count(*) filter (where ${received}) as received,
      count(*) filter (where ${resolved}) as resolved,
      count(*) filter (where ${resolved} and a.outcome in ${positiveOutcomes}) as positive,
      count(*) filter (where ${openAtEnd}) as "openAtEnd",
      count(*) filter (where ${openAtEnd} and a.due_on < ${judged} and a.status <> 'suspended') as overdue,
      count(*) filter (where ${resolved} and a.resolved_on > a.due_on) as "resolvedLate",
      count(*) filter (where ${received} and a.repeat_of_id is not null) as repeat,
      count(*) filter (where ${received} and a.signatories > 1) as collective,
      coalesce(sum(a.signatories) filter (where ${received} and a.signatories > 1), 0) as signatories,
      count(*) filter (where ${received} and a.membership in ('claimed', 'non_member')) as "nonMembers",
      count(*) filter (where ${received} and a.consultation) as consultations
    from appeals a
    where a.status <> 'annulled' and a.level = any(${sql.val([...levels])}::text[])
      and (a.received_on between ${from} and ${to} or (a.received_on < ${from} and (a.resolved_on >= ${from} or a.status in ('registered', 'in_progress', 'suspended'))))
      ${scopeOf(actor, unitIds)}
    group by 1`.execute(db)
  return result.rows
}

interface Moved {
  from: string
  to: string
  row: string | null
  n: number
}

/** Accepted transfers between units. One that came before they were logged with their sender left the unit that received the appeal. */
async function countTransfers(
  db: Reader,
  actor: Actor,
  { from, to, rows, unitIds }: Question,
  levels: readonly AppealLevel[],
): Promise<Moved[]> {
  const byBranch = rows === 'branch'
  const { rows: moved } = await sql<Moved>`
    select case when t.details ? 'from' then coalesce(t.details -> 'from' ->> 'branchId', ${COUNCIL_ID}) else t.branch_id::text end as "from",
      coalesce(t.details -> 'to' ->> 'branchId', ${COUNCIL_ID}) as "to", ${byBranch ? sql`null::text` : sql`a.${sql.ref(columns[rows])}::text`} as "row", count(*) as n
    from appeal_events t join appeals a on a.id = t.appeal_id
    where t.kind = 'transfer_accepted' and t.on_date between ${from} and ${to} and a.status <> 'annulled' and a.level = any(${sql.val([...levels])}::text[])
    group by 1, 2, 3`.execute(db)
  const isAsked = (unit: string) =>
    (unitIds === undefined || unitIds.includes(unit)) && (seesUnion(actor) || unit === actor.unitId)
  return moved
    .filter((one) => one.from !== one.to)
    .flatMap(({ from: sender, to: receiver, row, n }) => [
      ...(isAsked(sender) ? [{ from: sender, to: '', row: byBranch ? sender : row, n }] : []),
      ...(isAsked(receiver) ? [{ from: '', to: receiver, row: byBranch ? receiver : row, n }] : []),
    ])
}

const transfersOf = (moved: readonly Moved[], row: string | null) => {
  const own = moved.filter((one) => one.row === row)
  const total = (side: 'from' | 'to') => own.reduce((sum, one) => sum + (one[side] === '' ? 0 : one.n), 0)
  return { transferredIn: total('to'), transferredOut: total('from') }
}
