import type { AppealLevel } from '@qorgan/shared/effects'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { Day } from '@qorgan/shared/dates'
import { assign } from './claims.ts'
import { type Draft, note } from './draft.ts'
import { type Opening, type Setting, aTopic, open as openIn, soonAfter } from './setting.ts'
import { aPlace } from './texts.ts'

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
  const texts = opening.texts ?? aTopic(random, opening.category)
  const fillings = aPlace(random, texts)
  const draft = openIn(setting, { level, fillings, ...opening, texts })
  note(draft, 'registered', draft.receivedOn, draft.registeredBy)
  return draft
}

export const after = (recent: Recent, day: Day, workingDays: number) =>
  soonAfter(recent.setting, day, workingDays, recent.yesterday)
export function inProgress(recent: Recent, draft: Draft, workingDays = 1): Draft {
  assign(draft, recent.setting, after(recent, draft.receivedOn, workingDays))
  return draft
}
export const started = (recent: Recent, from: number, to: number, category = recent.category()) =>
  inProgress(recent, open(recent, { category, receivedOn: recent.workingDayBack(recent.setting.random.int(from, to)) }))

export const fresh = (recent: Recent, more: Partial<Opening> & { category?: AppealCategory } = {}) => {
  const category = more.category ?? recent.category()
  return open(recent, { ...more, category, receivedOn: recent.freshDay(category) })
}

/** Appeals of the organisation that has an account. */
export function own(recent: Recent, receivedOn: (category: AppealCategory) => Day): Draft {
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
export const workOn = (recent: Recent, draft: Draft): Draft => {
  draft.assignee = draft.registeredBy
  draft.status = 'in_progress'
  note(draft, 'started', after(recent, draft.receivedOn, 1), draft.registeredBy)
  return draft
}
