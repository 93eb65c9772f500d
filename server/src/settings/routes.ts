import { changeSettings, getSettings } from '@qorgan/shared/settings'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { findSettings, lockSettings } from './queries.ts'

export function settingsRoutes(app: FastifyInstance): void {
  query(app, getSettings, ({ db }) => findSettings(db))

  command(app, changeSettings, async ({ tx, actor, input: { body }, ifMatch }) => {
    const before = await lockSettings(tx)
    requireVersion(ifMatch, before.version)
    await tx
      .updateTable('settings')
      .set({ ...body, version: before.version + 1 })
      .execute()
    const settings = await findSettings(tx)
    await recordEvent(tx, actor, {
      unitId: COUNCIL_ID,
      action: 'settings.changed',
      entity: 'settings',
      fields: changedFields(before, settings),
    })
    return settings
  })
}
