import { type Situation, courtOf, engage, fund, sit } from './at-work.ts'
import { close, handIn, setTerm, write } from './case-verbs.ts'
import { payCounsel, payFor } from './stages.ts'
import { ownTerm } from './terms.ts'

const heardFirst: [string, string] = [
  'Проведена подготовка, стороны представили документы',
  'Обеспечить явку свидетелей',
]

/** Work that was done, and what it costs; what is over, or nearly. */
export const inMoney: Record<string, Situation> = {
  actHandedIn: {
    branch: 'karaganda',
    matter: 'suspect',
    since: 70,
    tell: (live) => {
      const { draft, ago, ahead } = live
      fund(live, { back: 65, amount: 410_000 })
      const contract = engage(live, { back: 61, fee: 300_000, login: 'lawyer.1', stage: 'pre_trial' })
      const its = courtOf(live, ago(25))
      sit(live, contract, {
        its,
        day: ago(25),
        setBack: 35,
        said: [
          'Следственный суд рассмотрел жалобу на действия следователя, жалоба удовлетворена',
          'Ознакомиться с заключением экспертизы',
        ],
      })
      handIn(draft, {
        contract,
        number: '1',
        date: ago(2),
        amount: 150_000,
        enteredBy: contract.check.counsel.account!,
        accepted: null,
      })
      setTerm(draft, ago(10), {
        ...ownTerm('Ходатайство о повторной экспертизе', ahead(12)),
        checked: { on: ago(9), by: live.office.head },
        doneOn: null,
        enteredBy: live.office.officer,
      })
    },
  },
  actUnpaid: {
    branch: 'akmola',
    matter: 'reprimand',
    since: 64,
    tell: (live) => {
      const { draft, office, ago, ahead } = live
      draft.conciliation = {
        dispute: 'other',
        commission: 'exists',
        knownOn: ago(95),
        appliedOn: ago(88),
        decidedOn: ago(74),
      }
      fund(live, { back: 58, amount: 260_000 })
      const contract = engage(live, { back: 55, fee: 190_000, login: 'lawyer.2', stage: 'first_instance' })
      const its = courtOf(live, ago(24))
      sit(live, contract, { its, day: ago(24), setBack: 45, said: heardFirst })
      sit(live, contract, { its, day: ahead(11), setBack: 24 })
      handIn(draft, {
        contract,
        number: '1',
        date: ago(6),
        amount: 95_000,
        enteredBy: contract.check.counsel.account!,
        accepted: { on: ago(3), by: office.officer },
      })
    },
  },
  moneyNearlySpent: {
    branch: 'east-kazakhstan',
    matter: 'patient',
    since: 75,
    tell: (live) => {
      const { draft, office, ago, ahead } = live
      fund(live, { back: 70, amount: 250_000 })
      const contract = engage(live, { back: 66, fee: 160_000, stage: 'first_instance' })
      const its = courtOf(live, ago(30))
      sit(live, contract, {
        its,
        day: ago(30),
        setBack: 50,
        said: ['Представлен отзыв на иск, заявлено о замене ненадлежащего ответчика', 'Подготовить вопросы эксперту'],
      })
      sit(live, contract, { its, day: ahead(9), setBack: 30 })
      payFor(live, draft, 'expertise', 70_000, ago(21))
      const act = handIn(draft, {
        contract,
        number: '1',
        date: ago(26),
        amount: 80_000,
        enteredBy: office.officer,
        accepted: { on: ago(25), by: office.head },
      })
      payCounsel(live, draft, { contract, amount: 80_000, on: ago(20), act })
    },
  },
  justClosed: {
    branch: 'north-kazakhstan',
    matter: 'redundancy',
    since: 120,
    tell: (live) => {
      const { draft, office, ago } = live
      draft.conciliation = {
        dispute: 'reinstatement',
        commission: 'exists',
        knownOn: ago(150),
        appliedOn: ago(144),
        decidedOn: ago(130),
      }
      fund(live, { back: 114, amount: 300_000 })
      const contract = engage(live, { back: 110, fee: 220_000, login: 'lawyer.2', stage: 'first_instance' })
      const its = courtOf(live, ago(80))
      sit(live, contract, { its, day: ago(80), setBack: 100, said: heardFirst })
      sit(live, contract, {
        its,
        day: ago(50),
        setBack: 80,
        said: ['Требования удовлетворены полностью', 'Получить вступивший в силу судебный акт'],
      })
      const act = handIn(draft, {
        contract,
        number: '1',
        date: ago(46),
        amount: 220_000,
        enteredBy: contract.check.counsel.account!,
        accepted: { on: ago(44), by: office.head },
      })
      payCounsel(live, draft, { contract, amount: 220_000, on: ago(39), act })
      draft.brings = { kind: 'recovered', on: ago(9) }
      close(draft, office.officer, {
        outcome: 'won',
        on: ago(5),
        summary: 'Сокращение признано незаконным, ставка восстановлена, разница выплачена.',
      })
    },
  },
  enforced: {
    branch: 'akmola',
    matter: 'sick_leave',
    since: 140,
    tell: (live) => {
      const { draft, office, ago, ahead } = live
      draft.conciliation = {
        dispute: 'reinstatement',
        commission: 'exists',
        knownOn: ago(172),
        appliedOn: ago(165),
        decidedOn: ago(150),
      }
      fund(live, { back: 134, amount: 350_000 })
      const contract = engage(live, { back: 130, fee: 220_000, login: 'lawyer.2', stage: 'first_instance' })
      const its = courtOf(live, ago(70))
      sit(live, contract, { its, day: ago(100), setBack: 120, said: heardFirst })
      sit(live, contract, {
        its,
        day: ago(70),
        setBack: 100,
        said: ['Требования удовлетворены полностью', 'Получить исполнительный лист'],
      })
      const act = handIn(draft, {
        contract,
        number: '1',
        date: ago(66),
        amount: 200_000,
        enteredBy: contract.check.counsel.account!,
        accepted: { on: ago(64), by: office.head },
      })
      payCounsel(live, draft, { contract, amount: 200_000, on: ago(60), act })
      draft.stage = 'enforcement'
      write(draft, 'edited', ago(40), office.officer, { details: { fields: ['stage'], stage: 'enforcement' } })
      setTerm(draft, ago(40), {
        ...ownTerm('Проверить ход исполнения у судебного исполнителя', ahead(8)),
        checked: { on: ago(39), by: office.head },
        doneOn: null,
        enteredBy: office.officer,
      })
    },
  },
}
