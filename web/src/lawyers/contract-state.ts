import { addDays, type Day } from '@qorgan/shared/dates'

/** A contract that ends within this many days should be renewed before the next case. */
const soonDays = 30

export function contractState(until: Day | null, today: Day): 'none' | 'over' | 'soon' | 'valid' {
  if (until === null) return 'none'
  if (until < today) return 'over'
  return until <= addDays(today, soonDays) ? 'soon' : 'valid'
}
