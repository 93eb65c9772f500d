import type { Settings as SettingsSchema } from '@qorgan/shared/settings'
import type { z } from 'zod'
import type { Reader, Tx } from '../platform/db/index.ts'

type Settings = z.output<typeof SettingsSchema>

const settings = (db: Reader) =>
  db.selectFrom('settings').select(['confirmationThreshold', 'yearlyVoucherLimit', 'yearlyAidLimit', 'version'])

/** One row, there since the first start. */
export const findSettings = (db: Reader): Promise<Settings> => settings(db).executeTakeFirstOrThrow()
export const lockSettings = (tx: Tx): Promise<Settings> => settings(tx).forUpdate().executeTakeFirstOrThrow()
