import { AppealOutcome, Channel } from '@qorgan/shared/effects'
import type { Label } from '@qorgan/shared/fields'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { ReportRows } from '@qorgan/shared/reports'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Reader } from '../platform/db/index.ts'
import { categoryLabels, channelLabels, nothingLabel, outcomeLabels } from './labels.ts'

/** `value` is what the records hold, `key` what the API calls it. */
export interface ReportRow {
  key: string
  value: string | null
  label: Label
}

const none: ReportRow = { key: 'none', value: null, label: nothingLabel }

/** Every row of a breakdown, in its order, also those without a figure. */
export async function findRows(db: Reader, actor: Actor, rows: ReportRows): Promise<ReportRow[]> {
  switch (rows) {
    case 'category':
      return AppealCategory.options.map((key) => ({ key, value: key, label: categoryLabels[key] }))
    case 'channel':
      return Channel.options.map((key) => ({ key, value: key, label: channelLabels[key] }))
    case 'outcome':
      return [...AppealOutcome.options.map((key) => ({ key, value: key, label: outcomeLabels[key] })), none]
    case 'branch':
      return findBranchRows(db, actor)
    case 'region': {
      const regions = await db
        .selectFrom('regions')
        .select(['code as id', 'nameRu', 'nameKk', 'nameEn'])
        .orderBy('code')
        .execute()
      return [...regions.map(named), none]
    }
    case 'topic': {
      const topics = await db
        .selectFrom('topics')
        .select(['id', 'nameRu', 'nameKk', 'nameEn', 'category'])
        .orderBy('position')
        .orderBy('id')
        .execute()
      return [
        ...AppealCategory.options.flatMap((category) =>
          topics.filter((topic) => topic.category === category).map(named),
        ),
        none,
      ]
    }
    case 'employer': {
      const employers = await db
        .selectFrom('employers')
        .select(['id', 'nameRu', 'nameKk', 'nameEn'])
        .orderBy('nameRu')
        .orderBy('id')
        .execute()
      return [...employers.map(named), none]
    }
  }
}

async function findBranchRows(db: Reader, actor: Actor): Promise<ReportRow[]> {
  const units = await db
    .selectFrom('units')
    .select(['id', 'nameRu', 'nameKk', 'nameEn'])
    .$if(!seesUnion(actor), (rest) => rest.where('id', '=', actor.unitId))
    .orderBy('kind')
    .orderBy('nameRu')
    .execute()
  return units.map((unit) => (unit.id === COUNCIL_ID ? { ...named(unit), key: 'council' } : named(unit)))
}

const named = (row: { id: string; nameRu: string; nameKk: string; nameEn: string | null }): ReportRow => ({
  key: row.id,
  value: row.id,
  label: { ru: row.nameRu, kk: row.nameKk, en: row.nameEn },
})
