import { type RawBuilder, sql } from 'kysely'

/** `= any($1)`, so that a statement's text, and its name, stay the same however many values come. */
export const anyText = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`any(${sql.val([...values])}::text[])`
export const anyId = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`any(${sql.val([...values])}::uuid[])`
