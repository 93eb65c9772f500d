import { type RawBuilder, sql } from 'kysely'

export interface Person {
  id: string
  fullName: string
}

/** Who it was, by the column that holds their id; null where nobody. */
export const personOf = <P extends Person | null = Person>(column: string): RawBuilder<P> =>
  sql<P>`(select json_build_object('id', u.id, 'fullName', u.full_name) from users u where u.id = ${sql.ref(column)})`

/** A page of a list, newest first, by a day and the id. */
export interface PageAsked {
  limit: number
  cursor?: string | undefined
}
