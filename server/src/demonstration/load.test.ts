import { sql } from 'kysely'
import { expect } from 'vitest'
import { test, testSecrets } from '../../test/harness.ts'
import { connect } from '../platform/db/connect.ts'
import { enterScope } from '../platform/db/scope.ts'
import { createIinCipher } from '../platform/iin-cipher.ts'
import { createNoteCipher } from '../platform/note-cipher.ts'
import type { Tx } from '../platform/db/index.ts'
import { publishedCells } from './cells.ts'
import { loadDemonstrationData } from './load.ts'

test(
  'loaded into a database, the kept totals are the published figures and agree with the records',
  { timeout: 180_000 },
  async ({ database }) => {
    const db = connect({ url: database.url, max: 1, statementTimeoutMs: 60_000 })
    const cipher = createIinCipher({ encryptionKey: testSecrets.iinEncryptionKey, hashKey: testSecrets.iinHashKey })
    try {
      await db.transaction().execute(async (tx) => {
        await enterScope(tx, null)
        const { counts, units } = await loadDemonstrationData(tx, {
          today: '2026-11-22',
          passwordHash: 'hash',
          encryptIin: (iin) => cipher.encrypt(iin),
          encryptNote: createNoteCipher(testSecrets.notesKey).encrypt,
        })
        expect(counts).toMatchObject({ primaryOrganisations: 267, members: 69_031 })
        expect(units).toHaveLength(21)

        const { rows: differences } = await sql`select * from recount()`.execute(tx)
        expect(differences).toEqual([])
        for (const { category, period, count, amount } of publishedCells()) {
          const kept = await tx
            .selectFrom('figureTotals')
            .select(({ fn }) => [fn.sum<string>('appeals').as('count'), fn.sum<string>('amount').as('amount')])
            .where('category', '=', category)
            .where('month', '>=', period.from)
            .where('month', '<=', period.to)
            .executeTakeFirstOrThrow()
          expect({ category, period: period.key, count: Number(kept.count), amount: Number(kept.amount) }).toEqual({
            category,
            period: period.key,
            count,
            amount,
          })
        }
        await expectPublishedCases(tx)
        await expectMoneyReconciles(tx)
        await expectQuarters(tx)
      })
    } finally {
      await db.destroy()
    }
  },
)

async function expectPublishedCases(tx: Tx): Promise<void> {
  const { rows: helped } = await sql<{ people: string }>`
    select people from helped_people('2021-11-01', '2024-09-30', null) where unit_id is null`.execute(tx)
  expect(helped.map(({ people }) => Number(people))).toEqual([98])
  const { rows: figures } = await sql<{ what: string; key: string; amount: string }>`
    select what, key, sum(amount) as amount from medadvokat_figures('2021-11-01', '2024-09-30', null)
    where what in ('cases', 'allotted') group by what, key order by what, key`.execute(tx)
  expect(figures.map(({ what, key, amount }) => [what, key, Number(amount)])).toEqual([
    ['allotted', '', 22_390_000],
    ['cases', 'administrative', 14],
    ['cases', 'civil', 51],
    ['cases', 'criminal', 13],
  ])
  const { rows: before } = await sql`select * from medadvokat_figures('1900-01-01', '2021-10-31', null)`.execute(tx)
  expect(before).toEqual([])
}

/** What the triggers keep is what the records say, of every case, contract and act. */
async function expectMoneyReconciles(tx: Tx): Promise<void> {
  const { rows: cases } = await sql`
    select c.number from legal_cases c join case_money m on m.case_id = c.id
    where m.allotted <> coalesce((select sum(amount) from case_allotments a where a.case_id = c.id and a.approved_at is not null), 0)
      or m.committed <> coalesce((select sum(fee) from case_assignments a where a.case_id = c.id), 0)
        + coalesce((select sum(p.amount - p.refunded) from case_payments p where p.case_id = c.id and p.voided_at is null and p.assignment_id is null), 0)
      or m.paid <> coalesce((select sum(p.amount - coalesce((select sum(r.amount) from case_refunds r where r.payment_id = p.id), 0))
        from case_payments p where p.case_id = c.id and p.voided_at is null), 0)
      or c.people <> (select count(*) from legal_case_members p where p.case_id = c.id)
    union all
    select 'contract ' || contract_number from case_assignments a where a.paid <> coalesce((select sum(p.amount - p.refunded)
      from case_payments p where p.assignment_id = a.id and p.voided_at is null), 0)
    union all
    select 'act ' || number from case_acts a where a.paid <> coalesce((select sum(p.amount - p.refunded)
      from case_payments p where p.act_id = a.id and p.voided_at is null), 0)`.execute(tx)
  expect(cases).toEqual([])
  // Their terms are by the rules of the law, where there is one.
  const { terms } = await tx
    .selectFrom('caseDeadlines')
    .select(({ fn }) => fn.countAll<string>().as('terms'))
    .where('ruleId', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(Number(terms)).toBeGreaterThan(50)
}

/** 2021 to the last quarter but one closed, the last one in every state, this one open; what was closed is what the records say. */
async function expectQuarters(tx: Tx): Promise<void> {
  const { rows: periods } = await sql<{ key: string; status: string; states: string }>`
    select p.key, p.status, string_agg(distinct r.status, ',' order by r.status) as states
    from reporting_periods p join branch_reports r on r.period_key = p.key group by p.key order by p.key`.execute(tx)
  expect(periods.map(({ key }) => key)).toEqual(
    [2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`)),
  )
  expect(periods.slice(0, -2).filter(({ status, states }) => status !== 'closed' || states !== 'accepted')).toEqual([])
  expect(periods.slice(-2).map(({ status, states }) => `${status}: ${states}`)).toEqual([
    'open: accepted,open,returned,submitted',
    'open: open',
  ])
  const { rows: strange } = await sql`
    select p.key from reporting_periods p join snapshots s on s.period_key = p.key and s.stage = 'closed'
    cross join lateral (select levels from counted_levels c where c.valid_from <= p.from_on order by c.valid_from desc limit 1) counted
    where s.sha256 <> p.sha256 or (convert_from(s.bytes, 'UTF8')::jsonb #>> '{figures,totals,effect}')::int8 <> (
      select coalesce(sum(t.amount), 0) from figure_totals t where t.month between p.from_on and p.to_on and t.level = any(counted.levels))`.execute(
    tx,
  )
  expect(strange).toEqual([])
  // Nobody acted after today, nor before the quarter was over.
  const { rows: untimely } = await sql`
    select r.id from branch_reports r join reporting_periods p on p.key = r.period_key
    where r.submitted_at not between p.to_on and '2026-11-23' or r.accepted_at not between r.submitted_at and '2026-11-23'`.execute(
    tx,
  )
  expect(untimely).toEqual([])
  // What people were told of it; who has something to do has not read it yet.
  const { rows: told } = await sql<{ kind: string; read: boolean; units: number }>`
    select kind, read_at is not null as read, count(distinct unit_id)::int as units from notifications group by 1, 2 order by 1`.execute(
    tx,
  )
  expect(told.map(({ kind, read }) => [kind, read])).toEqual([
    ['branchReport.accepted', true],
    ['branchReport.reminded', false],
    ['branchReport.returned', false],
    ['branchReport.submitted', false],
    ['period.closed', true],
  ])
  expect(told.find(({ kind }) => kind === 'period.closed')?.units).toBe(21)
}
