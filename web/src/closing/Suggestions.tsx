import { VisuallyHidden } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import type { BranchReport } from '@qorgan/shared/closing'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import classes from './Chips.module.css'
import shared from './Closing.module.css'
import words from './Words.module.css'
import { quarterAt } from './quarters.ts'
import type { Figures } from './queries.ts'
import { useQuarterName } from './use-quarter-name.ts'

interface Props {
  report: BranchReport
  figures: Figures
  text: string
  onInsert: (sentence: string) => void
}

/** What people came with most often, as sentences that one press puts into the analysis. */
export function Suggestions({ report, figures, text, onInsert }: Props) {
  const { t } = useText()
  const { label, count } = useFormat()
  const comparison = useComparison(report, figures)
  const appeals = (value: number) => t('count.appeals', { count: value, value: count(value) })
  const groups = [
    {
      key: 'topics',
      items: figures.topics.map((topic) => ({
        id: topic.id,
        name: label(topic.label),
        count: topic.count,
        sentence: t('closing.words.topicSentence', { name: label(topic.label), appeals: appeals(topic.count) }),
      })),
    },
    {
      key: 'employers',
      items: figures.employers.map((employer) => ({
        id: employer.id,
        name: label(employer.label),
        count: employer.count,
        sentence: t('closing.words.employerSentence', {
          name: label(employer.label),
          appeals: appeals(employer.count),
        }),
      })),
    },
  ] as const
  const chip = (id: string, name: string, sentence: string, value?: number) => {
    const inserted = text.includes(sentence)
    const Icon = inserted ? IconCheck : IconPlus
    return (
      <li key={id}>
        <button type="button" className={classes['chip']} onClick={() => onInsert(sentence)} disabled={inserted}>
          <Icon size={15} aria-hidden />
          <VisuallyHidden>{t('closing.words.insert')}</VisuallyHidden> {name}{' '}
          {value !== undefined && <b>{count(value)}</b>}
        </button>
      </li>
    )
  }
  return (
    <div className={words['suggestions']}>
      {comparison && (
        <ul className={classes['chips']}>{chip('comparison', t('closing.words.comparison'), comparison)}</ul>
      )}
      {groups.map(
        ({ key, items }) =>
          items.length > 0 && (
            <div key={key}>
              <span className={shared['second']}>{t(`closing.words.${key}`)}</span>
              <ul className={classes['chips']}>
                {items.map(({ id, name, sentence, count: value }) => chip(id, name, sentence, value))}
              </ul>
            </div>
          ),
      )}
    </div>
  )
}

function useComparison({ periodKey }: BranchReport, { totals }: Figures): string | null {
  const { t } = useText()
  const { count, tenge } = useFormat()
  const quarterName = useQuarterName()
  const previous = quarterAt(periodKey, -1)
  if (!previous || totals.current.count + totals.previous.count === 0) return null
  return t('closing.words.comparisonSentence', {
    quarter: quarterName(previous.key),
    was: count(totals.previous.count),
    now: count(totals.current.count),
    wasEffect: tenge(totals.previous.effect),
    nowEffect: tenge(totals.current.effect),
  })
}
