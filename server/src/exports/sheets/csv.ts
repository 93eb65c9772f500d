import type { Column, Sheet } from './columns.ts'
import { Pages } from './pages.ts'

/** What a spreadsheet would take for a formula when it opens the file. */
const looksLikeFormula = /^[=+\-@\t\r＝＋－＠]/

/** One field. Text that begins like a formula gets an apostrophe before it; a number is a number. */
export function csvField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = looksLikeFormula.test(value) ? `'${value}` : value
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(csvField).join(';')}\r\n`

/** Excel takes a file for UTF-8 only with this mark. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** Rows as a CSV, a batch at a time. */
export async function* csvOf<Row>(sheet: Sheet<Row>, batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Buffer> {
  const pages = new Pages()
  pages.add(BYTE_ORDER_MARK + csvLine(sheet.columns.map(({ label }) => label)))
  for await (const rows of batches) {
    for (const row of rows) pages.add(csvLine(sheet.columns.map((column) => plain(column, row, sheet.yes))))
    yield* pages.take()
  }
  yield* pages.take(true)
}

function plain<Row>({ kind, value }: Column<Row>, row: Row, yes: string): string | number | null {
  const cell = value(row)
  if (kind === 'yes') return cell ? yes : null
  return typeof cell === 'boolean' ? null : cell
}
