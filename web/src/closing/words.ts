import type { BranchReport, changeBranchReport } from '@qorgan/shared/closing'
import type { Day } from '@qorgan/shared/dates'
import type { z } from 'zod'

export interface Example {
  appealId: string
  number: string
  text: string
}
/** What people write on a report, as it stands in the fields. */
export interface ReportWords {
  analysis: string
  tensions: string
  examples: readonly Example[]
  signed: { fullName: string; post: string; on: Day | null }
}
const wordFields = ['analysis', 'tensions', 'examples', 'signed'] as const
export type WordField = (typeof wordFields)[number]

export const wordsOf = ({ analysis, tensions, examples, signed }: BranchReport): ReportWords => ({
  analysis: analysis ?? '',
  tensions: tensions ?? '',
  examples,
  signed: signed ?? { fullName: '', post: '', on: null },
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
export const changedFields = (before: ReportWords, now: ReportWords) =>
  wordFields.filter((field) => !same(before[field], now[field]))

/** Only what this person changed is sent: what somebody else wrote elsewhere on the report stays. */
export function changeOf(before: ReportWords, now: ReportWords): z.input<typeof changeBranchReport.body> {
  const changed = changedFields(before, now)
  const { fullName, post, on } = now.signed
  const isSigned = fullName.trim() !== '' || post.trim() !== ''
  return {
    ...(changed.includes('analysis') && { analysis: now.analysis.trim() || null }),
    ...(changed.includes('tensions') && { tensions: now.tensions.trim() || null }),
    ...(changed.includes('examples') && {
      examples: now.examples.map(({ appealId, text }) => ({ appealId, text })),
    }),
    ...(changed.includes('signed') && { signed: isSigned ? { fullName, post, on: on ?? '' } : null }),
  }
}

/** Mine where I wrote, theirs elsewhere. */
export function merged(base: ReportWords, mine: ReportWords, theirs: ReportWords): ReportWords {
  const changed = changedFields(base, mine)
  const pick = <K extends keyof ReportWords>(field: K): ReportWords[K] =>
    changed.includes(field) ? mine[field] : theirs[field]
  return { analysis: pick('analysis'), tensions: pick('tensions'), examples: pick('examples'), signed: pick('signed') }
}
