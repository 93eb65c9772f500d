import type { Locale } from '@qorgan/shared/fields'
import {
  beginningOfYear,
  type BranchSnapshot,
  type PeriodSnapshot,
  quartersAfter,
  type SnapshotUnit,
} from '../../closing/service.ts'
import type { Block } from '../paper.ts'
import { filled, paperWordsOf } from '../words/paper-words.ts'
import { inLanguage, wordsOf } from '../words/words.ts'
import { correctionsTable, type Span, tableOf, unitsTable } from './closed-tables.ts'
import type { Sheets } from './kinds.ts'

/** A unit's quarter beside the one before, the same a year ago and the year to its end, with what it says of them. */
export function branchReportPaper(
  { period: quarter, figures, comparison, corrections, text }: BranchSnapshot,
  locale: Locale,
  standing: readonly string[],
): Sheets {
  const words = paperWordsOf(locale)
  const table = tableOf(spansOf({ period: quarter, figures, comparison }), locale, standing)
  return {
    ...table,
    blocks: [
      ...table.blocks,
      ...correctionsTable(corrections, locale),
      ...(text.analysis ? [textBlock(words.analysis, [text.analysis])] : []),
      ...(text.tensions ? [textBlock(words.tensions, [text.tensions])] : []),
      ...(text.examples.length > 0
        ? [
            textBlock(
              words.examples,
              text.examples.map(({ number, text: told }) => `${number}. ${told}`),
            ),
          ]
        : []),
    ],
  }
}

export const spansOf = ({
  period: quarter,
  figures,
  comparison,
}: Pick<BranchSnapshot, 'period' | 'figures' | 'comparison'>): Span[] => [
  { ...quarter, figures },
  { ...quartersAfter(quarter, -1), figures: comparison.previous },
  { ...quartersAfter(quarter, -4), figures: comparison.yearAgo },
  { key: 'year', ...beginningOfYear(quarter), figures: comparison.yearToDate },
]

/** The union's quarter, its units side by side, and what each of them says. */
export function periodPaper(
  { period: quarter, units: frozen, figures, corrections }: PeriodSnapshot,
  locale: Locale,
  standing: readonly string[],
): Sheets {
  const words = paperWordsOf(locale)
  const nameOf = ({ unit }: PeriodSnapshot['units'][number]) => unitName(unit, locale)
  const units = inOrder(frozen, locale)
  const said = (of: (text: PeriodSnapshot['units'][number]['text']) => string | null) =>
    units.flatMap((one) => {
      const text = of(one.text)
      return text ? [`${nameOf(one)}. ${text}`] : []
    })
  const table = tableOf([{ ...quarter, figures }], locale, standing)
  return {
    ...table,
    blocks: [
      ...table.blocks,
      unitsTable(
        units.map((one) => ({ name: nameOf(one), figures: one.figures })),
        figures,
        locale,
      ),
      ...correctionsTable(corrections, locale),
      ...sectionOf(
        words.analysis,
        said(({ analysis }) => analysis),
      ),
      ...sectionOf(
        words.tensions,
        said(({ tensions }) => tensions),
      ),
      ...sectionOf(
        words.examples,
        units.flatMap(({ text }) => text.examples.map(({ number, text: told }) => `${number}. ${told}`)),
      ),
    ],
  }
}

/** Paragraphs as whoever wrote them broke them. */
const textBlock = (heading: string, texts: readonly string[]): Block => ({
  kind: 'text',
  heading,
  paragraphs: texts.flatMap((text) => text.split(/\n+/)).filter((paragraph) => paragraph.trim() !== ''),
})
const sectionOf = (heading: string, texts: readonly string[]): Block[] =>
  texts.length === 0 ? [] : [textBlock(heading, texts)]

export const unitName = ({ branchId, name }: SnapshotUnit, locale: Locale): string =>
  branchId === null ? wordsOf(locale).council : inLanguage(name, locale)

/** As the board has them: branches by name, then the council. */
export const inOrder = <Part extends { unit: SnapshotUnit }>(units: readonly Part[], locale: Locale): Part[] =>
  units.toSorted(
    (a, b) =>
      Number(a.unit.branchId === null) - Number(b.unit.branchId === null) ||
      unitName(a.unit, locale).localeCompare(unitName(b.unit, locale), locale),
  )

export const unitLine = (name: string, locale: Locale): string => filled(paperWordsOf(locale).unit, { name })
