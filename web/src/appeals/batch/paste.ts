import { parseTenge } from '../../i18n/format.ts'
import { type BatchRow, type BatchText, emptyRow } from './draft.ts'

const heading = /ф\.?\s?и\.?\s?о|т\.?\s?а\.?\s?ә|фамилия|тегі|иин|жсн|сумма|сома|билет|name|amount|№ п\/п/iu
const isIin = (cell: string) => /^\d{12}$/.test(cell.replace(/[\s']/g, ''))
const hasLetters = (cell: string) => /\p{L}/u.test(cell)
/** A card number is short, or has letters or leading zeros among its digits: `000123`, `K-1204`, `№ 17`. */
const isCard = (cell: string) =>
  /^(?:№\s*)?\d{1,4}[-/]\d{1,8}$/u.test(cell) ||
  (/^(?:№\s*)?[A-ZА-Я]{0,3}-?\d{1,10}$/iu.test(cell) && (/^0|[^\d\s]/.test(cell) || cell.length < 4))

/** Rows as a spreadsheet gives them: names in one cell or three, IINs, card numbers and amounts in any order. */
export function rowsFromPaste(text: string, batch: Pick<BatchText, 'kind' | 'voucher'>): BatchRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.flatMap((line, index) => {
    if (index === 0 && heading.test(line) && !/\d{3}/.test(line)) return []
    const row = rowFromCells(
      line.split('\t').map((cell) => cell.trim()),
      index,
      batch,
    )
    return row ? [row] : []
  })
}

function rowFromCells(
  cells: string[],
  index: number,
  { kind, voucher }: Pick<BatchText, 'kind' | 'voucher'>,
): BatchRow | null {
  const row = emptyRow()
  const words: string[] = []
  const amounts: number[] = []
  cells.forEach((cell, place) => {
    const isCounter =
      place === 0 && cells.length > 1 && /^\d{1,3}\.?$/.test(cell) && Math.abs(Number.parseInt(cell, 10) - index) <= 1
    if (cell === '' || isCounter) return
    if (isIin(cell)) row.iin = cell.replace(/[\s']/g, '')
    else if (row.cardNumber === '' && isCard(cell)) row.cardNumber = cell.replace(/^№\s*/, '')
    else if (parseTenge(cell) !== null) amounts.push(parseTenge(cell) ?? 0)
    else if (hasLetters(cell)) words.push(cell)
  })
  row.text = words.join(' ').replace(/\s+/g, ' ').slice(0, 200)
  // Whatever it is, a line of the list is never dropped in silence.
  if (row.text === '' && row.iin === '' && row.cardNumber === '')
    row.text = cells.filter(Boolean).join(' ').slice(0, 200)
  if (row.text === '' && row.iin === '' && row.cardNumber === '') return null
  const [first, second] = amounts
  if (first === undefined) return row
  if (kind === 'material_aid') {
    if (second === undefined) row.paid = first
    else [row.granted, row.paid] = [first, second]
  } else if (second === undefined) {
    // One amount beside a common full price is what the member pays.
    if (voucher.fullPrice === null) row.fullPrice = first
    else row.memberPays = first
  } else [row.fullPrice, row.memberPays] = [first, second]
  return row
}
