import { type Expression, type RawBuilder, sql } from 'kysely'

/** Every word of what a person typed, in any order and in either spelling (`fold` in migrations/0001_organisation.sql). */
export function holdsWords(folded: Expression<string>, typed: string): RawBuilder<boolean> {
  const words = typed.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(
    words.map((word) => sql`${folded} like '%' || fold(${asItStands(word)}) || '%'`),
    sql` and `,
  )})`
}

/** `%`, `_` and `\` mean something to LIKE. */
const asItStands = (word: string) => word.replace(/[\\%_]/g, '\\$&')
