import { type Day, addDays } from '@qorgan/shared/dates'
import type { LegalStage } from '@qorgan/shared/legal-cases'
import type { Verdict } from '../data/hearing-words.ts'
import type { Ending, Matter } from './matter.ts'
import { type Telling, earlier, later } from './office.ts'

/** A stage of a case on the calendar, before its money is known. */
export interface Part {
  stage: LegalStage
  allottedOn: Day
  /** Contract or addendum. */
  startsOn: Day
  hearings: Day[]
  /** None: it goes on. */
  endsOn: Day | null
  verdict: Verdict | null
  amount: number
}
export interface Outline {
  decidedOn: Day
  parts: Part[]
  /** How much its money weighs beside other cases. */
  weight: number
}

/** What is out of the ordinary in one case. */
export type Turn = 'changes_counsel' | 'pays_back' | 'paid_twice' | 'returns_expertise' | 'waived'

interface Length {
  hearings: [least: number, most: number]
  /** Days to the first hearing, and between two. */
  first: [number, number]
  between: [number, number]
}
const courts: Record<LegalStage, Length> = {
  consultation: { hearings: [0, 0], first: [5, 10], between: [0, 0] },
  pre_trial: { hearings: [1, 2], first: [20, 35], between: [20, 45] },
  first_instance: { hearings: [2, 4], first: [16, 28], between: [10, 26] },
  appeal: { hearings: [1, 2], first: [28, 45], between: [12, 20] },
  cassation: { hearings: [1, 1], first: [55, 95], between: [0, 0] },
  enforcement: { hearings: [0, 0], first: [25, 50], between: [0, 0] },
}
/** How heavy a stage is for counsel. */
const stageWeights: Record<LegalStage, number> = {
  consultation: 0.3,
  pre_trial: 0.9,
  first_instance: 1,
  appeal: 0.55,
  cassation: 0.5,
  enforcement: 0.3,
}
const kindWeights = { criminal: 1.6, administrative: 0.7, civil: 1, other: 1 }

const verdictOf: Record<Ending['outcome'], Verdict> = {
  won: 'for',
  terminated: 'for',
  partly_won: 'partly',
  lost: 'against',
  settled: 'settled',
  withdrawn: 'withdrawn',
  advice_given: 'for',
  declined: 'against',
}

export function outline(telling: Telling, matter: Matter, ending: Ending, openedOn: Day, size: number): Outline {
  const { random } = telling
  const ways = random.pick(ending.ways)
  const decidedOn = later(telling, openedOn, random.int(3, 7))
  const parts: Part[] = []
  let from = decidedOn
  ways.forEach((stage, i) => {
    const allottedOn = i === 0 ? decidedOn : later(telling, from, random.int(2, 5))
    const startsOn = later(telling, allottedOn, random.int(2, 5))
    const { hearings, endsOn } = days(telling, matter, stage, startsOn)
    const verdict =
      i === ways.length - 1 || stage === 'pre_trial' ? verdictOf[ending.outcome] : before(random.next(), ending)
    parts.push({ stage, allottedOn, startsOn, hearings, endsOn, verdict, amount: 0 })
    from = endsOn
  })
  return { decidedOn, parts, weight: kindWeights[matter.kind] * (1 + (size - 1) * 0.12) }
}

/** What a court said before another one had the last word. */
function before(chance: number, { outcome }: Ending): Verdict {
  if (outcome === 'lost') return chance < 0.8 ? 'against' : 'partly'
  if (outcome === 'partly_won') return chance < 0.6 ? 'partly' : 'against'
  return chance < 0.65 ? 'for' : 'against'
}

function days(telling: Telling, matter: Matter, stage: LegalStage, startsOn: Day): { hearings: Day[]; endsOn: Day } {
  const { random } = telling
  const { hearings: many, first, between } = courts[stage]
  // Before a suit the sides write to each other; only an investigation has a court.
  const isWritten = stage === 'pre_trial' && matter.kind !== 'criminal'
  const isShort = stage === 'first_instance' && matter.kind === 'administrative'
  const howMany = isWritten ? 0 : random.int(many[0], many[1]) - (isShort ? 1 : 0)
  let day = later(telling, addDays(startsOn, random.int(first[0], first[1])), 0)
  const hearings: Day[] = []
  for (let i = 0; i < howMany; i++) {
    if (i > 0) day = later(telling, addDays(day, random.int(between[0], between[1])), 0)
    hearings.push(day)
  }
  return { hearings, endsOn: stage === 'pre_trial' ? later(telling, day, random.int(10, 25)) : day }
}

/** The last stage of a case that is not over: paid for lately, heard soon. */
export function goesOn(telling: Telling, it: Outline): Outline {
  const { random, today } = telling
  const last = it.parts.at(-1)!
  const allottedOn = earlier(telling, today, random.int(28, 38))
  const hearings = last.hearings.length > 0 ? [later(telling, today, random.int(3, 14))] : []
  const startsOn = later(telling, allottedOn, 3)
  return {
    ...it,
    parts: [...it.parts.slice(0, -1), { ...last, allottedOn, startsOn, hearings, endsOn: null, verdict: null }],
  }
}

export const weightOf = ({ weight }: Outline, { stage }: Part): number => weight * stageWeights[stage]
