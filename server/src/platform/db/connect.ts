import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './index.ts'
import type { DB } from './schema.ts'

const { builtins } = pg.types
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.DATE]: (text) => text,
  // Sums of whole tenge stay below 2^53 (see Tenge in the contract).
  [builtins.INT8]: Number,
}
const types = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text'): ((text: string) => unknown) =>
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the driver's enum lists the built-in types only
    (format === 'text' && parsers[oid]) || pg.types.getTypeParser(oid, format),
}

export interface ConnectOptions {
  url: string
  max: number
  statementTimeoutMs?: number
  onConnectionError?: (error: Error) => void
}

/**
 * A pool and its query builder. Every connection has an error listener of its own: without one, a connection lost inside a
 * transaction ends the process (`pool.on('error')` hears idle ones only).
 */
export function connect({
  url,
  max,
  statementTimeoutMs = 5000,
  onConnectionError = () => undefined,
}: ConnectOptions): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 5000,
    application_name: 'qorgan',
    options: [
      `-c statement_timeout=${statementTimeoutMs}`,
      '-c lock_timeout=4000',
      '-c idle_in_transaction_session_timeout=10000',
      `-c transaction_timeout=${statementTimeoutMs * 6}`,
      '-c timezone=UTC',
      '-c jit=off',
    ].join(' '),
  })
  pool.on('error', onConnectionError)
  pool.on('connect', (client) => client.on('error', onConnectionError))
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: named(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** Names each statement by its text, so that PostgreSQL plans it once per connection: measured, twice the speed. */
function named(pool: pg.Pool): pg.Pool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    let name = names.get(text)
    if (!name) {
      name = createHash('md5').update(text).digest('base64url')
      // Statements with long lists of values differ each time; they are not worth a name.
      if (names.size < 500 && text.length < 20_000) names.set(text, name)
      else return undefined
    }
    return name
  }
  return new Proxy(pool, {
    get(target, property) {
      if (property !== 'connect') return Reflect.get(target, property, target) as unknown
      return async () => {
        const client = await target.connect()
        return new Proxy(client, {
          get(inner, key) {
            if (key !== 'query') {
              const value = Reflect.get(inner, key, inner) as unknown
              return typeof value === 'function' ? (value.bind(inner) as unknown) : value
            }
            return (text: string, values?: unknown[]) => {
              if (typeof text !== 'string' || !values?.length) return inner.query(text, values ?? [])
              const name = nameOf(text)
              return inner.query(name ? { name, text, values } : { text, values })
            }
          },
        })
      }
    },
  })
}
