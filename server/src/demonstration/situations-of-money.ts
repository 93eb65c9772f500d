import type { AppealCategory } from '@qorgan/shared/organisation'
import { addDays } from '@qorgan/shared/dates'
import { aDocument } from './claims.ts'
import { type Draft, enterEffect, note, resolve } from './draft.ts'
import { topicTexts } from './texts.ts'
import { type Recent, after, fresh, inProgress, open, started } from './recent-opening.ts'

/** Money that is still to come, and what was entered by mistake. */
export const situationsOfMoney: Record<string, (recent: Recent) => Draft> = {
  expectedLater: (recent) => {
    const { random, staff, today } = recent.setting
    const category = random.pick<AppealCategory>(['pay', 'pay', 'legal'])
    const draft = inProgress(recent, open(recent, { category, receivedOn: recent.workingDayBack(random.int(20, 70)) }))
    const on = after(recent, draft.receivedOn, random.int(6, 13))
    const { kind } = topicTexts[category].find(({ topic }) => topic === draft.topic)!
    const amount = random.int(300, 2400) * 100
    enterEffect(draft, {
      kind,
      stage: 'agreed',
      amount,
      people: 1,
      occurredOn: on,
      document: aDocument(random, kind, on),
      enteredBy: staff.specialist,
      enteredOn: on,
    })
    resolve(draft, staff.specialist, {
      outcome: 'satisfied',
      summary:
        draft.language === 'kk'
          ? 'Жұмыс беруші талапты мойындады, төлем келесі тоқсанда жасалады.'
          : 'Работодатель признал требование, выплата включена в смету следующего квартала.',
      on,
      noEffectReason: 'expected_later',
      expectedOn: addDays(today, random.int(-20, 45)),
    })
    return draft
  },
  claimedOrAgreed: (recent) => {
    const { random, staff } = recent.setting
    const category = random.pick<AppealCategory>(['pay', 'pay', 'legal'])
    const draft = started(recent, 5, 12, category)
    const { kind } = topicTexts[category].find(({ topic }) => topic === draft.topic)!
    const amount = random.int(250, 4000) * 100
    const claimedOn = after(recent, draft.receivedOn, 2)
    const entry = { kind, amount, people: 1, enteredBy: staff.specialist }
    const claimed = enterEffect(draft, {
      ...entry,
      stage: 'claimed',
      occurredOn: claimedOn,
      enteredOn: claimedOn,
      calculation: 'расчёт приложен к требованию',
    })
    if (random.chance(0.5)) {
      const agreedOn = after(recent, draft.receivedOn, 4)
      enterEffect(draft, {
        ...entry,
        amount: Math.round((amount * 0.8) / 100) * 100,
        stage: 'agreed',
        occurredOn: agreedOn,
        enteredOn: agreedOn,
        settles: claimed,
        document: aDocument(random, kind, agreedOn),
      })
    }
    return draft
  },
  annulled: (recent) => {
    const { setting } = recent
    const { random, staff } = setting
    const draft = fresh(recent)
    const person = draft.applicant.kind === 'member' ? draft.applicant.person : null
    draft.status = 'annulled'
    draft.annulReason = 'Зарегистрировано ошибочно'
    if (person && random.chance(0.6)) {
      const twin = open(recent, { category: draft.category, receivedOn: draft.receivedOn, person })
      Object.assign(twin, {
        subject: draft.subject,
        topic: draft.topic,
        language: draft.language,
        description: draft.description,
      })
      // Inserted first: the duplicate refers to it.
      recent.also.push(twin)
      draft.receivedOn = after(recent, draft.receivedOn, 1)
      for (const entry of draft.log) entry.on = draft.receivedOn
      draft.duplicateOf = twin
      draft.annulReason = 'Повторная регистрация того же заявления'
    }
    note(draft, 'annulled', draft.receivedOn, staff.chair, { voided: 0 }, draft.annulReason)
    return draft
  },
}
