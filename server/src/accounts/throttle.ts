import { sql } from 'kysely'
import type { Tx } from '../platform/db/index.ts'
import { AppError } from '../platform/errors.ts'
import { hashOf } from './tokens.ts'

const PER_ACCOUNT = 10
const PER_ADDRESS = 100

/** Failed sign-ins of the last 15 minutes, kept in the database since any number of processes serve one union. */
export async function refuseTooManyAttempts(tx: Tx, login: string, address: string): Promise<void> {
  // Guesses at one account go one by one, or a burst of them would all be the tenth.
  await sql`select pg_advisory_xact_lock(hashtextextended(${login}, 1))`.execute(tx)
  const { account, source } = await tx
    .selectFrom('signInFailures')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('accountHash', '=', hashOf(login)).as('account'),
      eb.fn.countAll<number>().filterWhere('address', '=', address).as('source'),
    ])
    .where('at', '>', sql<Date>`now() - interval '15 minutes'`)
    .where((eb) => eb.or([eb('accountHash', '=', hashOf(login)), eb('address', '=', address)]))
    .executeTakeFirstOrThrow()
  if (account >= PER_ACCOUNT || source >= PER_ADDRESS) throw new AppError('auth.tooManyAttempts', { retryAfter: 900 })
}

export async function noteFailure(tx: Tx, login: string, address: string): Promise<void> {
  await tx
    .deleteFrom('signInFailures')
    .where('at', '<', sql<Date>`now() - interval '1 day'`)
    .execute()
  await tx
    .insertInto('signInFailures')
    .values({ accountHash: hashOf(login), address })
    .execute()
}

export async function forgetFailures(tx: Tx, login: string): Promise<void> {
  await tx.deleteFrom('signInFailures').where('accountHash', '=', hashOf(login)).execute()
}
