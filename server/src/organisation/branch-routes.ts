import {
  type Branch,
  changeBranch,
  createBranch,
  getBranch,
  listBranches,
  listRegions,
} from '@qorgan/shared/organisation'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'
import { pageOf, pageOfAll, readCursor } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import {
  findBranch,
  findBranches,
  findRegions,
  findRegionsOfUnits,
  lockBranch,
  presentBranch,
  setRegionsOfUnit,
} from './branch-queries.ts'
import { columnsOf, labelOf } from './labels.ts'
import { absentRegions, refuse, reversedDates, twins, validityAfter } from './field-checks.ts'

export function branchRoutes(app: FastifyInstance): void {
  query(app, listRegions, async ({ db, input }) =>
    pageOfAll(await findRegions(db), input.query, (row) => ({ code: row.code, name: labelOf(row) })),
  )

  query(app, listBranches, async ({ db, actor, input: { query } }) => {
    const rows = await findBranches(db, query.limit, readCursor(query.cursor, 2))
    const regions = await findRegionsOfUnits(
      db,
      rows.map(({ id }) => id),
    )
    return pageOf(
      rows,
      query.limit,
      (row) => [row.nameRu, row.id],
      (row) => presentBranch(actor, row, regions.get(row.id) ?? []),
    )
  })

  query(app, getBranch, ({ db, actor, input }) => describeBranch(db, actor, input.params.id))

  command(app, createBranch, async ({ tx, actor, input: { body }, reply }) => {
    const { id: chosenId, name, regionCodes, code, numberPrefix, activeFrom, activeTo } = body
    await refuseWrongFields(tx, body)
    if (chosenId && !(await claimId(tx, actor, 'branch', chosenId, body))) {
      reply.code(200)
      return describeBranch(tx, actor, chosenId)
    }
    const id = chosenId ?? newId()
    await tx
      .insertInto('units')
      .values({ id, kind: 'branch', code, numberPrefix, ...columnsOf(name), activeFrom, activeTo: activeTo ?? null })
      .execute()
    await setRegionsOfUnit(tx, id, regionCodes)
    const branch = await describeBranch(tx, actor, id)
    await recordEvent(tx, actor, { unitId: id, action: 'branch.created', entity: 'branch', entityId: id })
    return branch
  })

  command(app, changeBranch, async ({ tx, actor, input: { params, body }, ifMatch }) => {
    await refuseWrongFields(tx, body)
    const row = isUuid(params.id) ? await lockBranch(tx, params.id) : undefined
    if (!row) throw notFound()
    requireVersion(ifMatch, row.version)
    const { name, regionCodes, ...dates } = body
    refuse(reversedDates(validityAfter(row, body)))
    const before = await describeBranch(tx, actor, row.id)
    await tx
      .updateTable('units')
      .set({ ...dates, ...(name && columnsOf(name)), version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    if (regionCodes) await setRegionsOfUnit(tx, row.id, regionCodes)
    const branch = await describeBranch(tx, actor, row.id)
    await recordEvent(tx, actor, {
      unitId: row.id,
      action: 'branch.changed',
      entity: 'branch',
      entityId: row.id,
      fields: changedFields(before, branch),
    })
    return branch
  })
}

async function describeBranch(db: Reader, actor: Actor, id: string): Promise<Branch> {
  const row = isUuid(id) ? await findBranch(db, id) : undefined
  if (!row) throw notFound()
  const regions = await findRegionsOfUnits(db, [row.id])
  return presentBranch(actor, row, regions.get(row.id) ?? [])
}

interface Fields {
  regionCodes?: string[] | undefined
  activeFrom?: string | undefined
  activeTo?: string | null | undefined
}
async function refuseWrongFields(tx: Tx, body: Fields): Promise<void> {
  const codes = body.regionCodes ?? []
  const place = (i: number) => `/regionCodes/${i}`
  refuse([...twins(codes, place), ...(await absentRegions(tx, codes, place)), ...reversedDates(body)])
}
