import type { AppealCategory } from '@qorgan/shared/organisation'
import { addDays } from '@qorgan/shared/dates'
import type { Draft } from './draft.ts'
import { aPhone } from './members.ts'
import { fullName } from './names.ts'
import { aTopic, anOutsider, workingDayAfter } from './setting.ts'
import { type Recent, fresh, inProgress, open } from './recent-opening.ts'

/** Who turns to the union, and how. */
export const situationsOfPeople: Record<string, (recent: Recent) => Draft> = {
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
}
