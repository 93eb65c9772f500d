import type { ReportingPeriod } from '@qorgan/shared/closing'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { notify } from '../notifications/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { keepPeriodSnapshot } from './keeping.ts'
import { findPeriod, lockPeriod, type PeriodRow, presentPeriod } from './period-queries.ts'
import { quarterOf } from './quarters.ts'
import { type BranchSnapshot, frozen, type PeriodSnapshot } from './snapshot.ts'
import { newsOfPeriod } from './news.ts'
import { correctionsOf, figuresOf } from './amounts.ts'

interface Acting {
  tx: Tx
  actor: Actor
  clock: Clock
  ifMatch: IfMatch
  key: string
}

async function take({ tx, actor, ifMatch, key }: Acting): Promise<PeriodRow> {
  const row = await lockPeriod(tx, actor, key)
  if (!row) throw notFound()
  if (!ifMatch.absent) requireVersion(ifMatch, row.version)
  return row
}

/** Closes a quarter whose every unit is accepted. Its snapshot is made of theirs: what was accepted is what is closed. */
export async function closePeriod(acting: Acting): Promise<ReportingPeriod> {
  const { tx, actor, clock, key } = acting
  const row = await take(acting)
  if (row.status === 'closed') throw new AppError('period.closed')
  const missing = await countMissing(tx, row)
  if (missing > 0) throw new AppError('period.unitMissing', { missing })
  const snapshot = frozen(await periodSnapshot(tx, row))
  await keepPeriodSnapshot(tx, key, snapshot, clock.now())
  await tx
    .updateTable('reportingPeriods')
    .set({
      status: 'closed',
      closedOn: clock.today(),
      closedBy: actor.userId,
      sha256: snapshot.sha256,
      version: row.version + 1,
    })
    .where('key', '=', key)
    .execute()
  return leaveTrace(acting, 'period.closed', snapshot.sha256)
}

/** Opens a closed quarter again. What was stored stays; the reports stay accepted until one is returned. */
export async function reopenPeriod(acting: Acting, reason: string): Promise<ReportingPeriod> {
  const { tx, key } = acting
  const row = await take(acting)
  if (row.status !== 'closed') throw new AppError('period.notClosed')
  await tx
    .updateTable('reportingPeriods')
    .set({
      status: 'open',
      closedOn: null,
      closedBy: null,
      sha256: null,
      reopenReason: reason,
      version: row.version + 1,
    })
    .where('key', '=', key)
    .execute()
  return leaveTrace(acting, 'period.reopened')
}

/** Units that were active in the quarter and are not accepted; also one that came since the last hour and has no report yet. */
async function countMissing(db: Reader, { key, fromOn, toOn }: PeriodRow): Promise<number> {
  const { rows } = await sql<{ missing: number }>`
    select count(*)::int as missing from units u left join branch_reports r on r.unit_id = u.id and r.period_key = ${key}
    where coalesce(r.status <> 'accepted', u.active_from <= ${toOn} and (u.active_to is null or u.active_to >= ${fromOn}))`.execute(
    db,
  )
  return rows[0]?.missing ?? 0
}

type Part = Pick<BranchSnapshot, 'unit' | 'figures' | 'corrections' | 'text'> & { sha256: string }

async function periodSnapshot(db: Reader, { key, fromOn }: PeriodRow): Promise<PeriodSnapshot> {
  // Without the records: the units' own snapshots name them.
  const { rows } = await sql<{ sha256: string; document: Omit<Part, 'sha256'> }>`
    select s.sha256, convert_from(s.bytes, 'UTF8')::jsonb - '{records,comparison}'::text[] as document
    from branch_reports r join snapshots s on s.id = r.snapshot_id join units u on u.id = r.unit_id
    where r.period_key = ${key} and r.status = 'accepted' order by u.kind, u.code collate "C"`.execute(db)
  const last = await db
    .selectFrom('snapshots')
    .select('sha256')
    .where('periodKey', '=', key)
    .where('branchReportId', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return composed(
    quarterOf(fromOn),
    rows.map(({ sha256, document }) => ({ sha256, ...document })),
    last?.sha256 ?? null,
  )
}

/** The union's quarter: the sum of its units'. */
export function composed(
  period: PeriodSnapshot['period'],
  parts: readonly Part[],
  follows: string | null,
): PeriodSnapshot {
  const units = parts.map(({ unit, sha256, figures, corrections, text }) => ({
    unit,
    sha256,
    figures,
    corrections: corrections.map(({ periodKey, count, effect, people, categories }) => ({
      periodKey,
      count,
      effect,
      people,
      categories,
    })),
    text,
  }))
  const first = units[0]?.figures
  return {
    kind: 'period',
    format: 1,
    period,
    follows,
    units,
    figures: figuresOf(
      units.flatMap(({ figures }) => figures.categories),
      {
        levels: first?.levels ?? [],
        footnotes: first?.footnotes ?? [],
        notCounted: units.reduce((sum, { figures }) => sum + figures.notCounted, 0),
      },
    ),
    corrections: correctionsOf(
      units.flatMap(({ corrections }) =>
        corrections.flatMap(({ periodKey, categories }) => categories.map((change) => ({ periodKey, ...change }))),
      ),
    ),
  }
}

async function leaveTrace(
  acting: Acting,
  action: 'period.closed' | 'period.reopened',
  contentHash?: string,
): Promise<ReportingPeriod> {
  const { tx, actor, key } = acting
  const changed = await findPeriod(tx, actor, key)
  if (!changed) throw notFound()
  await notify(tx, actor, acting.clock, newsOfPeriod(action, changed))
  await recordEvent(tx, actor, {
    unitId: COUNCIL_ID,
    action,
    entity: 'period',
    entityId: key,
    ...(contentHash && { contentHash }),
  })
  return presentPeriod(actor, changed)
}
