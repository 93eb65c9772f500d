import { type Day, addDays } from '@qorgan/shared/dates'
import type { AppealCategory } from '@qorgan/shared/organisation'
import type { AppealLevel, Channel } from '@qorgan/shared/effects'
import { addWorkingDays } from '@qorgan/shared/working-days'
import type { Account, Staff } from './accounts.ts'
import { branchPlaces } from './data/places.ts'
import { type Applicant, type Draft, newDraft } from './draft.ts'
import type { Employer, Organisation } from './employers.ts'
import { type Person, aPhone, kazakhNames } from './members.ts'
import { fullName, hasKazakhName, personName } from './names.ts'
import type { Random } from './random.ts'
import type { Reference, Unit } from './reference.ts'
import { type Fillings, type Language, type TopicTexts, topicTexts, wordsOf } from './texts.ts'

/** One unit at work: its people, its staff, and a chance of its own. */
export interface Setting {
  unit: Unit
  isCouncil: boolean
  staff: Staff
  councilStaff: Staff
  reference: Reference
  random: Random
  people: readonly Person[]
  peopleOf: ReadonlyMap<Organisation, readonly Person[]>
  organisations: readonly Organisation[]
  /** Without a primary organisation. */
  otherEmployers: readonly Employer[]
  today: Day
}

export const workingDayAfter = (setting: Setting, day: Day, workingDays: number): Day =>
  addWorkingDays(setting.reference.calendar, day, workingDays).date

/** A working day some days on, but not beyond the last one that it may be. */
export function soonAfter(setting: Setting, day: Day, workingDays: number, last: Day): Day {
  const after = workingDayAfter(setting, day, workingDays)
  return after <= last ? after : workingDaysUpTo(setting, day, last)
}
function workingDaysUpTo(setting: Setting, day: Day, last: Day): Day {
  let result = day
  for (let next = addDays(day, 1); next <= last; next = addDays(next, 1))
    if (workingDayAfter(setting, next, 0) === next) result = next
  return result
}

export const anOrganisation = ({ random, organisations }: Setting): Organisation =>
  random.weighted(organisations, ({ size }) => size)

/** Somebody who had joined by then. */
export function aMember(
  { random, people, peopleOf }: Setting,
  on: Day,
  organisation: Organisation | null,
  accept: (person: Person) => boolean = () => true,
): Person {
  const among = (organisation && peopleOf.get(organisation)) || people
  let fallback: Person | null = null
  for (let attempt = 0; attempt < 200; attempt++) {
    const person = random.pick(among)
    if (person.joinedOn > on) continue
    fallback = person
    if (accept(person)) return person
  }
  return fallback ?? random.pick(among)
}

/** Few write Kazakh who don't bear Kazakh names; of those who do, as many as the region's language suggests. */
export function languageOf({ unit, random }: Setting, person: Person | null): Language {
  const kazakh = branchPlaces[(person?.organisation.unit ?? unit).code]?.kazakh ?? 0.3
  const isKazakh = person ? hasKazakhName(person.name) : true
  return random.chance(isKazakh ? Math.min(0.95, (0.9 * kazakh) / kazakhNames(kazakh)) : 0.02) ? 'kk' : 'ru'
}

const channelWeights: Record<Channel, number> = {
  written: 36,
  in_person: 22,
  phone: 14,
  hotline: 5,
  whatsapp: 10,
  email: 6,
  web: 2,
  post: 5,
}
const oral: Channel[] = ['phone', 'in_person', 'hotline', 'whatsapp']
const channels = Object.keys(channelWeights) as Channel[]
export const aChannel = ({ random }: Setting): Channel =>
  random.weighted(channels, (channel) => channelWeights[channel])
export const anOralChannel = ({ random }: Setting): Channel => random.pick(oral)
export const isPaper = (channel: Channel) => ['written', 'email', 'post', 'web'].includes(channel)

export const aTopic = (
  random: Random,
  category: AppealCategory,
  accept: (texts: TopicTexts) => boolean = () => true,
): TopicTexts => random.weighted(topicTexts[category].filter(accept), ({ weight }) => weight)

/** Who writes an appeal down: the organisation's chair where there is an account, else the unit. */
export function registrar({ staff }: Setting, level: AppealLevel, organisation: Organisation | null): Account {
  const own = staff.organisation
  return level === 'primary_organisation' && own && own.of === organisation ? own.chair : staff.specialist
}
/** Nobody confirms what they entered. */
export const confirmer = ({ staff, random }: Setting, enteredBy: Account): Account => {
  if (enteredBy.id !== staff.specialist.id) return staff.specialist
  return random.chance(0.8) ? staff.chair : staff.accountant
}

export function anOutsider(setting: Setting, on: Day): Extract<Applicant, { kind: 'outsider' }> {
  const { random } = setting
  const name = personName(random, random.chance(0.8) ? 'female' : 'male', random.int(1965, 1999))
  const isNonMember = random.chance(0.7)
  return {
    kind: 'outsider',
    name: fullName(name),
    phone: aPhone(random),
    membership: isNonMember ? 'non_member' : 'claimed',
    // Law on trade unions, art. 17(8): a non-member is represented on a written application.
    writtenApplicationOn: isNonMember ? on : null,
  }
}

export interface Opening {
  category: AppealCategory
  texts: TopicTexts
  receivedOn: Day
  level: AppealLevel
  channel?: Channel
  organisation?: Organisation
  person?: Person
  applicant?: Applicant
  language?: Language
  /** Lists carry no text of their own. */
  withDescription?: boolean
  fillings?: (language: Language) => Partial<Fillings>
}

/** An appeal as it is taken down on the day of receipt. */
export function open(setting: Setting, opening: Opening): Draft {
  const { random } = setting
  const { category, texts, receivedOn, level } = opening
  const isOutside = opening.applicant !== undefined && opening.applicant.kind === 'outsider'
  const person = isOutside
    ? null
    : (opening.person ?? aMember(setting, receivedOn, opening.organisation ?? anOrganisation(setting)))
  const language = opening.language ?? languageOf(setting, person)
  const organisation = person?.organisation ?? null
  const employer = organisation?.employer ?? random.pick(setting.otherEmployers)
  const fillings: Fillings = { employer: employer.short[language], ...opening.fillings?.(language) }
  const applicant: Applicant = opening.applicant ?? { kind: 'member', person: person! }
  const { subject, description } = wordsOf(random, texts, language, receivedOn, person, fillings)
  const channel = opening.channel ?? aChannel(setting)
  const draft = newDraft({
    unit: setting.unit,
    level,
    receivedOn,
    channel,
    category,
    topic: texts.topic,
    language,
    subject,
    description: (opening.withDescription ?? true) ? description : null,
    organisation,
    employer,
    applicant,
    registeredBy: registrar(setting, level, organisation),
  })
  if (isPaper(channel) && random.chance(0.12))
    draft.letter = {
      number: `${random.int(1, 19)}-${random.int(10, 940)}`,
      date: addDays(receivedOn, -random.int(0, 4)),
    }
  return draft
}
