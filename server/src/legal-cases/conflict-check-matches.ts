import type { ConflictMatch } from '@qorgan/shared/lawyers'
import { fullNameOf } from '../members/service.ts'
import type { Tx } from '../platform/db/index.ts'
import { names, namesEmployer, namesWhole, wordsIn } from './conflict-check-names.ts'
import {
  findEmployersOf,
  findNamesakes,
  findOpponentsOf,
  findOtherCasesOf,
  findPeopleOf,
} from './conflict-check-queries.ts'

/** So many of one kind are kept: more say the same. */
const MOST = 20

interface Proposed {
  legalCase: { id: string; appealId: string; opposingParty: string }
  lawyer: { id: string; fullName: string; employerIds: string[] }
}

const match = (kind: ConflictMatch['kind'], name: string, about: Partial<ConflictMatch> = {}): ConflictMatch => ({
  kind,
  name,
  caseId: null,
  caseNumber: null,
  memberId: null,
  employerId: null,
  ...about,
})

/** Whatever speaks against these counsel in this case, for a person to judge; among all members, employers and cases. */
export async function findMatches(tx: Tx, { legalCase, lawyer }: Proposed): Promise<ConflictMatch[]> {
  const { opposingParty } = legalCase
  const groups = [
    ...(await matchesOfOpponent(tx, legalCase.id, opposingParty)),
    await employersOfCounsel(tx, legalCase, lawyer),
    namesWhole(opposingParty, lawyer.fullName) ? [match('lawyer_is_opponent', lawyer.fullName)] : [],
    await formerOpponents(tx, legalCase.id, lawyer.id),
  ]
  return groups.flatMap((group) => group.slice(0, MOST))
}

async function matchesOfOpponent(tx: Tx, caseId: string, opposingParty: string): Promise<ConflictMatch[][]> {
  const words = wordsIn(opposingParty)
  const surnames = words.filter(({ text }) => text.length > 1).map(({ text }) => text)
  if (surnames.length === 0) return []
  const letters = [...new Set(words.map(({ text }) => text.slice(0, 1)))]
  const people = (await findNamesakes(tx, surnames, letters))
    .filter((person) => names(opposingParty, person))
    .slice(0, MOST)
  const named = new Map(people.map((person) => [person.id, fullNameOf(person)]))
  const cases = await findOtherCasesOf(tx, caseId, [...named.keys()])
  return [
    people.map((person) => match('opponent_is_member', fullNameOf(person), { memberId: person.id })),
    cases.map(({ memberId, caseId: otherId, number }) =>
      match('opponent_is_client', named.get(memberId) ?? '', { memberId, caseId: otherId, caseNumber: number }),
    ),
  ]
}

async function employersOfCounsel(
  tx: Tx,
  legalCase: Proposed['legalCase'],
  { employerIds }: Proposed['lawyer'],
): Promise<ConflictMatch[]> {
  if (employerIds.length === 0) return []
  const employers = await findEmployersOf(tx, legalCase, employerIds)
  return employers
    .filter(
      ({ isOfCase, nameRu, nameKk, nameEn, bin }) =>
        isOfCase || namesEmployer(legalCase.opposingParty, { names: [nameRu, nameKk, nameEn], bin }),
    )
    .map(({ id, nameRu }) => match('lawyer_acts_for_employer', nameRu, { employerId: id }))
}

async function formerOpponents(tx: Tx, caseId: string, lawyerId: string): Promise<ConflictMatch[]> {
  const against = await findOpponentsOf(tx, lawyerId, caseId)
  if (against.length === 0) return []
  const people = await findPeopleOf(tx, caseId)
  return against.flatMap(({ caseId: otherId, number, opposingParty }) =>
    people
      .filter((person) => names(opposingParty ?? '', person))
      .map((person) =>
        match('lawyer_acted_against_member', fullNameOf(person), {
          memberId: person.id,
          caseId: otherId,
          caseNumber: number,
        }),
      ),
  )
}
