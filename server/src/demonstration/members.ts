import { type Day, addDays, dayNumber, yearOf } from '@qorgan/shared/dates'
import { makeIin } from '@qorgan/shared/identifiers'
import { newId } from '../platform/ids.ts'
import { positions } from './data/names.ts'
import { branchPlaces } from './data/places.ts'
import type { Organisation } from './employers.ts'
import { shareOut } from './money.ts'
import { type PersonName, type Sex, fullName, personName } from './names.ts'
import { type Random, seededRandom } from './random.ts'

/** The union's own figures of 1 July 2024. */
export const employedMembers = 67_087
export const studentMembers = 1944

/** What an appeal needs to know of its applicant. */
export interface Person {
  id: string
  name: PersonName
  sex: Sex
  phone: string
  joinedOn: Day
  organisation: Organisation
  position: (typeof positions)[number] | null
  iinCipher: Buffer
}
export interface EncryptedIin {
  cipher: Buffer
  hash: Buffer
}
export type EncryptIin = (iin: string) => EncryptedIin

export interface HeadCount {
  employed: number
  students: number
}
/** How many members each organisation has, exact over the union. */
export function headCounts(organisations: readonly Organisation[]): HeadCount[] {
  const employed = shareOut(
    employedMembers,
    organisations.map(({ size }) => size),
  )
  const students = shareOut(
    studentMembers,
    organisations.map(({ teachesStudents, size }) => (teachesStudents ? size : 0)),
  )
  return organisations.map((_, i) => ({ employed: employed[i]!, students: students[i]! }))
}

export const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

/** The members of one organisation: their rows, and the same people as applicants. */
export function makeMembers(
  organisation: Organisation,
  count: HeadCount,
  cards: { last: number },
  iins: Set<string>,
  encrypt: EncryptIin,
) {
  const random = seededRandom(`members:${organisation.unit.code}:${organisation.employer.bin}`)
  const rows: object[] = []
  const people: Person[] = []
  const kinds = [
    ['employed', count.employed],
    ['student', count.students],
  ] as const
  for (const [kind, howMany] of kinds)
    for (let i = 0; i < howMany; i++) {
      const person = aPerson(random, organisation, kind === 'student')
      const { birthDate, sex, name, phone, position, joinedOn, id } = person
      const iin = aNewIin(random, birthDate, sex, iins)
      const { cipher, hash } = encrypt(iin)
      cards.last += 1
      rows.push({
        id,
        branchId: organisation.unit.id,
        primaryOrganisationId: organisation.id,
        ...name,
        iinCipher: hex(cipher),
        iinHash: hex(hash),
        birthDate,
        sex,
        phone,
        kind,
        position: position?.ru ?? null,
        cardNumber: `${organisation.unit.regionCode.slice(3)}-${String(cards.last).padStart(5, '0')}`,
        joinedOn,
      })
      people.push({ id, name, sex, phone, joinedOn, organisation, position, iinCipher: cipher })
    }
  return { rows, people }
}

function aPerson(random: Random, organisation: Organisation, isStudent: boolean) {
  const position = isStudent ? null : random.weighted(positions, ({ weight }) => weight)
  // Over 80 % of the sector's workers are women; some posts have none but them.
  const sex: Sex = position && !position.men ? 'female' : random.chance(isStudent ? 0.75 : 0.56) ? 'female' : 'male'
  const birthYear = isStudent
    ? random.int(2002, 2006)
    : Math.round(1961 + (random.next() * 0.6 + random.next() * 0.4) * 41)
  const birthDate = addDays(`${birthYear}-01-01`, random.int(0, 364))
  const kazakh = kazakhNames(branchPlaces[organisation.unit.code]?.kazakh ?? 0.3)
  return {
    id: newId(),
    name: personName(random, sex, birthYear, kazakh),
    sex,
    birthDate,
    phone: aPhone(random),
    position,
    joinedOn: joined(random, birthDate, isStudent),
    organisation,
  }
}

/** Share of Kazakh names where a share of the people writes in Kazakh. */
export const kazakhNames = (writing: number): number => Math.min(0.95, 0.45 + writing * 0.7)

/** All had joined by the day of the count; nine in ten employed before the first appeals of the report. */
function joined(random: Random, birthDate: Day, isStudent: boolean): Day {
  if (isStudent)
    return `${random.int(Math.max(2021, yearOf(birthDate) + 17), 2023)}-${random.pick(['09', '10'])}-${String(random.int(10, 28))}`
  const first = dayNumber(addDays(birthDate, 20 * 365))
  const isRecent = random.chance(0.1)
  const [from, to] = isRecent ? ['2021-01-05', '2024-06-20'] : ['1990-01-05', '2020-12-20']
  const start = Math.max(first, dayNumber(from))
  const end = Math.max(start, dayNumber(to))
  const day = addDays('1970-01-01', random.int(start, end))
  return day > '2024-06-20' ? '2024-06-20' : day
}

const operators = ['700', '701', '702', '705', '707', '708', '747', '771', '775', '776', '777', '778']
export const aPhone = (random: Random): string =>
  `+7${random.pick(operators)}${String(random.int(1_000_000, 9_999_999))}`

function aNewIin(random: Random, birthDate: Day, sex: Sex, taken: Set<string>): string {
  for (;;) {
    const iin = makeIin({ birthDate, sex, serial: random.int(100, 9999) })
    if (iin === null || taken.has(iin)) continue
    taken.add(iin)
    return iin
  }
}

export const applicantName = (person: Person): string => fullName(person.name)
