import { sql } from 'kysely'
import type { DB, Tx } from './index.ts'

const ROWS_PER_STATEMENT = 2000

/**
 * Inserts many rows with few statements: the path of lists, imports and demonstration data. Rows of one call have the same keys
 * (camelCase); columns that none of them has get their defaults. `bytea` is given as `\x<hex>`. Totals follow by statement triggers.
 */
export async function insertMany(tx: Tx, table: keyof DB, rows: readonly object[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const keys = Object.keys(first)
  const names = keys.map(snake)
  const columns = sql.join(names.map((name) => sql.id(name)))
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT) as Record<string, unknown>[]
    const json = JSON.stringify(chunk.map((row) => Object.fromEntries(keys.map((key, n) => [names[n], row[key]]))))
    await sql`insert into ${sql.id(snake(table))} (${columns}) select ${columns} from json_populate_recordset(null::${sql.id(snake(table))}, ${json}::json)`.execute(
      tx,
    )
  }
}

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
