import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Paper, PaperCell, PaperRow, TableBlock } from '../paper.ts'

/** Twentieths of a point. */
const MILLIMETRE = 56.7
const page = { width: 11_906, height: 16_838 }
const margin = { left: 20 * MILLIMETRE, right: 12 * MILLIMETRE, top: 15 * MILLIMETRE, bottom: 15 * MILLIMETRE }
/** On every machine of an office, and with the Kazakh letters; Word takes the next like it where it is not. */
const FONT = 'Times New Roman'
const languages = { ru: 'ru-RU', kk: 'kk-KZ', en: 'en-GB' } as const
/** In half points. */
const TABLE_SIZE = 18
const SMALL_TABLE_SIZE = 15
const NOTE_SIZE = 17

/** The same paper as a document that people may still work on. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const width = (paper.landscape ? page.height : page.width) - margin.left - margin.right
  const document = new Document({
    title: paper.title,
    creator: 'Qorgan',
    hyphenation: { autoHyphenation: true },
    styles: {
      default: {
        document: { run: { font: FONT, size: 22, language: { value: languages[paper.locale] } } },
        heading1: { run: { font: FONT, size: 26, bold: true, color: '000000' } },
        heading2: { run: { font: FONT, size: 24, bold: true, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...page, orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin,
          },
        },
        footers: { default: footer(paper.pageWord) },
        children: [
          ...head(paper, width),
          ...paper.blocks.flatMap((block) => blockOf(block, paper, width)),
          ...tail(paper, width),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const footer = (pageWord: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ size: 16, children: [`${pageWord} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

const head = (paper: Paper, width: number) => [
  sideBySide(
    [
      { text: paper.letter, share: 5, alignment: AlignmentType.LEFT },
      { text: paper.addressee ?? '', share: 4, alignment: AlignmentType.RIGHT },
    ],
    width,
  ),
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 80 },
    text: paper.title,
  }),
  ...paper.subtitles.map((text) => new Paragraph({ alignment: AlignmentType.CENTER, text })),
  new Paragraph({ spacing: { after: 60 }, text: '' }),
]

function blockOf(block: Paper['blocks'][number], { small }: Paper, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'table':
      return [
        ...(block.caption === null ? [] : [heading(block.caption)]),
        tableOf(block, small ? SMALL_TABLE_SIZE : TABLE_SIZE, width),
        new Paragraph({ spacing: { after: 60 }, text: '' }),
      ]
    case 'notes':
      return block.items.map(
        (text) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text, size: NOTE_SIZE })] }),
      )
    case 'text':
      return [
        heading(block.heading),
        ...block.paragraphs.map(
          (text) =>
            new Paragraph({
              alignment: AlignmentType.BOTH,
              indent: { firstLine: 8 * MILLIMETRE },
              children: broken(text, {}),
            }),
        ),
      ]
  }
}

const heading = (text: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 240, after: 120 }, text })

function tableOf({ widths, head: headRows, rows }: TableBlock, size: number, width: number): Table {
  const whole = widths.reduce((sum, one) => sum + one, 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: Math.round(width), type: WidthType.DXA },
    columnWidths: widths.map((one) => Math.round((width * one) / whole)),
    rows: [
      ...headRows.map(
        (cells) =>
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            ...(cells.some(({ turned }) => turned) && {
              height: { value: 30 * MILLIMETRE, rule: HeightRule.ATLEAST },
            }),
            children: cells.map(
              ({ text, across, down, turned }) =>
                new TableCell({
                  columnSpan: across,
                  rowSpan: down,
                  verticalAlign: VerticalAlignTable.CENTER,
                  shading: { type: ShadingType.CLEAR, fill: 'E8E8E8' },
                  margins: cellMargins,
                  ...(turned && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
                  children: [
                    new Paragraph({
                      alignment: AlignmentType.CENTER,
                      children: [new TextRun({ text, bold: true, size })],
                    }),
                  ],
                }),
            ),
          }),
      ),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            // A whole stays with the last of the rows that it is made of.
            children: row.cells.map((cell) =>
              cellOf(cell, { weight: row.weight, size, keepNext: (rows[index + 1]?.weight ?? 'row') !== 'row' }),
            ),
          }),
      ),
    ],
  })
}

const cellMargins = { top: 40, bottom: 40, left: 60, right: 60 }
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

const cellOf = (
  { lines, align }: PaperCell,
  { weight, size, keepNext }: { weight: PaperRow['weight']; size: number; keepNext: boolean },
) =>
  new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    margins: cellMargins,
    ...(weight === 'total' && { shading: { type: ShadingType.CLEAR, fill: 'F4F4F4' } }),
    children: lines.map(
      (text) =>
        new Paragraph({
          alignment: alignments[align],
          keepNext,
          children: [new TextRun({ text, size, bold: weight === 'total' })],
        }),
    ),
  })

const tail = (paper: Paper, width: number) => [
  new Paragraph({ spacing: { before: 360 }, text: '' }),
  ...paper.signers.flatMap(({ post, fullName }) => [
    sideBySide(
      [
        { text: post, share: 5, alignment: AlignmentType.LEFT },
        { text: '', share: 3, alignment: AlignmentType.CENTER, line: true },
        { text: `  ${fullName || '_'.repeat(24)}`, share: 4, alignment: AlignmentType.LEFT },
      ],
      width,
    ),
    new Paragraph({ text: '' }),
  ]),
  ...[...(paper.executor === null ? [] : [paper.executor]), ...paper.proof].map(
    (text) => new Paragraph({ keepLines: true, children: [new TextRun({ text, size: 16 })] }),
  ),
]

interface Side {
  text: string
  share: number
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** For a signature. */
  line?: boolean
}

/** Texts beside each other, without any lines but one to sign on. */
function sideBySide(sides: readonly Side[], width: number): Table {
  const whole = sides.reduce((sum, { share }) => sum + share, 0)
  const widths = sides.map(({ share }) => Math.round((width * share) / whole))
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    width: { size: Math.round(width), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        cantSplit: true,
        children: sides.map(
          ({ text, alignment, line }) =>
            new TableCell({
              verticalAlign: VerticalAlignTable.BOTTOM,
              margins: { left: 0, right: 0 },
              ...(line && { borders: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000' } } }),
              children: [new Paragraph({ alignment, text })],
            }),
        ),
      }),
    ],
  })
}

/** Text of people with its line breaks. */
const broken = (text: string, style: { size?: number }) =>
  text.split(/\r?\n/).map((line, index) => new TextRun({ text: line, ...style, ...(index > 0 && { break: 1 }) }))
