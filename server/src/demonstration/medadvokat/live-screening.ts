import { type Situation, fund } from './at-work.ts'
import { checkConflicts, close, decide, setTerm } from './case-verbs.ts'
import { aCheck } from './contracts.ts'
import { legalTerm } from './terms.ts'

/** Before counsel: what is checked, decided and asked for. */
export const inScreening: Record<string, Situation> = {
  fresh: { branch: 'karaganda', matter: 'reprimand', since: 2, tell: () => undefined },
  commissionRuns: {
    branch: 'astana',
    matter: 'dismissal',
    since: 7,
    tell: ({ draft, office, reference, ago }) => {
      const appliedOn = ago(9)
      draft.conciliation = { dispute: 'reinstatement', commission: 'exists', knownOn: ago(14), appliedOn }
      const term = legalTerm(reference, 'labour.commission.consideration', appliedOn)
      setTerm(draft, ago(5), {
        ...term,
        checked: { on: ago(4), by: office.head },
        doneOn: null,
        enteredBy: office.officer,
      })
    },
  },
  noCommission: {
    branch: 'kyzylorda',
    matter: 'agreement',
    size: 3,
    since: 5,
    tell: ({ draft, ago }) => {
      draft.conciliation = { dispute: 'other', commission: 'none', knownOn: ago(45) }
    },
  },
  conflictUndecided: {
    branch: 'pavlodar',
    matter: 'underpaid',
    size: 4,
    since: 15,
    tell: (live) => {
      const { draft, office, ago } = live
      fund(live, { back: 8, amount: 320_000 })
      const counsel = office.counsels.find(({ advises }) => advises === 'pavlodar')!
      checkConflicts(draft, {
        counsel,
        checked: { on: ago(2), by: office.officer },
        found: 'lawyer_acts_for_employer',
        decided: null,
      })
    },
  },
  moneyAsked: {
    branch: 'almaty',
    matter: 'witness',
    since: 9,
    tell: (live) => fund(live, { back: 3, amount: 260_000, approved: false }),
  },
  counselBlocked: {
    branch: 'shymkent',
    matter: 'transfer',
    since: 20,
    tell: (live) => {
      const { draft, office, ago } = live
      fund(live, { back: 13, amount: 210_000 })
      const [first, second] = office.counsels.filter(({ regions }) => regions.includes('KZ-79'))
      checkConflicts(draft, {
        counsel: first!,
        checked: { on: ago(6), by: office.officer },
        found: 'opponent_is_member',
        decided: {
          on: ago(5),
          by: office.head,
          decision: 'blocked',
          reason: 'Заведующий отделением — доверитель этого адвоката.',
          chairUnderAccused: true,
        },
      })
      aCheck(live, draft, second!, ago(1))
    },
  },
  adviceOnly: {
    branch: 'zhambyl',
    matter: 'category',
    since: 12,
    tell: ({ draft, office, ago }) =>
      decide(draft, {
        decision: 'advice_only',
        number: null,
        on: ago(7),
        by: office.head,
        reason: 'Жалобу готовит юрист профсоюза, представитель пока не нужен.',
      }),
  },
  advised: {
    branch: 'mangystau',
    matter: 'slander',
    since: 40,
    tell: ({ draft, office, ago }) => {
      decide(draft, {
        decision: 'advice_only',
        number: null,
        on: ago(35),
        by: office.head,
        reason: 'Заявление в полицию составит юрист профсоюза.',
      })
      close(draft, office.officer, {
        outcome: 'advice_given',
        on: ago(18),
        summary: 'Заявление подано, разъяснён порядок частного обвинения, заявитель действует самостоятельно.',
      })
    },
  },
  declined: {
    branch: 'atyrau',
    matter: 'honour',
    since: 16,
    tell: ({ draft, office, ago }) => {
      const reason = 'Спор не связан с работой, публикация удалена автором.'
      decide(draft, { decision: 'decline', number: null, on: ago(11), by: office.head, reason })
      draft.status = 'closed'
      draft.closed = { outcome: 'declined', on: ago(11), summary: reason }
    },
  },
}
