import { columnName } from './sheets/workbook.ts'
import { BYTE_ORDER_MARK, csvLine } from './sheets/csv.ts'

/** A report as a sheet: values, and sums that say what they are sums of. */
export interface Grid {
  name: string
  title: string
  subtitles: string[]
  columns: { width: number; kind: 'text' | 'int' | 'share' }[]
  head: { text: string; across: number; down: number }[][]
  rows: GridRow[]
  frozenColumns: number
}
export interface GridRow {
  weight: 'row' | 'part' | 'total'
  cells: GridCell[]
}
/** A sum has its formula, and the value that the formula has. */
export type GridCell = string | number | null | { value: number; formula: string }

/** How the rows and columns of a sheet are, before it is known what stands above them. */
export type GridShape = Pick<Grid, 'columns' | 'head' | 'frozenColumns'> & { rows: (firstRow: number) => GridRow[] }

export const gridOf = ({ rows, ...shape }: GridShape, above: Pick<Grid, 'name' | 'title' | 'subtitles'>): Grid => ({
  ...shape,
  ...above,
  // The longest name that a sheet can have.
  name: above.name.slice(0, 31),
  rows: rows(firstRowOf({ subtitles: above.subtitles, head: shape.head })),
})

/** Where the rows begin: after the title, its subtitles and the header. Counted from one. */
export const firstRowOf = ({ subtitles, head }: Pick<Grid, 'subtitles' | 'head'>): number =>
  1 + subtitles.length + head.length + 1

export const place = (column: number, row: number): string => `${columnName(column)}${row}`
export const sumDown = (column: number, from: number, to: number): string =>
  `SUM(${place(column, from)}:${place(column, to)})`

/** The second sheet: what was asked, when, by whom. */
export interface Parameters {
  name: string
  rows: (readonly [label: string, value: string | number])[]
}

/** The same as one table: the lines of the header become one, since a CSV has no merged cells. */
export function csvOfGrid({ head, columns, rows }: Grid): string {
  const placed = placedHead(head)
  const labels = columns.map((_, index) => headOf(placed, index).join(', '))
  const values = rows.map(({ cells }) =>
    csvLine(cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell))),
  )
  return BYTE_ORDER_MARK + csvLine(labels) + values.join('')
}

export interface PlacedHead {
  text: string
  line: number
  column: number
  across: number
  down: number
}

/** Where each cell of a header stands: one that reaches down moves those of the next line to the right. */
export function placedHead(head: Grid['head']): PlacedHead[] {
  const placed: PlacedHead[] = []
  for (const [line, cells] of head.entries()) {
    let column = 0
    for (const cell of cells) {
      while (placed.some((above) => covers(above, line, column))) column++
      placed.push({ ...cell, line, column })
      column += cell.across
    }
  }
  return placed
}
const covers = (cell: PlacedHead, line: number, column: number) =>
  line >= cell.line && line < cell.line + cell.down && column >= cell.column && column < cell.column + cell.across

/** What stands above a column, top first. */
const headOf = (placed: readonly PlacedHead[], column: number): string[] =>
  placed
    .filter((cell) => column >= cell.column && column < cell.column + cell.across && cell.text !== '')
    .map(({ text }) => text)
