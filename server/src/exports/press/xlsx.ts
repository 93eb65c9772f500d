import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { firstRowOf, type Grid, type GridCell, type GridRow, type Parameters, placedHead } from '../grid.ts'

const thin = { style: 'thin', color: { rgb: 'FF8795A5' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE3EAF2' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
}
const formats = { text: undefined, int: '#,##0', share: '0.0%' } as const

/** A report as a workbook: its sheet, whose sums are formulas with their values, and a sheet of what was asked. */
export async function xlsxOf(grid: Grid, parameters: Parameters, madeAt: Date): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [sheetOf(grid), parametersOf(parameters)],
    properties: { title: grid.title, creator: 'Qorgan', created: madeAt, modified: madeAt },
  })
}

function sheetOf(grid: Grid): WriteSheet {
  const rows: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const width = grid.columns.length
  for (const [index, text] of [grid.title, ...grid.subtitles].entries()) {
    rows.push([text])
    cells.set(`${index},0`, {
      value: text,
      type: 'string',
      style: { font: { bold: index === 0, size: index === 0 ? 13 : 11 } },
    })
  }
  layHead(grid, rows, cells, merges)
  for (const row of grid.rows) layRow(row, grid, rows, cells)
  const first = firstRowOf(grid)
  return {
    name: grid.name,
    rows,
    cells,
    merges,
    columns: grid.columns.map((column) => ({ width: column.width })),
    // Words of a header are long, and its columns are not.
    rowDefs: new Map(
      grid.head.map((_, line) => [first - 1 - grid.head.length + line, { height: grid.head.length > 1 ? 31 : 46 }]),
    ),
    freezePane: { rows: first - 1, columns: grid.frozenColumns },
    pageSetup: {
      paperSize: 'a4',
      orientation: width > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first - grid.head.length}:$${first - 1}`,
    },
    headerFooter: { oddFooter: '&P / &N' },
  }
}

function layHead(
  { head, columns }: Grid,
  rows: CellValue[][],
  cells: Map<string, Partial<Cell>>,
  merges: MergeRange[],
) {
  const top = rows.length
  const placed = placedHead(head)
  for (const line of head.keys()) {
    rows.push(
      columns.map((_, column) => placed.find((cell) => cell.line === line && cell.column === column)?.text ?? null),
    )
    for (const column of columns.keys()) cells.set(`${top + line},${column}`, { style: headStyle })
  }
  for (const { text, line, column, across, down } of placed) {
    cells.set(`${top + line},${column}`, { value: text, type: 'string', style: headStyle })
    if (across > 1 || down > 1)
      merges.push({
        startRow: top + line,
        startCol: column,
        endRow: top + line + down - 1,
        endCol: column + across - 1,
      })
  }
}

function layRow(
  { weight, cells: values }: GridRow,
  { columns }: Grid,
  rows: CellValue[][],
  cells: Map<string, Partial<Cell>>,
) {
  const row = rows.length
  rows.push(values.map(valueOf))
  for (const [column, cell] of values.entries()) {
    const { kind = 'text' } = columns[column] ?? {}
    const numFmt = formats[kind]
    const style: CellStyle = {
      border,
      ...(weight === 'total' && { font: { bold: true } }),
      ...(weight === 'part' && { font: { italic: true } }),
      ...(kind === 'text' ? { alignment: { wrapText: true, vertical: 'center' } } : {}),
      ...(numFmt && { numFmt }),
    }
    cells.set(`${row},${column}`, { ...cellOf(cell), style })
  }
}

const valueOf = (cell: GridCell): CellValue => (typeof cell === 'object' && cell !== null ? cell.value : cell)
function cellOf(cell: GridCell): Partial<Cell> {
  if (typeof cell === 'object' && cell !== null)
    return { value: cell.value, type: 'formula', formula: cell.formula, formulaResult: cell.value }
  return { value: cell }
}

const parametersOf = ({ name, rows }: Parameters): WriteSheet => ({
  name,
  rows: rows.map(([label, value]) => [label, value]),
  cells: new Map(
    rows.map(([label], index) => [`${index},0`, { value: label, type: 'string', style: { font: { bold: true } } }]),
  ),
  columns: [{ width: 34 }, { width: 80 }],
})
