import { sql } from 'kysely'
import { recordEvents } from './audit/service.ts'
import { loadDemonstrationData } from './demonstration/load.ts'
import { seedDirectories } from './organisation/seed.ts'
import { hashPassword } from './platform/auth/passwords.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db/index.ts'
import { enterScope } from './platform/db/scope.ts'
import type { IinCipher } from './platform/iin-cipher.ts'

const DEMONSTRATION_PASSWORD = 'demo-qorgan'

interface Options {
  /** Only a database of our own gets the demonstration data; one of yours gets the directories. */
  isEmbedded: boolean
  cipher: IinCipher
  clock: Clock
  say: (sentence: string) => void
}

/** What an empty database needs, in one transaction: all of it or nothing, and once, whoever starts at the same moment. */
export async function firstLoad(db: Db, { isEmbedded, cipher, clock, say }: Options): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '300s'; set local transaction_timeout = '600s'; set local idle_in_transaction_session_timeout = '120s'`.execute(tx)
    await enterScope(tx, null)
    const isEmpty = await seedDirectories(tx)
    if (!isEmpty || !isEmbedded) return
    say('Loading the demonstration data')
    const { units, contentHash } = await loadDemonstrationData(tx, {
      today: clock.today(),
      passwordHash: await hashPassword(DEMONSTRATION_PASSWORD),
      encryptIin: (iin) => cipher.encrypt(iin),
      onProgress: say,
    })
    await recordEvents(tx, null, units.map(({ unitId, count }) => ({ unitId, action: 'demonstration.loaded', entity: 'appeal', count, contentHash })))
    await sql`update settings set demonstration = true`.execute(tx)
  })
  await sql`analyze`.execute(db).catch(() => undefined)
}
