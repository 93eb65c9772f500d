import type { Locale } from '@qorgan/shared/fields'
import { COUNCIL_ID } from '../../organisation/service.ts'
import type { Reader } from '../../platform/db/index.ts'
import { inLanguage } from '../words/words.ts'

/** Names for the ids of a row: small directories, read once for an export. */
export interface Directories {
  /** By the API's id, so the council is null. */
  unit: (id: string | null) => string | null
  organisation: (id: string | null) => string | null
  employer: (id: string | null) => string | null
  topic: (id: string | null) => string | null
  region: (code: string | null) => string | null
}

export async function findDirectories(db: Reader, locale: Locale): Promise<Directories> {
  const named = (rows: readonly { id: string; ru: string; kk: string; en: string | null }[]) => {
    const names = new Map(rows.map(({ id, ...label }) => [id, inLanguage(label, locale)]))
    return (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  }
  const labels = ['nameRu as ru', 'nameKk as kk', 'nameEn as en'] as const
  const unit = named(await db.selectFrom('units').select('id').select(labels).execute())
  return {
    unit: (id) => unit(id ?? COUNCIL_ID),
    organisation: named(await db.selectFrom('primaryOrganisations').select('id').select(labels).execute()),
    employer: named(await db.selectFrom('employers').select('id').select(labels).execute()),
    topic: named(await db.selectFrom('topics').select('id').select(labels).execute()),
    region: named(await db.selectFrom('regions').select('code as id').select(labels).execute()),
  }
}
