import type { AppealLevel } from '@qorgan/shared/effects'
import type { Account } from './accounts.ts'
import type { Unit } from './reference.ts'
import type { Day } from '@qorgan/shared/dates'
import { type Draft, note, resolve } from './draft.ts'
import { answerWords } from './texts.ts'
import { type Recent, after, own, started, workOn } from './recent-opening.ts'

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

/** An appeal on its way to another unit, or arrived there. */
export const situationsOfTransfer: Record<string, (recent: Recent) => Draft> = {
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
}
