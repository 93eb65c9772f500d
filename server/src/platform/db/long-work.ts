import { sql } from 'kysely'
import type { Tx } from './index.ts'

/** Lifts the limits of a request for one transaction that may take long. A running transaction's own limit can only be switched off. */
export async function takeYourTime(tx: Tx): Promise<void> {
  await sql`set local transaction_timeout = 0; set local statement_timeout = '10min'; set local idle_in_transaction_session_timeout = '5min'`.execute(
    tx,
  )
}
