import { addDays, type Day } from '@qorgan/shared/dates'
import type { Label, Locale } from '@qorgan/shared/fields'
import type { LegalStage } from '@qorgan/shared/legal-cases'
import ical, { type ICalEventData } from 'ical-generator'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import {
  type CalendarDeadline,
  type CalendarHearing,
  findDeadlinesBetween,
  findHearingsBetween,
} from './calendar-queries.ts'

const DAYS_BACK = 92
const DAYS_AHEAD = 731
/** How often a phone is told to ask again. */
const ASK_AGAIN_SECONDS = 3600
/** Nobody says how long a court sits. */
const HEARING_MS = 3_600_000

export interface Feed {
  hearings: CalendarHearing[]
  deadlines: CalendarDeadline[]
}

/** A quarter back, two years ahead; of terms those that still run. */
export async function findFeed(db: Reader, owner: Actor, today: Day): Promise<Feed> {
  const window = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD), today }
  const deadlines = await findDeadlinesBetween(db, owner, window)
  return {
    hearings: await findHearingsBetween(db, owner, window),
    deadlines: deadlines.filter(({ doneOn }) => doneOn === null),
  }
}

/**
 * The calendar as a phone takes it (RFC 5545). It lies on machines that are not the union's: numbers, courts, stages and the titles of rules,
 * no name of anybody, nothing that people wrote in their own words. An entry keeps its UID, and counts its changes.
 */
export function writeFeed({ hearings, deadlines }: Feed, locale: Locale): string {
  const say = words[locale]
  const calendar = ical({
    name: say.name,
    prodId: { company: 'Qorgan', product: 'Case calendar', language: locale.toUpperCase() },
    ttl: ASK_AGAIN_SECONDS,
  })
  for (const hearing of hearings)
    calendar.createEvent({
      ...sameOf('hearing', hearing),
      start: hearing.startsAt,
      end: new Date(hearing.startsAt.getTime() + HEARING_MS),
      summary: `${hearing.caseNumber}: ${say.hearing}, ${say.stages[hearing.stage]}`,
      location: hearing.court,
    })
  for (const deadline of deadlines)
    calendar.createEvent({
      ...sameOf('deadline', deadline),
      start: deadline.dueOn,
      allDay: true,
      summary: `${deadline.caseNumber}: ${deadline.ruleTitle ? `${say.term}, ${titleIn(deadline.ruleTitle, locale)}` : say.term}`,
    })
  return calendar.toString()
}

const sameOf = (kind: string, row: { id: string; version: number; createdAt: Date }) =>
  ({ id: `${kind}-${row.id}@qorgan`, sequence: row.version - 1, stamp: row.createdAt }) satisfies Partial<ICalEventData>

const titleIn = (title: Label, locale: Locale) => title[locale] ?? title.ru

interface Words {
  name: string
  hearing: string
  term: string
  stages: Record<LegalStage, string>
}
const words: Record<Locale, Words> = {
  ru: {
    name: 'Қорған: заседания и сроки',
    hearing: 'заседание',
    term: 'срок',
    stages: {
      consultation: 'консультация',
      pre_trial: 'досудебная стадия',
      first_instance: 'первая инстанция',
      appeal: 'апелляция',
      cassation: 'кассация',
      enforcement: 'исполнение',
    },
  },
  kk: {
    name: 'Қорған: отырыстар мен мерзімдер',
    hearing: 'сот отырысы',
    term: 'мерзім',
    stages: {
      consultation: 'консультация',
      pre_trial: 'сотқа дейінгі саты',
      first_instance: 'бірінші саты',
      appeal: 'апелляция',
      cassation: 'кассация',
      enforcement: 'орындау',
    },
  },
  en: {
    name: 'Qorgan: hearings and terms',
    hearing: 'hearing',
    term: 'term',
    stages: {
      consultation: 'consultation',
      pre_trial: 'pre-trial',
      first_instance: 'first instance',
      appeal: 'appeal',
      cassation: 'cassation',
      enforcement: 'enforcement',
    },
  },
}
