import type { Branch, Region } from '@qorgan/shared/organisation'
import type { z } from 'zod'
import type { Selectable } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import { afterName, nameOf } from '../platform/db/by-name.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Units } from '../platform/db/schema.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { labelOf } from './labels.ts'

type BranchRow = Selectable<Units>
type RegionOfBranch = z.output<typeof Region>

export function findRegions(db: Reader) {
  return db.selectFrom('regions').select(['code', 'code as id', 'nameRu', 'nameKk', 'nameEn']).orderBy('code').execute()
}

export async function findKnownRegions(db: Reader, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const known = await db.selectFrom('regions').select('code').where('code', 'in', codes).execute()
  return new Set(known.map(({ code }) => code))
}

export function findBranches(db: Reader, limit: number, after: Cursor | undefined): Promise<BranchRow[]> {
  return db
    .selectFrom('units')
    .selectAll()
    .where('kind', '=', 'branch')
    .where(afterName('nameRu', 'id', after))
    .orderBy(nameOf('nameRu'))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

const branch = (db: Reader, id: string) =>
  db.selectFrom('units').selectAll().where('kind', '=', 'branch').where('id', '=', id)
export const findBranch = (db: Reader, id: string): Promise<BranchRow | undefined> => branch(db, id).executeTakeFirst()
export const lockBranch = (tx: Tx, id: string): Promise<BranchRow | undefined> =>
  branch(tx, id).forUpdate().executeTakeFirst()

export async function findRegionsOfUnits(
  db: Reader,
  unitIds: readonly string[],
): Promise<Map<string, RegionOfBranch[]>> {
  const rows = await db
    .selectFrom('unitRegions')
    .innerJoin('regions', 'regions.code', 'unitRegions.regionCode')
    .select(['unitId', 'code', 'nameRu', 'nameKk', 'nameEn'])
    .where('unitId', '=', anyId(unitIds))
    .orderBy('code')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.unitId)].map(([unitId, regions]) => [
      unitId,
      regions.map((region) => ({ code: region.code, name: labelOf(region) })),
    ]),
  )
}

/** Regions change as a whole: a branch's list is sent complete. */
export async function setRegionsOfUnit(tx: Tx, unitId: string, regionCodes: readonly string[]): Promise<void> {
  await tx.deleteFrom('unitRegions').where('unitId', '=', unitId).where('regionCode', 'not in', regionCodes).execute()
  await tx
    .insertInto('unitRegions')
    .values(regionCodes.map((regionCode) => ({ unitId, regionCode })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const presentBranch = (actor: Actor, row: BranchRow, regions: RegionOfBranch[]): Branch => ({
  id: row.id,
  code: row.code,
  numberPrefix: row.numberPrefix,
  name: labelOf(row),
  regions,
  activeFrom: row.activeFrom,
  activeTo: row.activeTo,
  version: row.version,
  can: { edit: may(actor, 'directories:write') },
})
