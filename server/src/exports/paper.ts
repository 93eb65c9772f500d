import type { Locale } from '@qorgan/shared/fields'

/**
 * A report as it lies on paper, whatever it is about and whichever program writes it: every text is ready, in one language, with its
 * numbers written out.
 */
export interface Paper {
  locale: Locale
  landscape: boolean
  /** Of the tables. */
  small: boolean
  title: string
  subtitles: string[]
  addressee: string | null
  /** The outgoing number and date, with blanks for a pen where they are not known. */
  letter: string
  blocks: Block[]
  /** Post, and name. */
  signers: { post: string; fullName: string }[]
  executor: string | null
  /** By which the paper is known: its hash, its control code, when it was made. */
  proof: string[]
  /** Before the number of a page. */
  pageWord: string
}

export type Block =
  | TableBlock
  | { kind: 'notes'; items: string[] }
  | { kind: 'text'; heading: string; paragraphs: string[] }

export interface TableBlock {
  kind: 'table'
  caption: string | null
  /** Relative. */
  widths: number[]
  head: HeadCell[][]
  rows: PaperRow[]
}
export interface HeadCell {
  text: string
  across: number
  down: number
  /** Written upwards: its words are longer than its column is wide. */
  turned: boolean
}
export interface PaperRow {
  weight: 'row' | 'part' | 'total'
  cells: PaperCell[]
}
export interface PaperCell {
  lines: string[]
  align: 'left' | 'center' | 'right'
}

export const headCell = (text: string, across = 1, down = 1): HeadCell => ({ text, across, down, turned: false })
export const turnedCell = (text: string): HeadCell => ({ ...headCell(text), turned: true })
export const textCell = (text: string): PaperCell => ({ lines: [text], align: 'left' })
export const figureCell = (...lines: string[]): PaperCell => ({ lines, align: 'center' })
