import { AppealCategory } from '@qorgan/shared/organisation'
import { sql } from 'kysely'
import calendarDays from '../deadlines/calendar-days.json' with { type: 'json' }
import { seedLegalRules } from '../deadlines/service.ts'
import { insertMany } from '../platform/db/bulk.ts'
import type { Tx } from '../platform/db/index.ts'
import { newId } from '../platform/ids.ts'
import branches from './data/branches.json' with { type: 'json' }
import countedLevels from './data/counted-levels.json' with { type: 'json' }
import regions from './data/regions.json' with { type: 'json' }
import topics from './data/topics.json' with { type: 'json' }
import { columnsOf } from './labels.ts'
import { COUNCIL_ID } from './units.ts'

/** Nobody else in the database takes this lock: processes that start at once load the directories one after another. */
const SEED_LOCK = 7_206_174_731
/** Before any appeal that could still be entered from paper. The branches' own founding days are not published. */
const ACTIVE_FROM = '1990-01-01'
/** The union's own term, taken from the law's for applications (Administrative Procedures Code art. 76(1)); the council may change it. */
const WORKING_DAYS = 15

/**
 * Gives an empty database what the union starts from. Where there is a council, people's edits stay, and only a directory that has come
 * with a later version is filled. True when it loaded.
 */
export async function seedDirectories(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx)
  await seedLegalRules(tx)
  if (await tx.selectFrom('units').select('id').where('kind', '=', 'council').executeTakeFirst()) return false
  await insertMany(
    tx,
    'regions',
    regions.map(({ code, name, col, row }) => ({ code, ...columnsOf(name), tileColumn: col, tileRow: row })),
  )
  await seedUnits(tx)
  await insertMany(
    tx,
    'topics',
    topics.map(({ category, name, position }) => ({
      id: newId(),
      category,
      ...columnsOf(name),
      position,
      active: true,
      version: 1,
    })),
  )
  await insertMany(
    tx,
    'calendarDays',
    calendarDays.map(({ name, ...day }) => ({ ...day, ...columnsOf(name) })),
  )
  await insertMany(
    tx,
    'appealTerms',
    AppealCategory.options.map((category) => ({ category, workingDays: WORKING_DAYS, version: 1 })),
  )
  await insertMany(
    tx,
    'countedLevels',
    countedLevels.map(({ validFrom, levels, footnote }) => ({
      validFrom,
      levels,
      footnoteKey: footnote?.key ?? null,
      footnoteRu: footnote?.ru ?? null,
      footnoteKk: footnote?.kk ?? null,
      footnoteEn: footnote?.en ?? null,
    })),
  )
  await tx
    .insertInto('settings')
    .values({ confirmationThreshold: 500_000, yearlyVoucherLimit: 1, yearlyAidLimit: 200_000 })
    .execute()
  return true
}

async function seedUnits(tx: Tx): Promise<void> {
  const council = {
    id: COUNCIL_ID,
    kind: 'council',
    code: 'council',
    numberPrefix: 'CC',
    ...columnsOf({ ru: 'Аппарат Центрального Совета', kk: 'Орталық Кеңестің аппараты', en: 'Central Council office' }),
    activeFrom: ACTIVE_FROM,
    version: 1,
  }
  const units = branches.map(({ code, numberPrefix, name, regions: regionCodes }) => ({
    unit: { id: newId(), kind: 'branch', code, numberPrefix, ...columnsOf(name), activeFrom: ACTIVE_FROM, version: 1 },
    regionCodes,
  }))
  await insertMany(tx, 'units', [council, ...units.map(({ unit }) => unit)])
  await insertMany(
    tx,
    'unitRegions',
    units.flatMap(({ unit, regionCodes }) => regionCodes.map((regionCode) => ({ unitId: unit.id, regionCode }))),
  )
}
