import type { AppealsReport } from '@qorgan/shared/reports'

export interface Footnote {
  key: string
  mark: string
  text: AppealsReport['columns'][number]['footnotes'][number]['text']
}

/** Each footnote once, in the order of the columns, marked with one asterisk more than the one before. */
export function footnotesOf(report: AppealsReport): Footnote[] {
  const found: Footnote[] = []
  for (const { footnotes } of report.columns)
    for (const { key, text } of footnotes)
      if (!found.some((note) => note.key === key)) found.push({ key, text, mark: '*'.repeat(found.length + 1) })
  return found
}
