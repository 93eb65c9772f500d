import type { Day } from '@qorgan/shared/dates'
import type { DeadlineRule } from '@qorgan/shared/legal-terms'
import { useText } from '../i18n/i18n.ts'

/** A rule in one line: how long, by what article. */
export function useRuleWords() {
  const { t } = useText()
  return (rule: DeadlineRule): string =>
    [t(`legal.length.${rule.unit}`, { count: rule.length }), rule.act, rule.article].filter(Boolean).join(', ')
}

/** Of each rule the edition that was in force on a day, or its first where the day is earlier. */
export function editionsOn(rules: readonly DeadlineRule[], day: Day): DeadlineRule[] {
  const found = new Map<string, DeadlineRule>()
  for (const rule of rules.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)))
    if (!found.has(rule.key) || rule.validFrom <= day) found.set(rule.key, rule)
  return [...found.values()]
}
