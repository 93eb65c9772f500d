import type { Day } from '@qorgan/shared/dates'
import { useFormat } from '../i18n/format.ts'

/** The dates of a report in words, as they stand under its title; what is of one day says it once. */
export function usePeriodWords(): (from: Day, to: Day) => string {
  const { longDay } = useFormat()
  return (from, to) => (from === to ? longDay(from) : `${longDay(from)} – ${longDay(to)}`)
}
