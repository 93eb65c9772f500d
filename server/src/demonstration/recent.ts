import { type Day, addDays } from '@qorgan/shared/dates'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { addWorkingDays, isWorkingDay } from '@qorgan/shared/working-days'
import { planAid, payAid } from './aid.ts'
import { answerClaim, assign, consult, winClaim } from './claims.ts'
import { type Draft, note } from './draft.ts'
import { type Recent, open as openRecent } from './recent-opening.ts'
import { situationsOfMoney } from './situations-of-money.ts'
import { situationsOfPeople } from './situations-of-people.ts'
import { situationsOfTime } from './situations-of-time.ts'
import { situationsOfTransfer } from './situations-of-transfer.ts'
import type { Setting } from './setting.ts'
import { issueVouchers, planVouchers } from './vouchers.ts'

export { recentPlan } from './recent-plan.ts'

const situations = { ...situationsOfTime, ...situationsOfTransfer, ...situationsOfPeople, ...situationsOfMoney }

/** The published report ends the day before. */
const SINCE = '2024-07-01'

/** Appeals after the published report, up to today, in every state. */
export function recentDrafts(setting: Setting, plan: readonly string[]): Draft[] {
  const recent = recentOf(setting)
  const drafts: Draft[] = []
  for (const situation of plan) drafts.push(...draftsOf(recent, situation, drafts))
  return [...drafts, ...recent.also]
}

function draftsOf(recent: Recent, situation: string, before: readonly Draft[]): Draft[] {
  const { setting, level } = recent
  const { random } = setting
  const last = recent.yesterday
  switch (situation) {
    case 'consultation':
      return [consult(setting, { category: recent.category(), receivedOn: recent.anyDay(), level, last })]
    case 'answered':
      return [answerClaim(setting, { category: recent.category(), receivedOn: recent.olderDay(), level, last })]
    case 'paid':
      return [paid(recent)]
    case 'unconfirmed':
      return [paid(recent, { isConfirmed: false, receivedOn: recent.workingDayBack(random.int(4, 40)) })]
    case 'voucherList':
    case 'voucherAhead': {
      const list = planVouchers(random, situation === 'voucherList' ? random.int(6, 9) : 1)
      const discount = random.int(40, 110) * 500
      const receivedOn = situation === 'voucherList' ? recent.anyDay() : recent.workingDayBack(random.int(2, 5))
      const drafts = issueVouchers(setting, {
        list,
        discount,
        receivedOn,
        level,
        last,
        isConfirmed: random.chance(0.6),
      })
      return situation === 'voucherList' ? drafts : drafts.map((draft) => notYetIssued(recent, draft))
    }
    case 'voucherReturned': {
      const list = planVouchers(random, 1)
      const drafts = issueVouchers(setting, {
        list,
        discount: random.int(50, 110) * 500,
        receivedOn: recent.olderDay(),
        level,
        last,
        isConfirmed: true,
      })
      return drafts.map((draft) => returned(recent, draft))
    }
    case 'aidList': {
      const list = planAid(random, random.int(6, 9))
      return payAid(setting, {
        list,
        amount: random.int(3, 12) * 5000,
        receivedOn: recent.anyDay(),
        level,
        last,
        isConfirmed: false,
      })
    }
    case 'repeat':
      return [repeated(recent, before)]
    default: {
      const tell = situations[situation]
      if (!tell) throw new RangeError(`no such situation: ${situation}`)
      return [tell(recent)]
    }
  }
}

function paid(recent: Recent, more: { isConfirmed?: boolean; receivedOn?: Day } = {}): Draft {
  const { setting, level, yesterday } = recent
  const { random } = setting
  const given = { receivedOn: recent.olderDay(), isConfirmed: random.chance(0.8), ...more, level, last: yesterday }
  const category = random.weighted<AppealCategory>(
    ['pay', 'legal', 'labour_protection', 'sanatorium', 'material_aid'],
    (it) => ({ pay: 40, legal: 12, labour_protection: 6, sanatorium: 20, material_aid: 22 })[it],
  )
  if (category === 'sanatorium')
    return issueVouchers(setting, { ...given, list: planVouchers(random, 1), discount: random.int(40, 120) * 500 })[0]!
  if (category === 'material_aid')
    return payAid(setting, { ...given, list: planAid(random, 1), amount: random.int(4, 30) * 5000 })[0]!
  const isCollective = category === 'pay' && random.chance(0.15)
  const people = isCollective ? random.int(5, 30) : 1
  return winClaim(setting, { ...given, category, people, amount: people * random.int(180, 1400) * 100 })
}

/** Granted, but not handed out: the discount is agreed until the day of issue. */
function notYetIssued(recent: Recent, draft: Draft): Draft {
  const { setting } = recent
  const [effect] = draft.effects
  if (!draft.voucher || !effect) return draft
  const from = addDays(setting.today, setting.random.int(12, 40))
  const days = Math.round((Date.parse(draft.voucher.to!) - Date.parse(draft.voucher.from!)) / 86_400_000)
  draft.voucher = { ...draft.voucher, number: null, issuedOn: null, from, to: addDays(from, days) }
  draft.status = 'registered'
  draft.resolution = null
  draft.effects = []
  draft.log = draft.log.filter(({ kind }) => kind === 'registered')
  const agreedOn = draft.receivedOn
  draft.effects.push({
    ...effect,
    stage: 'agreed',
    occurredOn: agreedOn,
    enteredOn: agreedOn,
    document: null,
    confirmed: null,
  })
  note(draft, 'effect_entered', agreedOn, effect.enteredBy, {
    effectId: effect.id,
    kind: effect.kind,
    stage: 'agreed',
    amount: effect.amount,
  })
  assign(draft, setting, recent.yesterday)
  return draft
}

/** Brought back: what was saved is voided, nothing takes its place. */
function returned({ setting, yesterday }: Recent, draft: Draft): Draft {
  const [effect] = draft.effects
  if (!draft.voucher || !effect) return draft
  const returnedOn = [addDays(effect.occurredOn, 6), yesterday].toSorted()[0]!
  const returnReason = 'не может поехать по семейным обстоятельствам'
  draft.voucher = { ...draft.voucher, returnedOn, returnReason }
  effect.voided = { by: setting.staff.chair, on: returnedOn, reason: 'Путёвка возвращена' }
  effect.confirmed = null
  draft.log = draft.log.filter(({ kind }) => kind !== 'effect_confirmed')
  note(draft, 'edited', returnedOn, setting.staff.specialist, { fields: ['voucher'] })
  note(
    draft,
    'effect_voided',
    returnedOn,
    setting.staff.chair,
    { effectId: effect.id, amount: effect.amount },
    effect.voided.reason,
  )
  draft.resolution!.noEffectReason = 'other'
  return draft
}

/** The same person on the same matter, some weeks after an answer. */
function repeated(recent: Recent, before: readonly Draft[]): Draft {
  const { setting, level } = recent
  const first = before.find(
    (draft) =>
      draft.status === 'resolved' &&
      draft.applicant.kind === 'member' &&
      !draft.batchId &&
      draft.level === level &&
      !before.some(({ repeatOf }) => repeatOf === draft),
  )
  const source =
    first ??
    answerClaim(setting, { category: 'pay', receivedOn: recent.workingDayBack(60), level, last: recent.yesterday })
  const since = source.resolution!.on
  const days = recent.days.filter((day) => day > since)
  const receivedOn = days.length > 0 ? setting.random.pick(days) : recent.days[0]!
  const person = source.applicant.kind === 'member' ? source.applicant.person : null
  const draft = openRecent(recent, { category: source.category, receivedOn, ...(person ? { person } : {}) })
  draft.subject = source.subject
  draft.topic = source.topic
  draft.language = source.language
  draft.description =
    source.language === 'kk'
      ? 'Алдыңғы жауаптан кейін мәселе шешілген жоқ, қайта қарауды сұраймын.'
      : 'После прошлого ответа вопрос не решён, прошу рассмотреть ещё раз.'
  draft.repeatOf = source
  if (!first) recent.also.push(source)
  return draft
}

function recentOf(setting: Setting): Recent {
  const { random, reference, today } = setting
  const { calendar, terms } = reference
  const days: Day[] = []
  for (let day = addDays(today, -1); day >= SINCE; day = addDays(day, -1))
    if (isWorkingDay(calendar, day)) days.push(day)
  const dueOn = (day: Day, category: AppealCategory) => addWorkingDays(calendar, day, terms[category]).date
  const soon = addWorkingDays(calendar, today, 3).date
  const older = days.filter((day) => day < addDays(today, -35))
  // The quarter that is being closed has something to tell.
  const reported = older.filter((day) => day >= addDays(today, -145))
  const olderDay = () =>
    random.pick(random.chance(0.6) && reported.length > 0 ? reported : older.length > 0 ? older : days)
  const dueWithin = (category: AppealCategory, accept: (due: Day) => boolean) => {
    const found = days.slice(0, 60).filter((day) => accept(dueOn(day, category)))
    return random.pick(found.length > 0 ? found : days.slice(0, 12))
  }
  return {
    setting,
    level: setting.isCouncil ? 'council' : 'branch',
    days,
    yesterday: addDays(today, -1),
    also: [],
    category: () =>
      random.weighted<AppealCategory>(
        ['pay', 'labour_protection', 'legal', 'sanatorium', 'material_aid'],
        (it) => ({ pay: 42, labour_protection: 12, legal: 28, sanatorium: 6, material_aid: 12 })[it],
      ),
    anyDay: () => (random.chance(0.4) ? random.pick(days.slice(1, 45)) : olderDay()),
    olderDay,
    workingDayBack: (n) => days[Math.min(n, days.length - 1)]!,
    freshDay: (category) => dueWithin(category, (due) => due > soon),
    dayDueSoon: (category) => dueWithin(category, (due) => due >= today && due <= soon),
    dayOverdue: (category) => dueWithin(category, (due) => due < today && due >= addDays(today, -25)),
  }
}
