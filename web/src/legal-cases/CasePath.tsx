import { VisuallyHidden } from '@mantine/core'
import type { LegalCase } from '@qorgan/shared/legal-cases'
import { useText } from '../i18n/i18n.ts'
import classes from './NextStep.module.css'

type Milestone = 'decision' | 'money' | 'counsel' | 'process' | 'advice' | 'payment' | 'outcome'

/** How far a case has come, by what the case itself says. Advice needs neither money nor counsel. */
export function milestonesOf(legalCase: LegalCase): { key: Milestone; done: boolean }[] {
  const { decision, money, counsel, status } = legalCase
  const closed = status === 'closed'
  const decided = { key: 'decision', done: decision !== null || closed } as const
  const outcome = { key: 'outcome', done: closed } as const
  if (decision?.decision === 'advice_only') return [decided, { key: 'advice', done: closed }, outcome]
  if (decision?.decision === 'decline') return [decided, outcome]
  return [
    decided,
    ...(money ? [{ key: 'money', done: money.allotted > 0 } as const] : []),
    { key: 'counsel', done: counsel.length > 0 },
    { key: 'process', done: closed },
    ...(money ? [{ key: 'payment', done: money.committed > 0 && money.paid >= money.committed } as const] : []),
    outcome,
  ]
}

export function CasePath({ legalCase }: { legalCase: LegalCase }) {
  const { t } = useText()
  const milestones = milestonesOf(legalCase)
  const now = milestones.findIndex((one) => !one.done)
  return (
    <ol className={classes['path']} aria-label={t('legal.path.label')}>
      {milestones.map(({ key, done }, i) => (
        <li
          key={key}
          data-state={done ? 'done' : i === now ? 'now' : 'ahead'}
          aria-current={i === now ? 'step' : undefined}
        >
          <span>
            {t(`legal.path.${key}`)}
            {done && <VisuallyHidden>, {t('legal.path.done')}</VisuallyHidden>}
          </span>
        </li>
      ))}
    </ol>
  )
}
