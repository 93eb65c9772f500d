import type { CheckKey, listBranchReportChecks } from '@qorgan/shared/closing'
import type { RouteOutput } from '@qorgan/shared/contract'
import { addMonths, type Day } from '@qorgan/shared/dates'
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import { anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { withLevels } from '../reports/service.ts'
import type { ReportRow } from './queries.ts'

type Checks = RouteOutput<typeof listBranchReportChecks>['items']
type CheckedRecord = Checks[number]['records'][number]
type Quarter = Pick<ReportRow, 'unitId' | 'periodKey' | 'fromOn' | 'toOn'> & { levels: readonly string[] }

const SHOWN = 50
/** Far outside the usual: at least so many times the median of its topic or category, over two years to the quarter's end and over the whole union. */
const TIMES_THE_MEDIAN = 10
const YEARS_OF_USUAL = 2
/** Of fewer entries nobody knows what is usual. */
const ENTRIES_OF_USUAL = 5

/** What should be put right, blocking first; nothing is said of what is in order. Only what the figures count is looked at. */
export async function findChecks(db: Reader, actor: Actor, report: ReportRow, today: Day): Promise<Checks> {
  const quarter = await levelled(db, report)
  const open: [CheckKey, CheckedRecord[]][] = [
    ['resolvedWithoutEffect', await findResolvedWithoutEffect(db, quarter)],
    [
      'overdueWithoutOutcome',
      await findAppeals(db, quarter, sql`a.status in ('registered', 'in_progress') and a.due_on < ${today}::date`),
    ],
    ['effectUnusual', await findUnusual(db, actor, quarter)],
    ['effectUnconfirmed', await findEffects(db, quarter, sql`e.confirmed_at is null`)],
    ['effectWithoutDocument', await findEffects(db, quarter, sql`e.document is null`)],
    ['withoutTopic', await findAppeals(db, quarter, sql`a.topic_id is null`)],
    ['withoutEmployer', await findAppeals(db, quarter, sql`a.employer_id is null`)],
  ]
  const checks: Checks = open
    .filter(([, records]) => records.length > 0)
    .map(([key, records]) => ({
      key,
      severity: key === 'resolvedWithoutEffect' ? 'blocking' : 'warning',
      count: records.length,
      records: records.slice(0, SHOWN),
    }))
  if (!report.analysis && (await hasAppeals(db, quarter)))
    checks.push({ key: 'withoutAnalysis', severity: 'warning', count: 1, records: [] })
  return checks
}

/** How many records keep a report from being handed in. */
export const findBlocking = async (db: Reader, report: ReportRow): Promise<number> =>
  (await findResolvedWithoutEffect(db, await levelled(db, report))).length

async function levelled(db: Reader, { unitId, periodKey, fromOn, toOn }: ReportRow): Promise<Quarter> {
  const [span] = await withLevels(db, [{ from: fromOn }])
  return { unitId, periodKey, fromOn, toOn, levels: span?.levels ?? [] }
}

const received = ({ unitId, fromOn, toOn, levels }: Quarter) =>
  sql`a.branch_id = ${unitId}::uuid and a.received_on between ${fromOn} and ${toOn} and a.level = ${anyText(levels)} and a.status <> 'annulled'`
const obtained = ({ unitId, fromOn, toOn, levels }: Quarter) =>
  sql`e.branch_id = ${unitId}::uuid and e.occurred_on between ${fromOn} and ${toOn} and e.level = ${anyText(levels)} and e.stage = 'received' and e.voided_at is null`

/** Every resolution had an effect or a reason; an entry that was voided since leaves neither. What another unit handles is not theirs to mend. */
const findResolvedWithoutEffect = (db: Reader, quarter: Quarter) =>
  findAppeals(
    db,
    quarter,
    sql`a.status = 'resolved' and a.no_effect_reason is null and a.handling_unit_id = a.branch_id
      and not exists (select from effects e where e.appeal_id = a.id and e.voided_at is null)`,
  )

async function findAppeals(db: Reader, quarter: Quarter, where: RawBuilder<unknown>): Promise<CheckedRecord[]> {
  const { rows } = await sql<{ appealId: string; number: string }>`
    select a.id as appeal_id, a.number from appeals a where ${received(quarter)} and ${where} order by a.number collate "C"`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, effectId: null, amount: null }))
}

async function findEffects(db: Reader, quarter: Quarter, where: RawBuilder<unknown>): Promise<CheckedRecord[]> {
  const { rows } = await sql<CheckedRecord>`
    select e.appeal_id, e.appeal_number as number, e.id as effect_id, e.amount from effects e
    where ${obtained(quarter)} and ${where} order by e.amount desc, e.id`.execute(db)
  return rows
}

async function hasAppeals(db: Reader, quarter: Quarter): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from appeals a where ${received(quarter)}) as has`.execute(db)
  return rows[0]?.has ?? false
}

/**
 * Only sums that a second person has to confirm anyway are worth a question. What is usual is the whole union's, and tells nothing else: in
 * the topic, or in the category where there is no topic or too little is known of it.
 */
async function findUnusual(db: Reader, actor: Actor, quarter: Quarter): Promise<CheckedRecord[]> {
  const { rows: large } = await sql<CheckedRecord & { topicId: string | null; category: string }>`
    select e.appeal_id, e.appeal_number as number, e.id as effect_id, e.amount, a.topic_id, a.category
    from effects e join appeals a on a.id = e.appeal_id
    where ${obtained(quarter)} and e.amount >= (select confirmation_threshold from settings)
    order by e.amount desc, e.id`.execute(db)
  if (large.length === 0) return []
  const categories = [...new Set(large.map(({ category }) => category))]
  const since = addMonths(quarter.fromOn, 3 - YEARS_OF_USUAL * 12)
  const { rows: usual } = await asSystem(db, actor, () =>
    sql<{ subject: string; median: number }>`
      select coalesce(a.category, a.topic_id::text) as subject, percentile_cont(0.5) within group (order by e.amount) as median
      from appeals a join effects e on e.appeal_id = a.id
      where a.category = ${anyText(categories)} and e.occurred_on between ${since} and ${quarter.toOn} and e.stage = 'received' and e.voided_at is null
      group by grouping sets ((a.topic_id), (a.category)) having count(*) >= ${ENTRIES_OF_USUAL} and coalesce(a.category, a.topic_id::text) is not null`.execute(
      db,
    ),
  )
  const medians = new Map(usual.map(({ subject, median }) => [subject, median]))
  return large
    .filter(({ topicId, category, amount }) => {
      const median = medians.get(topicId ?? category) ?? medians.get(category) ?? Infinity
      return (amount ?? 0) > median * TIMES_THE_MEDIAN
    })
    .map(({ topicId: _topicId, category: _category, ...record }) => record)
}
