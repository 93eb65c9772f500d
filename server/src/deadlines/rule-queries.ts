import type { Day } from '@qorgan/shared/dates'
import type { Label } from '@qorgan/shared/fields'
import type { LegalCaseKind } from '@qorgan/shared/legal-cases'
import type { DeadlineRule } from '@qorgan/shared/legal-terms'
import { type Selectable, sql } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { DeadlineRules } from '../platform/db/schema.ts'
import { type Cursor } from '../platform/http/pages.ts'

export type RuleRow = Selectable<DeadlineRules>

interface Draft {
  ru: string
  kk: string
  en?: string | null | undefined
}
export const ruleColumns = ({ title, event }: { title?: Draft | undefined; event?: Draft | undefined }) => ({
  ...(title && { titleRu: title.ru, titleKk: title.kk, titleEn: title.en ?? null }),
  ...(event && { eventRu: event.ru, eventKk: event.kk, eventEn: event.en ?? null }),
})
const titleOf = (row: RuleRow): Label => ({ ru: row.titleRu, kk: row.titleKk, en: row.titleEn })
const eventOf = (row: RuleRow): Label => ({ ru: row.eventRu, kk: row.eventKk, en: row.eventEn })

interface Filter {
  kinds: readonly LegalCaseKind[] | undefined
  active: boolean | undefined
}
/** By key, the editions of one from the newest on. A rule that names no kind is for every one. */
export function findRules(
  db: Reader,
  { kinds, active }: Filter,
  limit: number,
  after: Cursor | undefined,
): Promise<RuleRow[]> {
  return db
    .selectFrom('deadlineRules')
    .selectAll()
    .$if(kinds !== undefined && kinds.length > 0, (rest) =>
      rest.where(sql<boolean>`(kinds = '{}' or kinds && ${sql.val([...(kinds ?? [])])}::text[])`),
    )
    .$if(active !== undefined, (rest) => rest.where('active', '=', active ?? true))
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(key > ${after?.[0] ?? ''} or (key = ${after?.[0] ?? ''} and valid_from < ${after?.[1] ?? ''}::date))`,
      ),
    )
    .orderBy('key')
    .orderBy('validFrom', 'desc')
    .limit(limit + 1)
    .execute()
}

const rule = (db: Reader, id: string) => db.selectFrom('deadlineRules').selectAll().where('id', '=', id)
export const findRule = (db: Reader, id: string): Promise<RuleRow | undefined> => rule(db, id).executeTakeFirst()
export const lockRule = (tx: Tx, id: string): Promise<RuleRow | undefined> =>
  rule(tx, id).forUpdate().executeTakeFirst()

/** The active editions of some keys, each key's newest first. */
export async function findActiveRules(db: Reader, keys: readonly string[]): Promise<Map<string, RuleRow[]>> {
  const rows = await db
    .selectFrom('deadlineRules')
    .selectAll()
    .where('key', '=', sql<string>`any(${sql.val([...keys])}::text[])`)
    .where('active', '=', true)
    .orderBy('validFrom', 'desc')
    .execute()
  return Map.groupBy(rows, ({ key }) => key)
}

/** The edition that an event falls under: the last one in force by its day. */
export const editionOn = (editions: readonly RuleRow[], day: Day): RuleRow | undefined =>
  editions.find(({ validFrom }) => validFrom <= day)

/** A rule as a term keeps it: a later edition changes nothing that was computed before. */
export const ruleAsKept = (row: RuleRow) => ({
  key: row.key,
  title: titleOf(row),
  event: eventOf(row),
  length: row.length,
  unit: row.unit,
  act: row.act,
  article: row.article,
  edition: row.edition,
  certainty: row.certainty,
  validFrom: row.validFrom,
})
export type KeptRule = ReturnType<typeof ruleAsKept>

export const presentRule = (actor: Actor, row: RuleRow): DeadlineRule => ({
  id: row.id,
  ...ruleAsKept(row),
  // The contract's: `kinds` was checked when it was written.
  kinds: row.kinds as LegalCaseKind[],
  active: row.active,
  version: row.version,
  can: { edit: may(actor, 'deadlineRules:write') },
})
