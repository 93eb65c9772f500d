import type { Kysely, Transaction } from 'kysely'
import type { DB } from './schema.ts'

export type { DB } from './schema.ts'
export type Db = Kysely<DB>
/** Proof that a transaction is open. */
export type Tx = Transaction<DB>
/** A transaction that is used for reading only. */
export type Reader = Pick<Tx, 'selectFrom' | 'selectNoFrom' | 'getExecutor' | 'with' | 'fn'>
