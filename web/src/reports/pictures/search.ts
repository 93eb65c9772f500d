import { z } from 'zod'
import { addMonths, type Day } from '@qorgan/shared/dates'
import { today } from '../../i18n/format.ts'
import { searchOf } from '../../platform/search-params.ts'

export const metrics = ['count', 'effect'] as const
export type Metric = (typeof metrics)[number]
const parse = searchOf({
  year: z.string().regex(/^20\d\d$/),
  unit: z.union([z.guid(), z.literal('council')]),
  metric: z.enum(metrics),
})
export type PictureSearch = ReturnType<typeof parse>

/** Without a year it is this one. */
export function pictureSearch(raw: Record<string, unknown>): PictureSearch {
  const search = parse(raw)
  return search.year ? search : { ...search, year: today().slice(0, 4) }
}

/** A year up to today, and the same days of the year before, so that the two can be laid side by side. */
export function yearsOf(year: string): {
  now: { from: Day; to: Day }
  before: { from: Day; to: Day }
  isWhole: boolean
} {
  const end = `${year}-12-31`
  const to = today() < end && today().startsWith(year) ? today() : end
  return {
    now: { from: `${year}-01-01`, to },
    before: { from: `${Number(year) - 1}-01-01`, to: addMonths(to, -12) },
    isWhole: to === end,
  }
}
