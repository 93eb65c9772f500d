import { dayNumber } from '@qorgan/shared/dates'
import { dayOfInstant, today, useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/i18n.ts'
import type { Step } from './next-step.ts'

interface StepWords {
  title: string
  /** Empty where it would tell somebody else how to do it. */
  text: string
  button: string
  /** The same where it is for somebody else to do. */
  waits: string
}

/** A step as a person would say it. */
export function useStepWords(): (step: Step) => StepWords {
  const { t } = useText()
  const { label, day, instant, tenge, number } = useFormat()
  return (step) => {
    switch (step.key) {
      case 'missedTerm':
      case 'checkTerm':
      case 'nearTerm': {
        const left = dayNumber(step.term.dueOn) - dayNumber(today())
        const words = {
          term: label(step.term.title),
          day: day(step.term.dueOn),
          days: t('count.days', { count: left, value: number(left) }),
        }
        const title = t(`legal.step.${step.key}.title`, words)
        return { title, text: t(`legal.step.${step.key}.text`, words), button: t('legal.step.toTerms'), waits: title }
      }
      case 'approveMoney': {
        const words = { amount: tenge(step.allotment.amount), name: step.allotment.requestedBy.fullName }
        return {
          title: t('legal.step.approveMoney.title', words),
          text: step.doable ? t('legal.step.approveMoney.text', words) : '',
          button: t('legal.step.approveMoney.button'),
          waits: t('legal.step.approveMoney.waits', words),
        }
      }
      case 'decideConflict':
      case 'signContract': {
        const words = { name: step.check.lawyerName }
        return {
          title: t(`legal.step.${step.key}.title`, words),
          text: t(`legal.step.${step.key}.text`),
          button: t(`legal.step.${step.key}.button`),
          waits: t(`legal.step.${step.key}.waits`, words),
        }
      }
      case 'afterHearing':
      case 'hearing':
      case 'doNext': {
        const { hearing } = step
        const words = {
          day: day(dayOfInstant(hearing.startsAt)),
          when: instant(hearing.startsAt),
          court: hearing.court,
          next: hearing.nextStep ?? '',
        }
        const title =
          step.key === 'doNext' && words.next === ''
            ? t('legal.step.setHearing.title')
            : t(`legal.step.${step.key}.title`, words)
        return {
          title,
          text: t(`legal.step.${step.key}.text`, words),
          button: t(`legal.step.${step.key}.button`),
          waits: title,
        }
      }
      case 'acceptAct':
      case 'payAct': {
        const words = {
          number: step.act.number,
          name: step.act.lawyerName,
          amount: tenge(step.act.amount - step.act.paid),
        }
        return {
          title: t(`legal.step.${step.key}.title`, words),
          text: t(`legal.step.${step.key}.text`, words),
          button: t(`legal.step.${step.key}.button`),
          waits: t(`legal.step.${step.key}.waits`, words),
        }
      }
      case 'effect':
      case 'closed': {
        const outcome = step.outcome ? t(`legal.outcome.${step.outcome}`).toLowerCase() : ''
        const title = t(`legal.step.${step.key}.title`, { outcome })
        return {
          title,
          text: t(`legal.step.${step.key}.text`, { outcome }),
          button: step.key === 'effect' ? t('legal.step.effect.button') : '',
          waits: title,
        }
      }
      case 'decide':
      case 'askMoney':
      case 'moreMoney':
      case 'findCounsel':
      case 'setHearing':
      case 'advise':
      case 'handInAct':
        return {
          title: t(`legal.step.${step.key}.title`),
          text: step.doable ? t(`legal.step.${step.key}.text`) : '',
          button: t(`legal.step.${step.key}.button`),
          waits: t(`legal.step.${step.key}.waits`),
        }
    }
  }
}
