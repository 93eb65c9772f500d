import { sql } from 'kysely'
import { expect } from 'vitest'
import { test, testSecrets } from '../../test/harness.ts'
import { connect } from '../platform/db/connect.ts'
import { enterScope } from '../platform/db/scope.ts'
import { createIinCipher } from '../platform/iin-cipher.ts'
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
      })
    } finally {
      await db.destroy()
    }
  },
)
