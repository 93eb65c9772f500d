import { changeEmployer, createEmployer, type Employer, getEmployer, listEmployers } from '@qorgan/shared/organisation'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { findEmployer, findEmployers, lockEmployer, presentEmployer } from './employer-queries.ts'
import { absentRegion, refuse } from './field-checks.ts'
import { columnsOf } from './labels.ts'
import { COUNCIL_ID } from './units.ts'

/** An employer belongs to no branch: its events stand in the council's chain. */
const place = { unitId: COUNCIL_ID, entity: 'employer' }

export function employerRoutes(app: FastifyInstance): void {
  query(app, listEmployers, async ({ db, actor, input: { query } }) => {
    const filter = { q: query.q, regionCodes: query.regionCode, active: query.active }
    const rows = await findEmployers(db, filter, query.limit, readCursor(query.cursor, 2))
    return pageOf(
      rows,
      query.limit,
      (row) => [row.nameRu, row.id],
      (row) => presentEmployer(actor, row),
    )
  })

  query(app, getEmployer, ({ db, actor, input }) => describe(db, actor, input.params.id))

  command(app, createEmployer, async ({ tx, actor, input: { body }, reply }) => {
    const { id: chosenId, name, bin = null, regionCode = null, active = true } = body
    refuse(await absentRegion(tx, regionCode))
    if (chosenId && !(await claimId(tx, actor, 'employer', chosenId, body))) {
      reply.code(200)
      return describe(tx, actor, chosenId)
    }
    const id = chosenId ?? newId()
    await tx
      .insertInto('employers')
      .values({ id, ...columnsOf(name), bin, regionCode, active })
      .execute()
    const employer = await describe(tx, actor, id)
    await recordEvent(tx, actor, { ...place, action: 'employer.created', entityId: id })
    return employer
  })

  command(app, changeEmployer, async ({ tx, actor, input: { params, body }, ifMatch }) => {
    refuse(await absentRegion(tx, body.regionCode))
    const row = isUuid(params.id) ? await lockEmployer(tx, params.id) : undefined
    if (!row) throw notFound()
    requireVersion(ifMatch, row.version)
    const { name, ...fields } = body
    await tx
      .updateTable('employers')
      .set({ ...fields, ...(name && columnsOf(name)), version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    const employer = await describe(tx, actor, row.id)
    const changed = changedFields(presentEmployer(actor, row), employer)
    await recordEvent(tx, actor, { ...place, action: 'employer.changed', entityId: row.id, fields: changed })
    return employer
  })
}

async function describe(db: Reader, actor: Actor, id: string): Promise<Employer> {
  const row = isUuid(id) ? await findEmployer(db, id) : undefined
  if (!row) throw notFound()
  return presentEmployer(actor, row)
}
