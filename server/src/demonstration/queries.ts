import type { AppealCategory } from '@qorgan/shared/organisation'
import { findActiveRules, findCalendar, findTerms } from '../deadlines/service.ts'
import type { Reader } from '../platform/db/index.ts'
import { knownTerms } from './medadvokat/terms.ts'
import type { Reference, Unit } from './reference.ts'

export async function findReference(db: Reader): Promise<Reference> {
  const rows = await db
    .selectFrom('units')
    .leftJoin('unitRegions', 'unitRegions.unitId', 'units.id')
    .select(['units.id', 'kind', 'code', 'numberPrefix', 'nameRu', 'nameKk', 'nameEn', 'regionCode'])
    .orderBy('code')
    .orderBy('regionCode')
    .execute()
  const units = new Map<string, Unit & { kind: string }>()
  for (const { nameRu: ru, nameKk: kk, nameEn: en, regionCode, ...unit } of rows)
    if (!units.has(unit.id)) units.set(unit.id, { ...unit, name: { ru, kk, en }, regionCode: regionCode ?? 'KZ-71' })
  const all = [...units.values()]
  const council = all.find(({ kind }) => kind === 'council')
  if (!council) throw new Error('the council is not in the database yet')
  const topics = await db.selectFrom('topics').select(['id', 'category', 'position']).execute()
  const terms = await findTerms(db)
  return {
    council,
    branches: all.filter((unit) => unit !== council),
    topics,
    calendar: await findCalendar(db),
    terms: Object.fromEntries(terms) as Record<AppealCategory, number>,
    rules: await findActiveRules(db, knownTerms),
  }
}
