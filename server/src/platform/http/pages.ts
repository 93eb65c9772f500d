import type { Page } from '@qorgan/shared/pagination'
import { invalidAt } from '../errors.ts'

/** A place in a total order: the values of the columns that the list is ordered by, as text. */
export type Cursor = readonly string[]

export function readCursor(cursor: string | undefined, parts: number): Cursor | undefined {
  if (cursor === undefined) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === parts &&
      values.every((value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\0'))
    )
      return values as string[]
  } catch {
    // Falls through: whatever it was, it is not a cursor of ours.
  }
  throw invalidAt('/cursor', 'field.badCursor')
}

const writeCursor = (values: Cursor): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** Cuts the one row that was read beyond the limit; its being there means that there is more. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => Cursor,
  present: (row: Row) => Item,
): Page<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(present), nextCursor: last ? writeCursor(place(last)) : null }
}

/** A directory that is read whole and cut here: small by nature, ordered by the database. */
export function pageOfAll<Row extends { id: string }, Item>(
  rows: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  present: (row: Row) => Item,
): Page<Item> {
  const [after] = readCursor(cursor, 1) ?? []
  const start = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1
  if (after !== undefined && start === 0) throw invalidAt('/cursor', 'field.badCursor')
  return pageOf(rows.slice(start, start + limit + 1), limit, (row) => [row.id], present)
}
