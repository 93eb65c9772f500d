import { sql } from 'kysely'
import { type Actor, type DatabaseRole, databaseRoleOf, seesUnion } from '../auth/actor.ts'
import type { Reader } from './index.ts'

/** The first statement of every transaction: who it is for. Nobody (sign-in, jobs) is the system. */
export async function enterScope(tx: Reader, actor: Actor | null): Promise<void> {
  const role: DatabaseRole = actor ? databaseRoleOf(actor) : 'qorgan_system'
  const unit = actor && !seesUnion(actor) ? actor.unitId : ''
  await sql`select set_config('role', ${role}, true), set_config('app.user', ${actor?.userId ?? ''}, true),
    set_config('app.unit', ${unit}, true), set_config('app.organisation', ${actor?.organisationId ?? ''}, true)`.execute(
    tx,
  )
}

/**
 * Runs a few statements beyond the caller's rows, for rules that reach further than the caller may see: a rejected transfer leaves
 * the receiver's scope, a changed calendar moves every open appeal. The caller's role is restored after it.
 */
export async function asSystem<T>(tx: Reader, actor: Actor | null, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'qorgan_system', true)`.execute(tx)
  const result = await work()
  await enterScope(tx, actor)
  return result
}
