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
