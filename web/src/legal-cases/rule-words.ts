import type { DeadlineRule } from '@qorgan/shared/legal-terms'
import { useText } from '../i18n/i18n.ts'

/** A rule in one line: how long, by what article. */
export function useRuleWords() {
  const { t } = useText()
  return (rule: DeadlineRule): string =>
    [t(`legal.length.${rule.unit}`, { count: rule.length }), rule.act, rule.article].filter(Boolean).join(', ')
}
