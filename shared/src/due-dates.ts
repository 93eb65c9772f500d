import type { Day } from './dates.ts'
import { type InEachLanguage, dayWords, inEachLanguage, spansYears } from './day-words.ts'
import type { Locale } from './fields.ts'
import {
  type WorkingCalendar,
  type WorkingDaysCount,
  addWorkingDays,
  exceptionsInWords,
  provisionalInWords,
  provisionalYears,
  termInWords,
  workingDaysBetween,
} from './working-days.ts'

type MaybeDay = Day | null | undefined

/** What in an appeal's log decides its due date. `registered.on` is the day of receipt, from which the term runs. */
export type DueEvent =
  | { kind: 'registered'; on: Day; workingDays: number; dueOn?: MaybeDay; forwardedDueOn?: MaybeDay }
  | { kind: 'extended'; on: Day; dueOn: Day }
  | { kind: 'suspended'; on: Day }
  | { kind: 'resumed'; on: Day }
  | { kind: 'reopened'; on: Day; workingDays: number }

export interface DueDate {
  dueOn: Day
  explained: InEachLanguage
  provisional: boolean
}

/** What the date rests on: a counted term, a date that a person or the forwarding body set, or an extension. */
type Ground =
  | { kind: 'counted'; count: WorkingDaysCount; reopened: boolean }
  | { kind: 'set_by_person' | 'set_by_body' | 'extended'; dueOn: Day }

interface Term {
  ground: Ground
  dueOn: Day
  /** Working days by which suspensions moved the date since its ground was laid, and what the move passed over. */
  suspendedFor: number
  skipped: Day[]
  worked: Day[]
  provisionalYears: number[]
  standsSince: Day | null
}

/** The due date of a log in its order; it begins with the registration. */
export function dueDate({ calendar, events }: { calendar: WorkingCalendar; events: readonly DueEvent[] }): DueDate {
  let term: Term | undefined
  for (const event of events) term = after(calendar, term, event)
  if (!term) throw new Error('a due date needs the registration of the appeal')
  return { dueOn: term.dueOn, explained: explain(term), provisional: term.provisionalYears.length > 0 }
}

function after(calendar: WorkingCalendar, term: Term | undefined, event: DueEvent): Term {
  if (event.kind === 'registered') return registeredTerm(calendar, event)
  if (!term) throw new Error(`a log of due dates cannot begin with ${event.kind}`)
  switch (event.kind) {
    case 'reopened':
      return counted(addWorkingDays(calendar, event.on, event.workingDays), true)
    // A decided date stands whatever was counted before; a clock that stands goes on standing.
    case 'extended':
      return { ...fixed('extended', event.dueOn), standsSince: term.standsSince }
    case 'suspended':
      return { ...term, standsSince: term.standsSince ?? event.on }
    case 'resumed':
      return term.standsSince === null ? term : resumedTerm(calendar, term, term.standsSince, event.on)
  }
}

function registeredTerm(calendar: WorkingCalendar, event: Extract<DueEvent, { kind: 'registered' }>): Term {
  const { dueOn: byPerson, forwardedDueOn: byBody } = event
  const rule = addWorkingDays(calendar, event.on, event.workingDays)
  const isEarlier = (day: MaybeDay, than: Day): day is Day => !!day && day < than
  if (isEarlier(byBody, rule.date) && !(byPerson && byPerson <= byBody)) return fixed('set_by_body', byBody)
  return isEarlier(byPerson, rule.date) ? fixed('set_by_person', byPerson) : counted(rule, false)
}

const unmoved = { suspendedFor: 0, skipped: [], worked: [], standsSince: null }
const fixed = (kind: 'set_by_person' | 'set_by_body' | 'extended', dueOn: Day): Term => ({
  ...unmoved,
  ground: { kind, dueOn },
  dueOn,
  provisionalYears: [],
})
const counted = (count: WorkingDaysCount, reopened: boolean): Term => ({
  ...unmoved,
  ground: { kind: 'counted', count, reopened },
  dueOn: count.date,
  skipped: count.skipped,
  worked: count.worked,
  provisionalYears: count.provisionalYears,
})

/** The date moves by exactly the working days for which the clock stood. */
function resumedTerm(calendar: WorkingCalendar, term: Term, stoppedOn: Day, resumedOn: Day): Term {
  const stopped = workingDaysBetween(calendar, stoppedOn, resumedOn)
  if (stopped === 0) return { ...term, standsSince: null }
  const moved = addWorkingDays(calendar, term.dueOn, stopped)
  const inDoubt = new Set([
    ...term.provisionalYears,
    ...provisionalYears(calendar, stoppedOn, resumedOn),
    ...moved.provisionalYears,
  ])
  return {
    ...term,
    dueOn: moved.date,
    suspendedFor: term.suspendedFor + stopped,
    skipped: [...term.skipped, ...moved.skipped],
    worked: [...term.worked, ...moved.worked],
    provisionalYears: [...inDoubt].sort((a, b) => a - b),
    standsSince: null,
  }
}

function explain(term: Term): InEachLanguage {
  const { ground, standsSince } = term
  const ofGround = ground.kind === 'counted' ? ground.count.from : ground.dueOn
  const said = [ofGround, term.dueOn, ...term.skipped, ...term.worked, ...(standsSince ? [standsSince] : [])]
  const withYear = spansYears(said)
  return inEachLanguage((locale) => {
    // Days passed over belong to the count; where there is none, to the days of suspension that moved the date.
    const exceptions = exceptionsInWords(locale, term, withYear)
    const isCounted = ground.kind === 'counted'
    const parts = [groundInWords(locale, ground, withYear) + (isCounted ? exceptions : '')]
    if (term.suspendedFor > 0) parts.push(suspensionInWords(locale, term.suspendedFor) + (isCounted ? '' : exceptions))
    if (standsSince) parts.push(standstillInWords(locale, standsSince, term.suspendedFor > 0, withYear))
    return parts.join('; ') + provisionalInWords(locale, term.provisionalYears)
  })
}

function groundInWords(locale: Locale, ground: Ground, withYear: boolean): string {
  const say = dayWords[locale]
  switch (ground.kind) {
    case 'counted': {
      const term = termInWords(locale, ground.count, withYear)
      return ground.reopened
        ? { ru: `открыто заново: ${term}`, kk: `қайта ашылды: ${term}`, en: `reopened: ${term}` }[locale]
        : term
    }
    case 'set_by_person': {
      const day = say.day(ground.dueOn, withYear)
      return { ru: `срок назначен: ${day}`, kk: `мерзім белгіленді: ${day}`, en: `due date set: ${day}` }[locale]
    }
    case 'set_by_body': {
      const day = say.day(ground.dueOn, withYear)
      return {
        ru: `срок органа, направившего обращение: ${day}`,
        kk: `жолданымды жіберген органның мерзімі: ${day}`,
        en: `due date of the body that forwarded the appeal: ${day}`,
      }[locale]
    }
    case 'extended': {
      // A decision is quoted with its whole date.
      const until = say.until(ground.dueOn, true)
      return { ru: `срок продлён ${until}`, kk: `мерзім ${until} ұзартылды`, en: `extended ${until}` }[locale]
    }
  }
}

function suspensionInWords(locale: Locale, days: number): string {
  const term = dayWords[locale].workingDays(days)
  return {
    ru: `срок приостановлен на ${term}`,
    kk: `мерзім ${days} жұмыс күніне тоқтатыла тұрды`,
    en: `suspended for ${term}`,
  }[locale]
}

function standstillInWords(locale: Locale, since: Day, again: boolean, withYear: boolean): string {
  const say = dayWords[locale]
  return {
    ru: `срок ${again ? 'снова ' : ''}приостановлен ${say.since(since, withYear)}`,
    kk: `мерзім ${say.since(since, withYear)} ${again ? 'қайтадан ' : ''}тоқтатыла тұрды`,
    en: `the clock has been stopped ${again ? 'again ' : ''}since ${say.day(since, withYear)}`,
  }[locale]
}
