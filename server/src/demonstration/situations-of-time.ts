import { addDays } from '@qorgan/shared/dates'
import { type Draft, note, resolve } from './draft.ts'
import { workingDayAfter } from './setting.ts'
import { answerWords } from './texts.ts'
import { type Recent, after, fresh, inProgress, open, own, started, workOn } from './recent-opening.ts'

const extensionReasons = [
  'Ожидаем ответ управления здравоохранения на запрос',
  'Работодатель запросил время на перерасчёт',
  'Назначено заседание согласительной комиссии',
]
const suspensionReasons = [
  'Ожидаются документы от заявителя',
  'Дело рассматривается в суде',
  'Заявитель на лечении, просил подождать',
]
/** Where an appeal stands beside its due date. */
export const situationsOfTime: Record<string, (recent: Recent) => Draft> = {
  registered: (recent) => fresh(recent),
  inProgress: (recent) => inProgress(recent, fresh(recent)),
  dueSoon: (recent) => {
    const category = recent.category()
    return inProgress(recent, open(recent, { category, receivedOn: recent.dayDueSoon(category) }))
  },
  overdue: (recent) => {
    const category = recent.category()
    const draft = open(recent, { category, receivedOn: recent.dayOverdue(category) })
    return recent.setting.random.chance(0.8) ? inProgress(recent, draft) : draft
  },
  extended: (recent) => {
    const { setting } = recent
    const { random, reference, staff } = setting
    const draft = started(recent, 17, 28)
    const due = workingDayAfter(setting, draft.receivedOn, reference.terms[draft.category])
    const dueOn = workingDayAfter(setting, due, random.int(18, 30))
    note(
      draft,
      'extended',
      after(recent, draft.receivedOn, random.int(9, 13)),
      staff.chair,
      { dueOn, from: due },
      random.pick(extensionReasons),
    )
    return draft
  },
  suspended: (recent) => {
    const { random, staff, today } = recent.setting
    const draft = started(recent, 8, 24)
    draft.status = 'suspended'
    note(
      draft,
      'suspended',
      after(recent, draft.receivedOn, random.int(2, 6)),
      staff.specialist,
      { until: addDays(today, random.int(5, 25)) },
      random.pick(suspensionReasons),
    )
    return draft
  },
  resumed: (recent) => {
    const { random, staff } = recent.setting
    const draft = started(recent, 14, 18)
    note(
      draft,
      'suspended',
      after(recent, draft.receivedOn, 3),
      staff.specialist,
      { until: null },
      random.pick(suspensionReasons),
    )
    note(draft, 'resumed', after(recent, draft.receivedOn, random.int(7, 11)), staff.specialist)
    return draft
  },
  reopened: (recent) => {
    const { random, staff } = recent.setting
    const draft = started(recent, 22, 40)
    const on = after(recent, draft.receivedOn, 10)
    resolve(draft, staff.specialist, {
      outcome: 'explained',
      summary: answerWords(random, 'explained', draft.language),
      on,
      noEffectReason: 'advice_only',
    })
    draft.resolution = null
    draft.status = 'in_progress'
    note(
      draft,
      'reopened',
      recent.workingDayBack(random.int(2, 8)),
      staff.chair,
      {},
      'Заявитель представил новые документы',
    )
    return draft
  },
  ownRegistered: (recent) => own(recent, recent.freshDay),
  ownInProgress: (recent) => workOn(recent, own(recent, recent.freshDay)),
  ownResolved: (recent) => {
    const { random } = recent.setting
    const draft = workOn(
      recent,
      own(recent, () => recent.workingDayBack(random.int(15, 80))),
    )
    const summary = answerWords(random, draft.category === 'legal' ? 'explained' : 'improved', draft.language)
    const isAdvice = draft.category === 'legal'
    resolve(draft, draft.registeredBy, {
      outcome: isAdvice ? 'explained' : 'satisfied',
      summary,
      on: after(recent, draft.receivedOn, random.int(4, 12)),
      noEffectReason: isAdvice ? 'advice_only' : 'not_in_money',
    })
    return draft
  },
}
