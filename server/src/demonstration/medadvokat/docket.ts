import { type Day, addDays, dayNumber, yearOf } from '@qorgan/shared/dates'
import { newId } from '../../platform/ids.ts'
import type { UnitCell } from '../cells.ts'
import type { Draft } from '../draft.ts'
import { branchPlaces } from '../data/places.ts'
import { splitMoney } from '../money.ts'
import { type Random, seededRandom } from '../random.ts'
import type { Reference, Unit } from '../reference.ts'
import type { Setting } from '../setting.ts'
import { type Won, appealOf } from './appeals.ts'
import { type CaseDraft, openCase } from './case-draft.ts'
import { liveCases } from './live.ts'
import type { Ending, Matter } from './matter.ts'
import { type Office, type Telling, inSteps, later, specialistOf } from './office.ts'
import { type Outline, type Turn, goesOn, outline, weightOf } from './outline.ts'
import { type Planned, aMatter, publishedPlan } from './plan.ts'
import { tell } from './told.ts'

/** What was allotted from November 2021 to September 2024, as published. */
export const PUBLISHED_TENGE = 22_390_000
export const PUBLISHED_TO = '2024-09-30'
const STEP = 10_000
/** No stage is paid less. */
const LEAST = 50_000
/** Between the published cases and those on the desk now. */
const SINCE = '2024-10-07'
const OLDER = 12
/** What was obtained earlier stands in the published report. */
const FREE_SINCE = '2024-07-01'

export interface Docket {
  cases: CaseDraft[]
  /** People who have a case. */
  taken: Set<string>
}

/** The appeals of one unit's cases, for its years as they are told. */
export interface CasesOfUnit {
  /** What was published of legal appeals in a period: `isWon` says whether their money is to be a part of what was won in it. */
  published: (
    period: string,
  ) => { isWon: boolean; isTold: () => boolean; appeal: (setting: Setting, won?: Won) => Draft }[]
  since: (setting: Setting) => Draft[]
}
export function casesOf({ cases, taken }: Docket, unit: Unit): CasesOfUnit {
  const own = cases.filter((draft) => draft.unit === unit)
  return {
    published: (period) =>
      own
        .filter((draft) => draft.period === period)
        .map((draft) => {
          const isWon = draft.brings !== null && draft.brings.on < FREE_SINCE
          const appeal = (setting: Setting, won?: Won) => {
            if (isWon && !won) draft.brings = null
            return appealOf(setting, draft, taken, won)
          }
          return { isWon, isTold: () => draft.appeal !== null, appeal }
        }),
    since: (setting) => own.filter(({ period }) => period === null).map((draft) => appealOf(setting, draft, taken)),
  }
}

interface Sketch {
  draft: CaseDraft
  telling: Telling
  outline: Outline
  turn: Turn | null
}

/** Every case of MedAdvokat, told and numbered. Appeals and people are added to them unit by unit. */
export function makeDocket(
  reference: Reference,
  office: Office,
  cells: ReadonlyMap<Unit, readonly UnitCell[]>,
  today: Day,
): Docket {
  const sketches = new Map<Planned, Sketch>()
  for (const planned of publishedPlan(reference, cells))
    sketches.set(planned, sketch({ office, reference, today }, planned, sketches.get(planned.repeats!)?.draft ?? null))
  const published = [...sketches.values()]
  fund(published)
  const older = olderPlan(reference, today).map((planned) => sketch({ office, reference, today }, planned, null))
  for (const { outline: its, telling } of older)
    for (const part of its.parts) part.amount = inSteps(weightOf(its, part) * telling.random.int(180, 340) * 1000, STEP)
  for (const it of [...published, ...older]) tell(it.telling, it.draft, it.outline, it.turn)
  for (const { draft } of published) if (draft.brings && isElsewhere(draft)) draft.brings = null
  const live = liveCases({ office, reference, today })
  return { cases: numbered([...published, ...older].map(({ draft }) => draft).concat(live)), taken: new Set() }
}

function sketch(given: Omit<Telling, 'random'>, planned: Planned, repeatOf: CaseDraft | null): Sketch {
  const { unit, matter, size, receivedOn, period, turn, isOpen } = planned
  const random = seededRandom(`medadvokat:${unit.code}:${receivedOn}:${matter.key}`)
  const telling: Telling = { ...given, random }
  const openedOn = later(telling, receivedOn, random.int(1, 3))
  const openedBy = random.chance(0.6) ? specialistOf(given.office, unit) : given.office.officer
  const draft = openCase({ unit, matter, size, receivedOn, period, openedOn, openedBy, repeatOf })
  draft.conciliation = conciliationBefore(random, matter, receivedOn)
  const ending = anEnding(random, matter, turn)
  const whole = outline(telling, matter, isOpen ? unfinished(matter) : ending, openedOn, size)
  draft.ending = isOpen ? null : ending
  return { draft, telling, outline: isOpen ? goesOn(telling, whole) : whole, turn }
}

/** Counsel who leaves needs a court day to leave before. */
const anEnding = (random: Random, { endings }: Matter, turn: Turn | null): Ending =>
  random.weighted(
    turn === 'changes_counsel' || turn === 'pays_back'
      ? endings.filter(({ ways }) => ways.some((it) => it.length > 1))
      : endings,
    ({ weight }) => weight,
  )
const unfinished = ({ kind }: Matter): Ending => ({
  outcome: 'partly_won',
  weight: 1,
  said: '',
  ways: [
    kind === 'criminal' ? ['first_instance', 'appeal', 'cassation'] : ['first_instance', 'appeal', 'enforcement'],
    ['first_instance', 'appeal', 'cassation'],
  ],
})

/** The commission was asked before the union was, and could not settle it. */
function conciliationBefore(random: Random, { dispute }: Matter, receivedOn: Day): CaseDraft['conciliation'] {
  if (!dispute) return null
  const decidedOn = addDays(receivedOn, -random.int(4, 14))
  const appliedOn = addDays(decidedOn, -random.int(12, 19))
  return { dispute, commission: 'exists', knownOn: addDays(appliedOn, -random.int(3, 9)), appliedOn, decidedOn }
}

/** The published sum over the stages that were allotted for within the published months, to the tenge. */
function fund(sketches: readonly Sketch[]): void {
  const random = seededRandom('medadvokat:money')
  const all = sketches.flatMap(({ outline: its, telling }) =>
    its.parts.map((part) => ({ part, weight: weightOf(its, part) * (0.75 + telling.random.next() * 0.6) })),
  )
  const within = all.filter(({ part }) => part.allottedOn <= PUBLISHED_TO)
  const sums = splitMoney(
    random,
    PUBLISHED_TENGE - within.length * LEAST,
    within.map(({ weight }) => ({ people: 1, weight })),
    STEP,
  )
  within.forEach(({ part }, i) => {
    part.amount = sums[i]! + LEAST
  })
  for (const { part, weight } of all)
    if (part.allottedOn > PUBLISHED_TO) part.amount = LEAST + inSteps(weight * 200_000, STEP)
}

/** Money of a published month is a part of the cell of its appeal, or it is not told of. */
const isElsewhere = ({ brings, period }: CaseDraft): boolean =>
  brings !== null && brings.on < FREE_SINCE && (period === null || period.slice(0, 4) !== brings.on.slice(0, 4))

/** Cases since the report, over by now. */
function olderPlan(reference: Reference, today: Day): Planned[] {
  const random = seededRandom('medadvokat:older')
  const first = dayNumber(SINCE)
  const last = dayNumber(addDays(today, -350))
  return Array.from({ length: OLDER }, (_, i) => {
    const day = addDays('1970-01-01', Math.round(first + ((last - first) * (i + random.next())) / OLDER))
    const kind = random.weighted(
      ['civil', 'administrative', 'criminal'] as const,
      (it) => ({ civil: 60, administrative: 22, criminal: 18 })[it],
    )
    const size = random.chance(0.15) ? 2 : 1
    const unit = random.weighted(reference.branches, ({ code }) => branchPlaces[code]?.appeals ?? 3)
    return {
      unit,
      matter: aMatter(random, kind, size),
      size,
      receivedOn: later({ reference }, day, 0),
      period: null,
      turn: null,
      isOpen: false,
      repeats: null,
    }
  })
}

/** `MA-2024-00007`: gapless in each year, in the order of opening. */
function numbered(cases: readonly CaseDraft[]): CaseDraft[] {
  const last = new Map<number, number>()
  return cases
    .toSorted((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0))
    .map((draft) => {
      const year = yearOf(draft.openedOn)
      const seq = (last.get(year) ?? 0) + 1
      last.set(year, seq)
      return Object.assign(draft, { id: newId(), year, seq, number: `MA-${year}-${String(seq).padStart(5, '0')}` })
    })
}
