import type { Day } from '@qorgan/shared/dates'
import { makeAccounts, postRows, userRows } from './accounts.ts'
import { type UnitCell, cellsOfUnits } from './cells.ts'
import { makeEmployers } from './employers.ts'
import { type EncryptIin, type Person, headCounts, makeMembers } from './members.ts'
import { type CasesOfUnit, casesOf, makeDocket } from './medadvokat/docket.ts'
import { makeOffice } from './medadvokat/office.ts'
import { makePanel } from './medadvokat/panel.ts'
import { caseParts, caseTables } from './medadvokat/parts.ts'
import type { EncryptNote } from './medadvokat/rows.ts'
import { publishedDrafts } from './published.ts'
import { seededRandom } from './random.ts'
import { recentPlan, recentDrafts } from './recent.ts'
import type { Reference, Unit } from './reference.ts'
import { type NumberedDraft, appealRows, dueDates, numberRows, numbered } from './rows.ts'
import type { Setting } from './setting.ts'

export const demonstrationTables = [
  'employers',
  'primaryOrganisations',
  'users',
  'posts',
  'members',
  'appealNumbers',
  'appeals',
  'effects',
  'appealEvents',
  ...caseTables,
] as const
export type DemonstrationTable = (typeof demonstrationTables)[number]
/** Rows of one table in the order in which they may be inserted. `unit` is whose they are. */
export interface Part {
  table: DemonstrationTable
  unit: Unit
  rows: object[]
}
export interface GenerateOptions {
  today: Day
  passwordHash: string
  encryptIin: EncryptIin
  /** Without it no privileged notes are made. */
  encryptNote?: EncryptNote
}

/** Appeals at a time: what is held in memory beside the stories themselves. */
const CHUNK = 500
/** People of each branch who also write to the council. */
const KNOWN_TO_COUNCIL = 60

/** The whole demonstration data, unit after unit, so that never more than one unit's is in memory. */
export function* demonstrationParts(reference: Reference, options: GenerateOptions): Generator<Part> {
  const { council, branches } = reference
  const { employers, organisations } = makeEmployers(branches)
  const name = ({ ru, kk, en }: { ru: string; kk: string; en: string }) => ({ nameRu: ru, nameKk: kk, nameEn: en })
  yield {
    table: 'employers',
    unit: council,
    rows: employers.map((it) => ({ id: it.id, ...name(it.name), bin: it.bin, regionCode: it.regionCode })),
  }
  yield {
    table: 'primaryOrganisations',
    unit: council,
    rows: organisations.map((it) => ({
      id: it.id,
      branchId: it.unit.id,
      ...name(it.name),
      employerId: it.employer.id,
      regionCode: it.employer.regionCode,
      activeFrom: it.activeFrom,
    })),
  }
  const { accounts, posts, staff } = makeAccounts(reference, organisations)
  yield { table: 'users', unit: council, rows: userRows(accounts, options.passwordHash) }
  yield { table: 'posts', unit: council, rows: postRows(posts) }

  const counts = new Map(headCounts(organisations).map((count, i) => [organisations[i]!, count]))
  const cells = cellsOfUnits(reference)
  const recent = recentPlan(reference)
  const office = makeOffice(accounts, staff, makePanel(accounts, organisations, options.today))
  const docket = makeDocket(reference, office, cells, options.today)
  const iins = new Set<string>()
  const knownToCouncil: Person[] = []
  const withOrganisation = new Set(organisations.map(({ employer }) => employer))
  const due = dueDates(reference)
  const topicIds = new Map(reference.topics.map(({ id, category, position }) => [`${category}:${position}`, id]))

  for (const unit of [...branches, council]) {
    const random = seededRandom(`appeals:${unit.code}`)
    const own = organisations.filter((it) => it.unit === unit)
    const peopleOf = new Map<(typeof own)[number], Person[]>()
    const cards = { last: 0 }
    for (const organisation of own) {
      const { rows, people } = makeMembers(organisation, counts.get(organisation)!, cards, iins, options.encryptIin)
      yield { table: 'members', unit, rows }
      peopleOf.set(organisation, people)
    }
    const people = unit === council ? knownToCouncil : [...peopleOf.values()].flat()
    if (unit !== council) knownToCouncil.push(...random.shuffled(people).slice(0, KNOWN_TO_COUNCIL))
    const setting: Setting = {
      unit,
      isCouncil: unit === council,
      staff: staff.get(unit.code)!,
      councilStaff: staff.get(council.code)!,
      reference,
      random,
      people,
      peopleOf: unit === council ? byOrganisation(knownToCouncil) : peopleOf,
      organisations: unit === council ? [...byOrganisation(knownToCouncil).keys()] : own,
      otherEmployers: employers.filter(
        (it) => !withOrganisation.has(it) && (unit === council || it.regionCode === unit.regionCode),
      ),
      today: options.today,
    }
    for (const drafts of draftsByYear(setting, cells.get(unit)!, recent.get(unit) ?? [], casesOf(docket, unit))) {
      yield { table: 'appealNumbers', unit, rows: numberRows(drafts) }
      for (let start = 0; start < drafts.length; start += CHUNK) {
        const rows = appealRows(drafts.slice(start, start + CHUNK), {
          reference,
          random,
          today: options.today,
          topicIds,
          due,
        })
        yield { table: 'appeals', unit, rows: rows.appeals }
        yield { table: 'effects', unit, rows: rows.effects }
        yield { table: 'appealEvents', unit, rows: rows.events }
      }
    }
  }
  // The legal department is the council's.
  for (const part of caseParts(docket, office.counsels, options.today, options.encryptNote))
    yield { ...part, unit: council }
}

/** Numbers begin anew each year, so a year can be told, written and forgotten; the last half-year goes on into the recent ones. */
function* draftsByYear(
  setting: Setting,
  cells: readonly UnitCell[],
  recent: readonly string[],
  cases: CasesOfUnit,
): Generator<NumberedDraft[]> {
  const periods = [...new Set(cells.map(({ period }) => period.key))]
  for (const key of periods) {
    const published = cells
      .filter(({ period }) => period.key === key)
      .flatMap((cell) => publishedDrafts(setting, cell, cases))
    const after = () => [...recentDrafts(setting, recent), ...cases.since(setting)]
    yield numbered(key === periods.at(-1) ? [...published, ...after()] : published)
  }
}

function byOrganisation(people: readonly Person[]): Map<Person['organisation'], Person[]> {
  const result = new Map<Person['organisation'], Person[]>()
  for (const person of people) result.set(person.organisation, [...(result.get(person.organisation) ?? []), person])
  return result
}
