import type { Day } from '@qorgan/shared/dates'
import type { DeadlineRule } from '@qorgan/shared/legal-terms'

export type EditionState = 'valid' | 'coming' | 'replaced' | 'off'

/** The editions of one rule share its key: the latest that has begun is the one in force. */
export function editionState(rule: DeadlineRule, all: readonly DeadlineRule[], today: Day): EditionState {
  if (!rule.active) return 'off'
  if (rule.validFrom > today) return 'coming'
  const later = all.some(
    (one) => one.key === rule.key && one.active && one.validFrom > rule.validFrom && one.validFrom <= today,
  )
  return later ? 'replaced' : 'valid'
}
