import type { LegalCase } from '@qorgan/shared/legal-cases'
import { caseMoneyMutations } from '../case-money/queries.ts'
import { useAct } from '../case-money/use-act.ts'
import { useText } from '../i18n/i18n.ts'
import type { OpenDialog } from './CaseDialogs.tsx'
import type { Step } from './next-step.ts'

/** Scrolls to a card of the page and puts the focus there, so that the next Tab is its first button. */
export function showSection(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

/** What the button of the strip does for each step: a dialog, an act at once, or the way to the card. */
export function useGo(legalCase: LegalCase, open: (dialog: OpenDialog) => void) {
  const { t } = useText()
  const approve = useAct(caseMoneyMutations.approveAllotment, t('counsel.allotments.approved'))
  const accept = useAct(caseMoneyMutations.acceptAct, t('counsel.acts.accepted'))
  const to = (step: Step): void => {
    switch (step.key) {
      case 'missedTerm':
      case 'checkTerm':
      case 'nearTerm':
        return showSection('terms')
      case 'decide':
        return open({ name: 'decide' })
      case 'askMoney':
      case 'moreMoney':
        return open({ name: 'allot' })
      case 'approveMoney':
        return approve.mutate({ id: legalCase.id, itemId: step.allotment.id, version: step.allotment.version })
      case 'findCounsel':
        return open({ name: 'appoint' })
      case 'decideConflict':
      case 'signContract':
        return open({ name: 'appoint', check: step.check })
      case 'afterHearing':
        return open({ name: 'hearing', hearing: step.hearing })
      case 'hearing':
        return showSection('hearings')
      case 'doNext':
      case 'setHearing':
        return open({ name: 'hearing' })
      case 'acceptAct':
        return accept.mutate({ id: legalCase.id, itemId: step.act.id, version: step.act.version })
      case 'payAct':
        return open({ name: 'pay' })
      case 'handInAct':
        return open({ name: 'act' })
      case 'advise':
        return open({ name: 'close' })
      case 'effect':
        return open({ name: 'effect' })
      case 'closed':
    }
  }
  return { to, pending: approve.isPending || accept.isPending }
}
