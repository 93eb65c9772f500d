import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildApp } from '@qorgan/server/src/app.ts'
import { firstLoad } from '@qorgan/server/src/first-load.ts'
import { systemClock } from '@qorgan/server/src/platform/clock.ts'
import { readConfig } from '@qorgan/server/src/platform/config.ts'
import { connect } from '@qorgan/server/src/platform/db/connect.ts'
import type { Db } from '@qorgan/server/src/platform/db/index.ts'
import { createOwnDatabase, prepareDatabase } from '@qorgan/server/src/platform/db/prepare.ts'
import { enterScope } from '@qorgan/server/src/platform/db/scope.ts'
import { folderStore } from '@qorgan/server/src/platform/file-store-folder.ts'
import { loadSecrets } from '@qorgan/server/src/platform/secrets.ts'
import { sql } from 'kysely'
import { median } from './list.ts'

const CALLS = 300
const ROUNDS = 5
/** What is asked, and how many milliseconds the answer may take with a million appeals: from totals, or counted from the records. */
const questions = {
  'five years by category': { ask: '/reports/appeals?from=2021-01-01&to=2025-12-31&columns=year', most: 20 },
  'five years by branch': { ask: '/reports/appeals?from=2021-01-01&to=2025-12-31&columns=year&rows=branch', most: 20 },
  'closed quarters with corrections': {
    ask: '/reports/appeals?from=2024-01-01&to=2025-12-31&columns=quarter',
    most: 20,
  },
  'movement of a year by branch': { ask: '/reports/movement?from=2025-01-01&to=2025-12-31&rows=branch', most: 300 },
  'ten months for the ministry': { ask: '/reports/ministry?from=2025-01-01&to=2025-10-31', most: 300 },
} as const
export type Question = keyof typeof questions
export const allowedMs = (question: Question): number => questions[question].most

export interface FiguresReach {
  appeals: Record<'small' | 'large', number>
  /** Milliseconds, the median of each database, and the 95th of a hundred. */
  times: ({ question: Question } & Record<'small' | 'large', { median: number; p95: number }>)[]
  loadSeconds: number
}

/**
 * Reports inside the server: `app.inject`, so with the token, the session, the transaction, row-level security, the
 * contract's check and the JSON, but without a socket. The two databases, of one cluster, are asked in turn.
 */
export async function measureFigures(dataDirectory: string, wanted: number): Promise<FiguresReach> {
  const secrets = loadSecrets(dataDirectory)
  const port = readFileSync(path.join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')
    .split('\n')[3]
    ?.trim()
  const superuserUrl = (database: string) =>
    `postgres://postgres:${encodeURIComponent(secrets.databasePassword)}@127.0.0.1:${port}/${database}`
  const open = async (database: string) => {
    const ownerUrl = await createOwnDatabase(superuserUrl, database, secrets.ownerPassword)
    return connect({ url: (await prepareDatabase(ownerUrl, secrets.apiPassword)).apiUrl, max: 4 })
  }
  const started = performance.now()
  const databases = { small: await open('qorgan'), large: await open('qorgan_large') }
  try {
    await makeWay(superuserUrl('qorgan_large'))
    await firstLoad(databases.large, [], { config: readConfig({ QORGAN_DATA_DIR: dataDirectory }), secrets })
    await growTo(databases.large, wanted)
    const loadSeconds = (performance.now() - started) / 1000
    const askers = { small: await asker(databases.small, secrets), large: await asker(databases.large, secrets) }
    const asked = Object.keys(questions) as Question[]
    const times = asked.map((question) => ({ question, small: [] as number[], large: [] as number[] }))
    const pairs = times.flatMap(({ question, small, large }) => [
      { question: questions[question].ask, ask: askers.small, into: small },
      { question: questions[question].ask, ask: askers.large, into: large },
    ])
    // The first round warms up.
    for (const { question, ask } of pairs) await repeated(() => ask(question))
    for (const { question, ask, into } of Array.from({ length: ROUNDS }, () => pairs).flat())
      into.push(...(await repeated(() => ask(question))))
    return {
      appeals: { small: await countAppeals(databases.small), large: await countAppeals(databases.large) },
      times: times.map(({ question, small, large }) => ({ question, small: describe(small), large: describe(large) })),
      loadSeconds,
    }
  } finally {
    await Promise.all([databases.small.destroy(), databases.large.destroy()])
  }
}

async function repeated(ask: () => Promise<number>): Promise<number[]> {
  const times: number[] = []
  while (times.length < CALLS / ROUNDS) times.push(await ask())
  return times
}

const describe = (times: readonly number[]) => ({
  median: median(times),
  p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0,
})

async function asker(db: Db, secrets: ReturnType<typeof loadSecrets>) {
  const app = await buildApp({
    db,
    clock: systemClock,
    files: folderStore(path.join(tmpdir(), 'qorgan-bench-files')),
    secrets,
    readiness: { isReady: true },
    requestsPerMinute: 100_000_000,
    isSecure: false,
  })
  const login = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { login: 'council', password: 'demo-qorgan' },
  })
  const headers = { authorization: `Bearer ${login.json<{ accessToken: string }>().accessToken}` }
  return async (question: string): Promise<number> => {
    const started = performance.now()
    const answer = await app.inject({ url: `/api/v1${question}`, headers })
    const time = performance.now() - started
    if (answer.statusCode !== 200) throw new Error(`${question}: ${answer.statusCode} ${answer.body}`)
    return time
  }
}

/**
 * A million rows would check eight million references and fill two text indexes for an hour. The copies refer to what the originals
 * refer to, and no report reads those indexes; the triggers that keep the totals stay.
 */
export async function makeWay(superuserUrl: string): Promise<void> {
  const superuser = connect({ url: superuserUrl, max: 1 })
  await sql`drop index if exists appeals_search_name, appeals_search_words`.execute(superuser)
  for (const table of ['appeals', 'effects']) {
    await sql`alter table ${sql.id(table)} disable trigger all`.execute(superuser)
    await sql`alter table ${sql.id(table)} enable trigger ${sql.id(`${table}_counted_when_added`)}`.execute(superuser)
  }
  await superuser.destroy()
}

const asSystem = <T>(db: Db, work: (tx: Parameters<typeof enterScope>[0]) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '600s'; set local transaction_timeout = '900s'; set local idle_in_transaction_session_timeout = '120s'`.execute(
      tx,
    )
    await enterScope(tx, null)
    return work(tx)
  })

const countAppeals = (db: Db) =>
  asSystem(db, (tx) =>
    tx
      .selectFrom('appeals')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
      .then(({ n }) => n),
  )

/**
 * Copies the demonstration's appeals and ledgers, each time with new numbers, until there are so many: same units, topics, months and
 * sums, so that the share of each is as in life. Descriptions stay away; no figure reads them.
 */
export async function growTo(db: Db, wanted: number): Promise<void> {
  const there = await countAppeals(db)
  const original = await asSystem(db, (tx) =>
    tx
      .selectFrom('appeals')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('numberSeq', '<', 100_000)
      .executeTakeFirstOrThrow()
      .then(({ n }) => n),
  )
  for (let copy = Math.round(there / original); copy * original < wanted; copy++) {
    await asSystem(db, async (tx) => {
      await sql`insert into appeals (id, branch_id, level, received_level, number, number_year, number_seq, status, received_on, channel, category, topic_id, subject, primary_organisation_id, employer_id,
          region_code, membership, member_id, applicant_name, due_on, due_explained, voucher, aid, outcome, summary, resolved_on, handling_unit_id, registered_by)
        select md5(id::text || ${copy})::uuid, branch_id, level, received_level, number || '-' || ${copy}, number_year, number_seq + ${copy}::int * 100000, status, received_on, channel, category, topic_id, 'Обращение',
          primary_organisation_id, employer_id, region_code, membership, member_id, applicant_name, due_on, due_explained, voucher, aid, outcome, summary, resolved_on, handling_unit_id, registered_by
        from appeals where number_seq < 100000`.execute(tx)
      await sql`insert into effects (appeal_id, appeal_number, branch_id, level, category, kind, stage, amount, people, occurred_on, computed, entered_by, changed_by, confirmed_by, confirmed_at, voided_at, void_reason)
        select md5(e.appeal_id::text || ${copy})::uuid, e.appeal_number || '-' || ${copy}, e.branch_id, e.level, e.category, e.kind, e.stage, e.amount, e.people, e.occurred_on, e.computed, e.entered_by, e.changed_by,
          e.confirmed_by, e.confirmed_at, e.voided_at, e.void_reason
        from effects e join appeals a on a.id = e.appeal_id where a.number_seq < 100000`.execute(tx)
    })
  }
  await asSystem(db, (tx) => sql`analyze appeals, effects, figure_totals`.execute(tx))
}
