import { type Day, addDays } from '@qorgan/shared/dates'
import type { AppealLevel } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { Account } from './accounts.ts'
import { aDocument, assign } from './claims.ts'
import { sanatoriums } from './data/sanatoriums.ts'
import { type Draft, enterEffect, note, resolve } from './draft.ts'
import { aPhone } from './members.ts'
import { fullName } from './names.ts'
import type { Unit } from './reference.ts'
import {
  type Opening,
  type Setting,
  aTopic,
  anOutsider,
  open as openIn,
  soonAfter,
  workingDayAfter,
} from './setting.ts'
import { type Language, answerWords, topicTexts } from './texts.ts'

/** The weeks before today, as one unit sees them. */
export interface Recent {
  setting: Setting
  level: AppealLevel
  /** Working days before today, newest first. */
  days: readonly Day[]
  yesterday: Day
  /** Appeals that others refer to. */
  also: Draft[]
  category: () => AppealCategory
  anyDay: () => Day
  olderDay: () => Day
  workingDayBack: (workingDays: number) => Day
  freshDay: (category: AppealCategory) => Day
  dayDueSoon: (category: AppealCategory) => Day
  dayOverdue: (category: AppealCategory) => Day
}

/** Somebody turns to the unit; only the registration is in the log yet. */
export function open(
  { setting, level }: Recent,
  opening: Partial<Opening> & Pick<Opening, 'category' | 'receivedOn'>,
): Draft {
  const { random } = setting
  const place = random.pick(sanatoriums)
  const fillings = (language: Language) => ({ place: place[language], days: place.days[0]! })
  const draft = openIn(setting, { texts: aTopic(random, opening.category), level, fillings, ...opening })
  note(draft, 'registered', draft.receivedOn, draft.registeredBy)
  return draft
}

const after = (recent: Recent, day: Day, workingDays: number) =>
  soonAfter(recent.setting, day, workingDays, recent.yesterday)
function inProgress(recent: Recent, draft: Draft, workingDays = 1): Draft {
  assign(draft, recent.setting, after(recent, draft.receivedOn, workingDays))
  return draft
}
const started = (recent: Recent, from: number, to: number, category = recent.category()) =>
  inProgress(recent, open(recent, { category, receivedOn: recent.workingDayBack(recent.setting.random.int(from, to)) }))

const fresh = (recent: Recent, more: Partial<Opening> & { category?: AppealCategory } = {}) => {
  const category = more.category ?? recent.category()
  return open(recent, { ...more, category, receivedOn: recent.freshDay(category) })
}

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
const councilReasons = [
  'Вопрос касается отраслевого соглашения, нужна позиция Центрального Совета',
  'Требуется обращение в Министерство здравоохранения',
  'Работодатель республиканского подчинения',
]
const organisationReasons = ['Работодатель отказывается от переговоров с профкомом', 'Нужна помощь юриста филиала']

const destination = (to: Unit, level: AppealLevel) => ({
  to: { level, branchId: level === 'council' ? null : to.id, name: to.name },
})
function request(draft: Draft, to: Unit, level: AppealLevel, reason: string, on: Day, by: Account): void {
  draft.transfer = { to, level, reason, on, by }
  note(draft, 'transfer_requested', on, by, destination(to, level), reason)
}
function accept(draft: Draft, on: Day, by: Account): void {
  const { to, level } = draft.transfer!
  draft.transfer = null
  draft.handlingUnit = to
  if (draft.level === 'primary_organisation') draft.level = level
  note(draft, 'transfer_accepted', on, by, destination(to, level))
}

/** Appeals of the organisation that has an account. */
function own(recent: Recent, receivedOn: (category: AppealCategory) => Day): Draft {
  const { setting } = recent
  const { random, staff } = setting
  const category = random.pick<AppealCategory>(['pay', 'labour_protection', 'legal'])
  return open(
    { ...recent, level: 'primary_organisation' },
    {
      category,
      receivedOn: receivedOn(category),
      ...(staff.organisation ? { organisation: staff.organisation.of } : {}),
    },
  )
}
const workOn = (recent: Recent, draft: Draft): Draft => {
  draft.assignee = draft.registeredBy
  draft.status = 'in_progress'
  note(draft, 'started', after(recent, draft.receivedOn, 1), draft.registeredBy)
  return draft
}

export const situations: Record<string, (recent: Recent) => Draft> = {
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
  toCouncil: (recent) => {
    const { random, staff, reference } = recent.setting
    const draft = started(recent, 4, 9)
    request(
      draft,
      reference.council,
      'council',
      random.pick(councilReasons),
      recent.workingDayBack(random.int(0, 2)),
      staff.chair,
    )
    return draft
  },
  fromOrganisation: (recent) => {
    const { random, unit, staff } = recent.setting
    const draft = workOn(
      recent,
      own(recent, () => recent.workingDayBack(random.int(4, 9))),
    )
    request(
      draft,
      unit,
      'branch',
      random.pick(organisationReasons),
      recent.workingDayBack(random.int(0, 2)),
      staff.organisation?.chair ?? draft.registeredBy,
    )
    return draft
  },
  acceptedByCouncil: (recent) => {
    const { setting } = recent
    const { random, staff, councilStaff, reference } = setting
    const draft = started(recent, 9, 60)
    request(
      draft,
      reference.council,
      'council',
      random.pick(councilReasons),
      after(recent, draft.receivedOn, 3),
      staff.chair,
    )
    accept(draft, after(recent, draft.receivedOn, 4), councilStaff.chair)
    const { specialist, chair } = councilStaff
    draft.assignee = specialist
    note(draft, 'assigned', after(recent, draft.receivedOn, 5), chair, {
      assigneeId: specialist.id,
      assigneeName: specialist.fullName,
    })
    if (draft.receivedOn < recent.workingDayBack(14))
      resolve(draft, specialist, {
        outcome: 'explained',
        summary: answerWords(random, 'explained', draft.language),
        on: after(recent, draft.receivedOn, 12),
        noEffectReason: 'advice_only',
      })
    return draft
  },
  raised: (recent) => {
    const { random, unit, staff } = recent.setting
    const draft = workOn(
      recent,
      own(recent, () => recent.workingDayBack(random.int(6, 13))),
    )
    request(
      draft,
      unit,
      'branch',
      random.pick(organisationReasons),
      after(recent, draft.receivedOn, 2),
      staff.organisation?.chair ?? draft.registeredBy,
    )
    accept(draft, after(recent, draft.receivedOn, 3), staff.chair)
    const { specialist } = staff
    draft.assignee = specialist
    note(draft, 'assigned', after(recent, draft.receivedOn, 3), staff.chair, {
      assigneeId: specialist.id,
      assigneeName: specialist.fullName,
    })
    return draft
  },
  rejected: (recent) => {
    const { random, staff, councilStaff, reference } = recent.setting
    const draft = started(recent, 6, 12)
    request(
      draft,
      reference.council,
      'council',
      random.pick(councilReasons),
      after(recent, draft.receivedOn, 2),
      staff.chair,
    )
    draft.transfer = null
    note(
      draft,
      'transfer_rejected',
      after(recent, draft.receivedOn, 3),
      councilStaff.chair,
      {},
      'Вопрос в компетенции филиала, начните с согласительной комиссии',
    )
    return draft
  },
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
  collective: (recent) => {
    const { random } = recent.setting
    const category = random.pick<AppealCategory>(['pay', 'labour_protection'])
    const texts = aTopic(random, category, ({ collective }) => collective === true)
    const draft = inProgress(recent, fresh(recent, { category, texts, channel: 'written' }))
    const speaker = draft.applicant.kind === 'member' ? draft.applicant.person : null
    draft.signatories = random.int(6, 48)
    if (speaker)
      draft.representative = {
        fullName: fullName(speaker.name),
        relation: 'представитель коллектива',
        phone: speaker.phone,
      }
    return draft
  },
  outsider: (recent) => {
    const { setting } = recent
    const category = setting.random.pick<AppealCategory>(['pay', 'legal'])
    const receivedOn = recent.freshDay(category)
    const draft = open(recent, {
      category,
      receivedOn,
      channel: 'in_person',
      applicant: anOutsider(setting, receivedOn),
    })
    if (setting.random.chance(0.3))
      draft.representative = {
        fullName: fullName(setting.random.pick(setting.people).name),
        relation: 'коллега, по доверенности',
        phone: aPhone(setting.random),
      }
    return inProgress(recent, draft)
  },
  anonymous: (recent) => {
    const draft = fresh(recent, {
      category: recent.setting.random.pick(['labour_protection', 'pay']),
      channel: 'hotline',
      applicant: { kind: 'anonymous' },
    })
    return inProgress(recent, draft)
  },
  restricted: (recent) => {
    const { random } = recent.setting
    const texts = aTopic(random, 'legal', ({ topic }) => topic === 11 || topic === 13)
    const draft = inProgress(recent, fresh(recent, { category: 'legal', texts, channel: 'in_person' }))
    draft.restricted = true
    return draft
  },
  urgent: (recent) => {
    const { random, today } = recent.setting
    const draft = open(recent, {
      category: random.pick<AppealCategory>(['legal', 'pay']),
      receivedOn: recent.workingDayBack(random.int(0, 2)),
      channel: 'phone',
    })
    draft.urgent = true
    draft.wantedDueOn = workingDayAfter(recent.setting, today, random.int(1, 4))
    return inProgress(recent, draft, 0)
  },
  forwarded: (recent) => {
    const { setting } = recent
    const { random, reference } = setting
    const draft = open(recent, {
      category: random.pick<AppealCategory>(['pay', 'labour_protection']),
      receivedOn: recent.workingDayBack(random.int(2, 7)),
      channel: 'post',
    })
    const date = addDays(draft.receivedOn, -random.int(2, 5))
    const dueOn = workingDayAfter(setting, draft.receivedOn, Math.max(3, reference.terms[draft.category] - 4))
    draft.forwardedFrom = {
      body: random.pick(['Министерство здравоохранения Республики Казахстан', 'Управление здравоохранения']),
      number: `ЗТ-${random.int(1000, 9800)}`,
      date,
      dueOn,
    }
    return inProgress(recent, draft)
  },
  onWeb: (recent) => open(recent, { category: recent.category(), receivedOn: recent.setting.today, channel: 'web' }),
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
