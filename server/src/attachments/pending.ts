import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import { anyText } from '../platform/db/expressions.ts'
import type { Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { AppError } from '../platform/errors.ts'
import type { FileStore } from '../platform/file-store.ts'

/**
 * A key is written down before its bytes go into the store, and struck out by the commit that names it in a record. What is still written
 * down belongs to nobody, so a crash leaves no file behind; and nothing is ever taken away that this database has not put there itself.
 */
export const writeDown = (tx: Tx, actor: Actor, keys: readonly string[]) =>
  asSystem(tx, actor, () =>
    tx
      .insertInto('pendingFiles')
      .values(keys.map((storageKey) => ({ storageKey })))
      .execute(),
  )

/** In the transaction of the record. Where somebody has begun to take a file away, it cannot be named any more. */
export async function strikeOut(tx: Tx, actor: Actor, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const { numDeletedRows } = await asSystem(tx, actor, () =>
    tx
      .deleteFrom('pendingFiles')
      .where('storageKey', '=', anyText(keys))
      .where('abandoned', '=', false)
      .executeTakeFirstOrThrow(),
  )
  if (Number(numDeletedRows) !== keys.length) throw new AppError('server.unavailable')
}

type Writing = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** Takes away what nobody names: these keys, or all that were written down before a moment, and what an earlier attempt has left. */
export async function takeAway(
  { files, writing, actor }: { files: FileStore; writing: Writing; actor: Actor | null },
  which: { keys: readonly string[] } | { before: Date },
): Promise<number> {
  // A record that was committed after all has struck its keys out, and one that is being committed is waited for.
  const keys = await writing((tx) =>
    asSystem(tx, actor, async () => {
      const rows = await tx
        .updateTable('pendingFiles')
        .set({ abandoned: true })
        .where(
          'keys' in which
            ? sql<boolean>`storage_key = ${anyText(which.keys)}`
            : sql<boolean>`(since < ${which.before} or abandoned)`,
        )
        .returning('storageKey')
        .execute()
      return rows.map(({ storageKey }) => storageKey)
    }),
  )
  for (const key of keys) await files.remove(key)
  if (keys.length > 0)
    await writing((tx) =>
      asSystem(tx, actor, () =>
        tx.deleteFrom('pendingFiles').where('storageKey', '=', anyText(keys)).where('abandoned', '=', true).execute(),
      ),
    )
  return keys.length
}
