import { type RawBuilder, sql } from 'kysely'
import type { Cursor } from '../http/pages.ts'

/** Names as a Russian or Kazakh reader sorts them; the id makes the order total. The database's own order differs by machine. */
export const nameOf = (column: string): RawBuilder<string> => sql<string>`${sql.ref(column)} collate "ru-x-icu"`

export const afterName = (column: string, id: string, after: Cursor | undefined): RawBuilder<boolean> =>
  after
    ? sql<boolean>`(${nameOf(column)}, ${sql.ref(id)}) > (${after[0]}::text collate "ru-x-icu", ${after[1]}::uuid)`
    : sql<boolean>`true`
