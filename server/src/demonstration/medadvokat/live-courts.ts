import { addDays, addMonths } from '@qorgan/shared/dates'
import { type Live, type Situation, courtOf, engage, fund, sit } from './at-work.ts'
import { amend, setTerm, write } from './case-verbs.ts'
import { earlier, later } from './office.ts'
import { payCounsel } from './stages.ts'
import { legalTerm, ownTerm } from './terms.ts'

const heardFirst: [string, string] = [
  'Проведена подготовка, стороны представили документы',
  'Обеспечить явку свидетелей',
]

/** In court: what is heard soon, what nobody followed up, what runs out. */
export const inCourts: Record<string, Situation> = {
  hearingThisWeek: {
    branch: 'karaganda',
    matter: 'accused',
    since: 60,
    tell: (live) => {
      const { draft, office, ago, ahead } = live
      fund(live, { back: 54, amount: 480_000 })
      const contract = engage(live, { back: 50, fee: 340_000, login: 'lawyer.1', stage: 'first_instance' })
      const its = courtOf(live, ago(20))
      payCounsel(live, draft, { contract, amount: 100_000, on: ago(46), advance: true })
      sit(live, contract, {
        its,
        day: ago(20),
        setBack: 40,
        said: ['Допрошены потерпевшая и два свидетеля обвинения', 'Представить заключение специалиста'],
      })
      sit(live, contract, { its, day: ahead(2), setBack: 20 })
      setTerm(draft, ago(20), {
        ...ownTerm('Представить суду заключение специалиста', ahead(2)),
        checked: { on: ago(19), by: office.head },
        doneOn: null,
        enteredBy: office.officer,
      })
      draft.notes.push(
        {
          kind: 'accusation',
          text: 'По версии обвинения, врач не назначил контрольное исследование и выписал пациентку раньше срока. Карта велась в двух вариантах: бумажном и электронном, записи расходятся на сорок минут.',
          by: office.officer,
          on: ago(49),
        },
        {
          kind: 'note',
          text: 'Слабое место обвинения — время осмотра: журнал приёмного покоя ведёт другая смена. Просить суд истребовать журнал в подлиннике.',
          by: contract.check.counsel.account ?? office.officer,
          on: ago(20),
        },
      )
    },
  },
  nobodySaidWhatNext: {
    branch: 'astana',
    matter: 'sick_leave',
    since: 55,
    tell: (live) => {
      const { draft, ago } = live
      draft.conciliation = {
        dispute: 'reinstatement',
        commission: 'exists',
        knownOn: ago(88),
        appliedOn: ago(80),
        decidedOn: ago(66),
      }
      fund(live, { back: 50, amount: 290_000 })
      const contract = engage(live, { back: 46, fee: 200_000, login: 'lawyer.2', stage: 'first_instance' })
      const its = courtOf(live, ago(20))
      sit(live, contract, { its, day: ago(20), setBack: 42, said: heardFirst })
      sit(live, contract, {
        its,
        day: ago(3),
        setBack: 20,
        said: ['Допрошены два свидетеля, суд удалил ответчика за неявку с документами', null],
      })
    },
  },
  termMissed: {
    branch: 'kostanay',
    matter: 'standard',
    since: 48,
    tell: (live) => {
      const { draft, office, reference, today } = live
      fund(live, { back: 42, amount: 180_000 })
      const contract = engage(live, { back: 39, fee: 120_000, stage: 'first_instance' })
      const day = later(live, addDays(today, -24), 0)
      sit(live, contract, {
        its: courtOf(live, day),
        day,
        setBack: 30,
        said: ['Назначен административный штраф', 'Подать жалобу на постановление'],
      })
      setTerm(draft, later(live, day, 1), {
        ...legalTerm(reference, 'administrative.court_ruling', later(live, day, 1)),
        checked: { on: later(live, day, 1), by: office.head },
        doneOn: null,
        enteredBy: office.officer,
      })
    },
  },
  termNear: {
    branch: 'turkistan',
    matter: 'underpaid',
    size: 2,
    since: 85,
    tell: (live) => {
      const { draft, office, reference, today } = live
      fund(live, { back: 79, amount: 340_000 })
      const contract = engage(live, { back: 75, fee: 230_000, stage: 'first_instance' })
      const event = later(live, addMonths(addDays(today, 3), -1), 0)
      const day = earlier(live, event, 5)
      sit(live, contract, {
        its: courtOf(live, day),
        day,
        setBack: 60,
        said: ['Требования удовлетворены частично', 'Решить, подаём ли апелляцию по остальным месяцам'],
      })
      setTerm(draft, later(live, event, 1), {
        ...legalTerm(reference, 'civil.appeal', event),
        checked: null,
        doneOn: null,
        enteredBy: office.officer,
      })
    },
  },
  restricted: {
    branch: 'karaganda',
    matter: 'suspect',
    since: 32,
    tell: (live) => {
      const { draft, office, ago, ahead } = live
      draft.openedBy = office.head
      draft.log[0]!.actor = office.head
      draft.restricted = true
      draft.readers = [office.officer, office.councilHead]
      fund(live, { back: 28, amount: 520_000 })
      const contract = engage(live, { back: 25, fee: 360_000, login: 'lawyer.1', stage: 'pre_trial' })
      sit(live, contract, { its: courtOf(live, ahead(5)), day: ahead(5), setBack: 8 })
      draft.notes.push(
        {
          kind: 'accusation',
          text: 'Заявление подано родственником бывшего руководителя организации. Проверяется назначение препарата без показаний; препарат выписал другой врач, подпись в листе назначений оспаривается.',
          by: office.head,
          on: ago(24),
        },
        {
          kind: 'note',
          text: 'С доверителем согласовано: показаний до ознакомления с заключением почерковеда не даём.',
          by: contract.check.counsel.account ?? office.head,
          on: ago(12),
        },
      )
    },
  },
  appealHeardSoon: {
    branch: 'ulytau',
    matter: 'standard',
    since: 90,
    tell: (live) => {
      const { draft, office, ago, ahead } = live
      draft.isOwn = true
      draft.openedBy = office.officer
      draft.log[0]!.actor = office.officer
      fund(live, { back: 85, amount: 330_000 })
      const contract = engage(live, { back: 81, fee: 150_000, login: 'lawyer.1', stage: 'first_instance' })
      sit(live, contract, {
        its: courtOf(live, ago(52)),
        day: ago(52),
        setBack: 70,
        said: ['Назначен административный штраф', 'Подать жалобу на постановление'],
      })
      toAppeal(live)
      amend(draft, {
        contract,
        number: '1',
        date: ago(47),
        feeChange: 90_000,
        reason: 'Представительство в апелляционной инстанции',
        enteredBy: office.head,
      })
      sit(live, contract, { its: courtOf(live, ahead(6)), day: ahead(6), setBack: 15 })
    },
  },
}

function toAppeal({ draft, office, reference, ago }: Live): void {
  const term = legalTerm(reference, 'administrative.court_ruling', ago(51))
  setTerm(draft, ago(51), {
    ...term,
    checked: { on: ago(51), by: office.head },
    doneOn: ago(48),
    enteredBy: office.officer,
  })
  draft.stage = 'appeal'
  write(draft, 'edited', ago(48), office.officer, { details: { fields: ['stage'], stage: 'appeal' } })
}
