import { sql } from 'kysely'
import { recordEvents } from './audit/service.ts'
import { openPeriods } from './closing/service.ts'
import { loadDemonstrationData } from './demonstration/load.ts'
import { seedDirectories } from './organisation/seed.ts'
import { hashPassword } from './platform/auth/passwords.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db/index.ts'
import { takeYourTime } from './platform/db/long-work.ts'
import { enterScope } from './platform/db/scope.ts'
import { createIinCipher } from './platform/iin-cipher.ts'
import { createNoteCipher } from './platform/note-cipher.ts'
import type { ServerSecrets } from './platform/secrets.ts'

const DEMONSTRATION_PASSWORD = 'demo-qorgan'

interface Context {
  config: Config
  secrets: ServerSecrets
}

/**
 * What an empty database needs, in one transaction: all of it or nothing, and once, whoever starts at the same moment. Only a database
 * of our own gets the demonstration data; one of yours gets the directories.
 */
export async function firstLoad(db: Db, _args: string[], { config, secrets }: Context): Promise<number> {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
  const cipher = createIinCipher({ encryptionKey: secrets.iinEncryptionKey, hashKey: secrets.iinHashKey })
  await db.transaction().execute(async (tx) => {
    await takeYourTime(tx)
    await enterScope(tx, null)
    const isEmpty = await seedDirectories(tx)
    if (isEmpty && config.databaseUrl) await openPeriods(tx, systemClock.today())
    if (!isEmpty || config.databaseUrl) return
    say('Loading the demonstration data')
    const { units, contentHash } = await loadDemonstrationData(tx, {
      today: systemClock.today(),
      passwordHash: await hashPassword(DEMONSTRATION_PASSWORD),
      encryptIin: (iin) => cipher.encrypt(iin),
      encryptNote: createNoteCipher(secrets.notesKey).encrypt,
      onProgress: say,
    })
    await recordEvents(
      tx,
      null,
      units.map(({ unitId, count }) => ({
        unitId,
        action: 'demonstration.loaded',
        entity: 'appeal',
        count,
        contentHash,
      })),
    )
    await sql`update settings set demonstration = true`.execute(tx)
    // The planner guesses badly about tables that have just been filled.
    await sql`analyze members, appeals, appeal_events, effects, figure_totals, primary_organisations, employers, users, posts, legal_cases,
      legal_case_members, case_assignments, hearings, case_payments, lawyers`.execute(tx)
  })
  return 0
}
