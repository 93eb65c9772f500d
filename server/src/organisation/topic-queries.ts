import { AppealCategory, type Topic } from '@qorgan/shared/organisation'
import { type Selectable, sql } from 'kysely'
import { type Actor, may } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { Topics } from '../platform/db/schema.ts'
import type { Cursor } from '../platform/http/pages.ts'
import { labelOf } from './labels.ts'

type Row = Selectable<Topics>
/** The published report's order. */
const rank = sql<number>`array_position(${sql.lit(`{${AppealCategory.options.join(',')}}`)}::text[], category)`

interface Filter {
  categories: readonly AppealCategory[] | undefined
  active: boolean | undefined
}

export function findTopics(db: Reader, { categories, active }: Filter, limit: number, after: Cursor | undefined) {
  return db
    .selectFrom('topics')
    .selectAll()
    .select(rank.as('rank'))
    .$if(categories !== undefined, (rest) =>
      rest.where('category', '=', sql<Row['category']>`any(${[...(categories ?? [])]}::text[])`),
    )
    .$if(active !== undefined, (rest) => rest.where('active', '=', active ?? true))
    .where(
      after
        ? sql<boolean>`(${rank}, position, id) > (${after[0]}::int, ${after[1]}::int, ${after[2]}::uuid)`
        : sql<boolean>`true`,
    )
    .orderBy(rank)
    .orderBy('position')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

const topic = (db: Reader, id: string) => db.selectFrom('topics').selectAll().where('id', '=', id)
export const findTopic = (db: Reader, id: string): Promise<Row | undefined> => topic(db, id).executeTakeFirst()
export const lockTopic = (tx: Tx, id: string): Promise<Row | undefined> => topic(tx, id).forUpdate().executeTakeFirst()

export async function findLastPosition(db: Reader, category: AppealCategory): Promise<number> {
  const last = await db
    .selectFrom('topics')
    .select('position')
    .where('category', '=', category)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.position ?? 0
}

export const presentTopic = (actor: Actor, row: Row): Topic => ({
  id: row.id,
  category: row.category,
  name: labelOf(row),
  position: row.position,
  active: row.active,
  version: row.version,
  can: { edit: may(actor, 'directories:write') },
})
