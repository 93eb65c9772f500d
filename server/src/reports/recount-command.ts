import { sql } from 'kysely'
import type { Db } from '../platform/db/index.ts'
import { takeYourTime } from '../platform/db/long-work.ts'
import { enterScope } from '../platform/db/scope.ts'

interface Difference {
  unitId: string
  level: string
  category: string
  month: string
  kept: number[]
  counted: number[]
}

/** `pnpm qorgan recount`: exit code 0 when every kept figure equals the records, 1 with a list of those that do not. */
export async function recount(db: Db): Promise<number> {
  const { differences, cells } = await db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await takeYourTime(tx)
      await enterScope(tx, null)
      const { rows } = await sql<Difference>`select * from recount()`.execute(tx)
      const { count } = await tx
        .selectFrom('figureTotals')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return { differences: rows, cells: count }
    })
  for (const { unitId, level, category, month, kept, counted } of differences)
    process.stdout.write(
      `${unitId} ${level} ${category} ${month}: kept ${kept.join(' / ')}, counted ${counted.join(' / ')}\n`,
    )
  process.stdout.write(
    differences.length === 0
      ? `${cells} kept figures equal the records.\n`
      : `${differences.length} of ${cells} kept figures differ from the records.\n`,
  )
  return differences.length === 0 ? 0 : 1
}
