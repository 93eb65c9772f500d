import { type Expression, sql } from 'kysely'
import { takeYourTime } from './long-work.ts'
import type { Tx } from './index.ts'

const BATCH = 200

/**
 * The rows of a query, some at a time, however many there are: PostgreSQL keeps the place. One such reading in a transaction, which has
 * no other limit then than its own end.
 */
export async function* inBatches<Row>(tx: Tx, query: Expression<Row>): AsyncGenerator<Row[]> {
  await takeYourTime(tx)
  // Every row will be read: the plan that begins fastest is not the one.
  await sql`set local cursor_tuple_fraction = 1`.execute(tx)
  await sql`declare rows_in_batches no scroll cursor for ${query}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(BATCH)} from rows_in_batches`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
  }
}
