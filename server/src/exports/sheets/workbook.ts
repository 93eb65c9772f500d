import { type Day, dayNumber } from '@qorgan/shared/dates'
import type { Column, Sheet } from './columns.ts'
import { Pages } from './pages.ts'
import { xmlText } from './xml-text.ts'
import { type ZipPart, zipped } from './zip.ts'

/** The most that a sheet can hold, its header among them. What is more goes on in a second one. */
export const MOST_ROWS = 1_048_576

/** 1 January 1970 in the days of a spreadsheet. */
const EPOCH = 25_569
const MOST_DAYS = 20_000
const DAY_STYLE = 2
const INTEGER_STYLE = 3
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PARTS = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * Rows as a workbook, a batch at a time: a frozen header with a filter, typed cells, and text that is never a formula. hucre streams
 * sheets too, but knows no filter and no header's own style there.
 */
export const workbookOf = <Row>(
  sheet: Sheet<Row>,
  batches: AsyncIterable<readonly Row[]>,
  mostRows: number = MOST_ROWS,
): AsyncGenerator<Buffer> => zipped(partsOf(sheet, batches[Symbol.asyncIterator](), mostRows))

async function* partsOf<Row>(
  sheet: Sheet<Row>,
  batches: AsyncIterator<readonly Row[]>,
  mostRows: number,
): AsyncGenerator<ZipPart> {
  const rows = new RowSource(batches)
  const lengths: number[] = []
  do {
    const index = lengths.push(1) - 1
    yield {
      path: `xl/worksheets/sheet${index + 1}.xml`,
      chunks: sheetXml(sheet, rows, mostRows, (length) => {
        lengths[index] = length
      }),
    }
  } while (rows.hasMore)
  yield { path: 'xl/styles.xml', chunks: [stylesXml] }
  yield { path: 'xl/workbook.xml', chunks: [workbookXml(sheet, lengths)] }
  yield { path: 'xl/_rels/workbook.xml.rels', chunks: [relationsXml(lengths.length)] }
  yield { path: 'docProps/core.xml', chunks: [coreXml(sheet.title)] }
  yield { path: '_rels/.rels', chunks: [rootXml] }
  yield { path: '[Content_Types].xml', chunks: [typesXml(lengths.length)] }
}

/** Batches of any size, taken in portions that fit a sheet. */
class RowSource<Row> {
  #waiting: readonly Row[] = []
  #isOver = false
  readonly #batches: AsyncIterator<readonly Row[]>

  constructor(batches: AsyncIterator<readonly Row[]>) {
    this.#batches = batches
  }

  get hasMore(): boolean {
    return this.#waiting.length > 0 || !this.#isOver
  }

  async take(most: number): Promise<readonly Row[]> {
    await this.fill()
    const taken = this.#waiting.slice(0, most)
    this.#waiting = this.#waiting.slice(most)
    return taken
  }

  /** Knows after it whether there is another row. */
  async fill(): Promise<void> {
    while (this.#waiting.length === 0 && !this.#isOver) {
      const next = await this.#batches.next()
      if (next.done) this.#isOver = true
      else this.#waiting = next.value
    }
  }
}

async function* sheetXml<Row>(
  { columns, yes }: Sheet<Row>,
  source: RowSource<Row>,
  mostRows: number,
  onEnd: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const letters = columns.map((_, index) => columnName(index))
  const words = { yes, serialOf: serials() }
  const pages = new Pages()
  pages.add(
    `${declaration}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns
      .map(
        ({ width, kind }, index) =>
          `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${kind === 'day' ? ` style="${DAY_STYLE}"` : ''}/>`,
      )
      .join('')}</cols><sheetData>${rowXml(
      1,
      columns.map(({ label }, index) => textCell(`${letters[index]}1`, label, ' s="1"')),
    )}`,
  )
  let length = 1
  for (;;) {
    const rows = await source.take(mostRows - length)
    if (rows.length === 0) break
    for (const row of rows) {
      length++
      pages.add(
        rowXml(
          length,
          columns.map((column, index) => cellXml(`${letters[index]}${length}`, column, row, words)),
        ),
      )
    }
    yield* pages.take()
  }
  await source.fill()
  onEnd(length)
  pages.add(
    `</sheetData><autoFilter ref="A1:${letters.at(-1)}${length}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
  )
  yield* pages.take(true)
}

const rowXml = (number: number, cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`

function cellXml<Row>(
  place: string,
  { kind, value }: Column<Row>,
  row: Row,
  { yes, serialOf }: { yes: string; serialOf: (day: Day) => number },
): string {
  const cell = value(row)
  if (cell === null || cell === false || cell === '') return ''
  if (cell === true) return textCell(place, yes)
  if (typeof cell === 'number') return `<c r="${place}" s="${INTEGER_STYLE}"><v>${cell}</v></c>`
  if (kind === 'day') return `<c r="${place}" s="${DAY_STYLE}"><v>${serialOf(cell)}</v></c>`
  return textCell(place, cell)
}

/** A union has few days and many rows. */
function serials(): (day: Day) => number {
  const known = new Map<Day, number>()
  return (day) => {
    let serial = known.get(day)
    if (serial === undefined) {
      serial = dayNumber(day) + EPOCH
      if (known.size < MOST_DAYS) known.set(day, serial)
    }
    return serial
  }
}

/** A string of its own, not a formula, whatever it begins with. */
const textCell = (place: string, text: string, style = '') =>
  `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const rest = index % 26
  return (index >= 26 ? columnName((index - rest) / 26 - 1) : '') + String.fromCharCode(65 + rest)
}

const sheetName = (name: string, index: number) => xmlText(index === 0 ? name : `${name.slice(0, 27)} ${index + 1}`)

function workbookXml<Row>({ name, columns }: Sheet<Row>, lengths: readonly number[]): string {
  const last = columnName(columns.length - 1)
  const names = lengths.flatMap((length, index) => {
    const quoted = `'${sheetName(name, index).replaceAll("'", "''")}'`
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$1:$${last}$${length}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted}!$1:$1</definedName>`,
    ]
  })
  return `${declaration}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${lengths
    .map((_, index) => `<sheet name="${sheetName(name, index)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
}

const relationsXml = (sheets: number) =>
  `${declaration}<Relationships xmlns="${PARTS}/relationships">${Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  ).join('')}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

const rootXml = `${declaration}<Relationships xmlns="${PARTS}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PARTS}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const coreXml = (title: string) =>
  `${declaration}<cp:coreProperties xmlns:cp="${PARTS}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Qorgan</dc:creator></cp:coreProperties>`

const typesXml = (sheets: number) =>
  `${declaration}<Types xmlns="${PARTS}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  ).join(
    '',
  )}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

/** Plain, header, day, whole number. */
const stylesXml = `${declaration}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EAF2"/></patternFill></fill></fills><borders count="2"><border/><border><bottom style="thin"><color rgb="FF8795A5"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
