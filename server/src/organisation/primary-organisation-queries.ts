import type { PrimaryOrganisation } from '@qorgan/shared/organisation'
import { type Selectable, sql } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import { afterName, nameOf } from '../platform/db/by-name.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { PrimaryOrganisations } from '../platform/db/schema.ts'
import { holdsWords } from '../platform/db/text-match.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { labelOf } from './labels.ts'

const columns = [
  'id',
  'branchId',
  'nameRu',
  'nameKk',
  'nameEn',
  'employerId',
  'regionCode',
  'activeFrom',
  'activeTo',
  'version',
] as const
type Row = Pick<Selectable<PrimaryOrganisations>, (typeof columns)[number]>

interface Filter {
  unitIds: readonly string[] | undefined
  q: string | undefined
}

export function findPrimaryOrganisations(
  db: Reader,
  { unitIds, q }: Filter,
  limit: number,
  after: Cursor | undefined,
): Promise<Row[]> {
  return db
    .selectFrom('primaryOrganisations')
    .select(columns)
    .$if(unitIds !== undefined, (rest) => rest.where('branchId', '=', anyId(unitIds ?? [])))
    .$if(q !== undefined, (rest) => rest.where(holdsWords(sql.ref('searchText'), q ?? '')))
    .where(afterName('nameRu', 'id', after))
    .orderBy(nameOf('nameRu'))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

const organisation = (db: Reader, id: string) =>
  db.selectFrom('primaryOrganisations').select(columns).where('id', '=', id)
export const findPrimaryOrganisation = (db: Reader, id: string): Promise<Row | undefined> =>
  organisation(db, id).executeTakeFirst()
export const lockPrimaryOrganisation = (tx: Tx, id: string): Promise<Row | undefined> =>
  organisation(tx, id).forUpdate().executeTakeFirst()

export const presentPrimaryOrganisation = (actor: Actor, row: Row): PrimaryOrganisation => ({
  id: row.id,
  branchId: row.branchId,
  name: labelOf(row),
  employerId: row.employerId,
  regionCode: row.regionCode,
  activeFrom: row.activeFrom,
  activeTo: row.activeTo,
  version: row.version,
  can: { edit: may(actor, 'directories:write') },
})
