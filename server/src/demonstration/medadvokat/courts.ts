import type { Day } from '@qorgan/shared/dates'
import type { LegalStage } from '@qorgan/shared/legal-cases'
import { courtsOfBranches } from '../data/courts.ts'
import { type Said, type Verdict, hearingWords, wordsAbove } from '../data/hearing-words.ts'
import { branchPlaces } from '../data/places.ts'
import { personName, shortName } from '../names.ts'
import type { Random } from '../random.ts'
import type { Unit } from '../reference.ts'
import type { Matter } from './matter.ts'

export interface Sitting {
  court: string
  courtCaseNumber: string
  judge: string
}

/** Since then cassation is the business of three courts of their own. */
const CASSATION_COURTS_SINCE = '2025-07-01'
/** The country's clocks were an hour further on until then. */
const ONE_TIME_ZONE_SINCE = '2024-03-01'

const subjects = {
  criminal: 'уголовным',
  administrative: 'административным',
  civil: 'гражданским',
  other: 'гражданским',
}

/** The court of a stage with the number of the case there, and its judge. */
export function sitting(random: Random, unit: Unit, matter: Matter, stage: LegalStage, on: Day): Sitting {
  const [kind, suffix] = registerOf(matter)
  const number = random.int(40, 4800)
  const [above, letter] = stage === 'appeal' ? [99, 'а'] : [random.int(10, 39), '']
  const code = stage === 'cassation' ? '6001' : `${unit.regionCode.slice(3)}${above}`
  return {
    court: courtOf(random, unit, matter, stage, on),
    courtCaseNumber: `${code}-${on.slice(2, 4)}-00-${kind}${stage === 'cassation' ? suffix : letter}/${number}`,
    judge: shortName(personName(random, random.chance(0.5) ? 'female' : 'male', 1975)),
  }
}

/** The number of the court's register, and what cassation calls it. */
function registerOf({ kind, article }: Matter): [string, string] {
  if (kind === 'criminal') return ['1', 'уп']
  if (kind === 'administrative') return article ? ['3', 'ап'] : ['4', 'ап']
  return ['2', 'гп']
}

function courtOf(random: Random, unit: Unit, { kind, article }: Matter, stage: LegalStage, on: Day): string {
  const its = courtsOfBranches[unit.code]!
  const place = branchPlaces[unit.code]!
  const centre = place.centre.split('/')[0]!
  const area = place.area.split('/')[0]!
  if (stage === 'cassation')
    return on < CASSATION_COURTS_SINCE
      ? `Верховный Суд, судебная коллегия по ${subjects[kind]} делам`
      : `Кассационный суд по ${subjects[kind]} делам`
  if (stage === 'appeal') return `${its.above}, судебная коллегия по ${subjects[kind]} делам`
  if (stage === 'pre_trial') return `Специализированный следственный суд г. ${centre}`
  if (kind === 'criminal') return its.criminal ?? random.pick(its.first)
  if (kind !== 'administrative') return random.pick(its.first)
  return article
    ? `Специализированный суд по административным правонарушениям г. ${centre}`
    : `Специализированный межрайонный административный суд ${area}`
}

/** A quarter, a half or a whole hour of the court's day, as an instant. */
export function hour(random: Random, day: Day): string {
  const time = `${String(random.int(10, 16)).padStart(2, '0')}:${random.pick(['00', '15', '30'])}`
  return new Date(`${day}T${time}:00${day < ONE_TIME_ZONE_SINCE ? '+06:00' : '+05:00'}`).toISOString()
}

const tableOf = ({ kind, side, article }: Matter) => {
  if (kind === 'criminal') return side === 'claims' ? hearingWords.victim : hearingWords.trial
  if (side === 'answers') return hearingWords.answers
  return article ? hearingWords.offence : hearingWords.claims
}

/** What a court may say before the last day of a stage. */
export function heardIn(matter: Matter, stage: LegalStage): { first: Said[]; middle: Said[] } {
  const above = wordsAbove[stage]
  return above ? { first: above.middle, middle: above.middle } : tableOf(matter)
}
export const verdictWords = (matter: Matter, stage: LegalStage, verdict: Verdict): string =>
  (wordsAbove[stage] ?? tableOf(matter)).verdicts[verdict]
