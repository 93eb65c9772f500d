import { binWarnings } from '@qorgan/shared/identifiers'
import type { Employer } from '@qorgan/shared/organisation'
import { type Selectable, sql } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import { anyText } from '../platform/db/expressions.ts'
import { afterName, nameOf } from '../platform/db/by-name.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Employers } from '../platform/db/schema.ts'
import { holdsWords } from '../platform/db/text-match.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { labelOf } from './labels.ts'

const columns = ['id', 'nameRu', 'nameKk', 'nameEn', 'bin', 'regionCode', 'active', 'version'] as const
type Row = Pick<Selectable<Employers>, (typeof columns)[number]>

interface Filter {
  /** Words of the name, or digits of the BIN. */
  q: string | undefined
  regionCodes: readonly string[] | undefined
  active: boolean | undefined
}

export function findEmployers(
  db: Reader,
  { q, regionCodes, active }: Filter,
  limit: number,
  after: Cursor | undefined,
): Promise<Row[]> {
  return db
    .selectFrom('employers')
    .select(columns)
    .$if(q !== undefined, (rest) => rest.where(holdsWords(sql.ref('searchText'), q ?? '')))
    .$if(regionCodes !== undefined, (rest) => rest.where('regionCode', '=', anyText(regionCodes ?? [])))
    .$if(active !== undefined, (rest) => rest.where('active', '=', active ?? true))
    .where(afterName('nameRu', 'id', after))
    .orderBy(nameOf('nameRu'))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

const employer = (db: Reader, id: string) => db.selectFrom('employers').select(columns).where('id', '=', id)
export const findEmployer = (db: Reader, id: string): Promise<Row | undefined> => employer(db, id).executeTakeFirst()
export const lockEmployer = (tx: Tx, id: string): Promise<Row | undefined> =>
  employer(tx, id).forUpdate().executeTakeFirst()

export const presentEmployer = (actor: Actor, row: Row): Employer => ({
  id: row.id,
  name: labelOf(row),
  bin: row.bin,
  regionCode: row.regionCode,
  active: row.active,
  // Old numbers that fail the check are in use: it warns and never blocks.
  warnings: row.bin ? binWarnings(row.bin).map((code) => ({ path: '/bin', code })) : [],
  version: row.version,
  can: { edit: may(actor, 'employers:write') },
})
