import {
  changePrimaryOrganisation,
  createPrimaryOrganisation,
  getPrimaryOrganisation,
  listPrimaryOrganisations,
  type PrimaryOrganisation,
} from '@qorgan/shared/organisation'
import type { FieldError } from '@qorgan/shared/errors'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader } from '../platform/db/index.ts'
import { fieldError, notFound } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { findBranch } from './branch-queries.ts'
import { findEmployer } from './employer-queries.ts'
import { absentRegion, refuse, reversedDates, validityAfter } from './field-checks.ts'
import { columnsOf } from './labels.ts'
import {
  findPrimaryOrganisation,
  findPrimaryOrganisations,
  lockPrimaryOrganisation,
  presentPrimaryOrganisation,
} from './primary-organisation-queries.ts'
import { toUnitIds } from './units.ts'

const entity = 'primaryOrganisation'

export function primaryOrganisationRoutes(app: FastifyInstance): void {
  query(app, listPrimaryOrganisations, async ({ db, actor, input: { query } }) => {
    const unitIds = query.branchId && toUnitIds(query.branchId)
    const rows = await findPrimaryOrganisations(db, { unitIds, q: query.q }, query.limit, readCursor(query.cursor, 2))
    return pageOf(
      rows,
      query.limit,
      (row) => [row.nameRu, row.id],
      (row) => presentPrimaryOrganisation(actor, row),
    )
  })

  query(app, getPrimaryOrganisation, ({ db, actor, input }) => describe(db, actor, input.params.id))

  command(app, createPrimaryOrganisation, async ({ tx, actor, input: { body }, reply }) => {
    const { id: chosenId, name, branchId, ...fields } = body
    refuse([...(await absentBranch(tx, branchId)), ...(await wrongFields(tx, body))])
    if (chosenId && !(await claimId(tx, actor, entity, chosenId, body))) {
      reply.code(200)
      return describe(tx, actor, chosenId)
    }
    const id = chosenId ?? newId()
    await tx
      .insertInto('primaryOrganisations')
      .values({
        id,
        branchId,
        ...columnsOf(name),
        employerId: fields.employerId ?? null,
        regionCode: fields.regionCode ?? null,
        activeFrom: fields.activeFrom ?? null,
        activeTo: fields.activeTo ?? null,
      })
      .execute()
    const organisation = await describe(tx, actor, id)
    await recordEvent(tx, actor, { unitId: branchId, action: 'primaryOrganisation.created', entity, entityId: id })
    return organisation
  })

  command(app, changePrimaryOrganisation, async ({ tx, actor, input: { params, body }, ifMatch }) => {
    refuse(await wrongFields(tx, body))
    const row = isUuid(params.id) ? await lockPrimaryOrganisation(tx, params.id) : undefined
    if (!row) throw notFound()
    requireVersion(ifMatch, row.version)
    refuse(reversedDates(validityAfter(row, body)))
    const { name, ...fields } = body
    await tx
      .updateTable('primaryOrganisations')
      .set({ ...fields, ...(name && columnsOf(name)), version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    const organisation = await describe(tx, actor, row.id)
    const changed = changedFields(presentPrimaryOrganisation(actor, row), organisation)
    await recordEvent(tx, actor, {
      unitId: row.branchId,
      action: 'primaryOrganisation.changed',
      entity,
      entityId: row.id,
      fields: changed,
    })
    return organisation
  })
}

async function describe(db: Reader, actor: Actor, id: string): Promise<PrimaryOrganisation> {
  const row = isUuid(id) ? await findPrimaryOrganisation(db, id) : undefined
  if (!row) throw notFound()
  return presentPrimaryOrganisation(actor, row)
}

const absentBranch = async (db: Reader, branchId: string): Promise<FieldError[]> =>
  (await findBranch(db, branchId)) ? [] : [fieldError('/branchId', 'field.absent')]

interface Fields {
  employerId?: string | null | undefined
  regionCode?: string | null | undefined
  activeFrom?: string | null | undefined
  activeTo?: string | null | undefined
}
async function wrongFields(db: Reader, body: Fields): Promise<FieldError[]> {
  const hasEmployer = !body.employerId || (await findEmployer(db, body.employerId))
  return [
    ...(hasEmployer ? [] : [fieldError('/employerId', 'field.absent')]),
    ...(await absentRegion(db, body.regionCode)),
    ...reversedDates(body),
  ]
}
