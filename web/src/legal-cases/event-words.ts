import type { CaseTimelineEntry } from '@qorgan/shared/case-timeline'
import { FundingDecision, LegalOutcome } from '@qorgan/shared/legal-cases'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** One line of the log as a person would say it. The details of a kind are the server's, and may lack any part. */
export function useCaseEventWords(): (entry: CaseTimelineEntry) => string {
  const { t, texts } = useText()
  const { day, tenge } = useFormat()
  const fieldWords: Readonly<Record<string, string>> = {
    ...texts?.legal.fact,
    readerIds: t('legal.fact.readers'),
    restricted: t('legal.form.restricted'),
  }
  return ({ kind, details }) => {
    const base = t(`legal.event.${kind}`)
    const more = (): string => {
      switch (kind) {
        case 'decided': {
          const decision = FundingDecision.options.find((one) => one === details['decision'])
          return decision ? t(`legal.decided.${decision}`).toLowerCase() : ''
        }
        case 'closed': {
          const outcome = LegalOutcome.options.find((one) => one === details['outcome'])
          return outcome ? t(`legal.outcome.${outcome}`).toLowerCase() : ''
        }
        case 'edited': {
          const fields = Array.isArray(details['fields']) ? details['fields'].map(String) : []
          return fields.map((one) => (fieldWords[one] ?? one).toLowerCase()).join(', ')
        }
        default: {
          const name = textOf(details['lawyerName']) || textOf(details['fileName']) || textOf(details['number'])
          const amount = typeof details['amount'] === 'number' ? tenge(details['amount']) : ''
          const on = isDay(details['dueOn']) ? day(details['dueOn']) : ''
          return [name, amount, on].filter(Boolean).join(', ')
        }
      }
    }
    const said = more()
    return said === '' ? base : `${base}: ${said}`
  }
}
