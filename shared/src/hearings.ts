import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, Label, Text, Version } from './fields.ts'
import { LegalStage } from './legal-cases.ts'
import { list, page, pageQuery } from './pagination.ts'

/** An instant with an offset or `Z`; answered in UTC. */
const StartsAt = z.iso
  .datetime({ offset: true })
  .refine((at) => at >= '2000' && at < '2200', { params: { code: 'invalid_format' } })
const draft = {
  startsAt: StartsAt,
  court: Text(300),
  courtCaseNumber: Text(100).nullish(),
  judge: Text(200).nullish(),
  stage: LegalStage,
  result: Text(4000).nullish(),
  nextStep: Text(2000).nullish(),
}
export const Hearing = z
  .object({
    id: Id,
    startsAt: Instant,
    court: z.string(),
    courtCaseNumber: z.string().nullable(),
    judge: z.string().nullable(),
    stage: LegalStage,
    result: z.string().nullable(),
    nextStep: z.string().nullable(),
    needsNextStep: z.boolean().meta({ description: 'Heard, but nobody has said what comes next.' }),
    version: Version,
    createdAt: Instant,
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'Hearing' })
export type Hearing = z.output<typeof Hearing>

export const listHearings = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/hearings',
  access: 'legalCases:inspect',
  summary: 'Hearings of a case, latest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(Hearing),
})
export const addHearing = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/hearings',
  access: 'legalCases:hearings',
  summary: 'Set a hearing, or write down one that was held',
  status: 201,
  body: z.strictObject({ id: Id.optional(), ...draft }),
  response: Hearing,
})
export const changeHearing = defineRoute({
  method: 'PATCH',
  path: '/legal-cases/:id/hearings/:itemId',
  access: 'legalCases:hearings',
  summary: 'Change a hearing, or write down its result',
  ifMatch: true,
  body: z.strictObject(draft).partial(),
  response: Hearing,
})

/** One entry of the calendar of hearings and terms. */
export const CaseCalendarEntry = z
  .object({
    kind: z.enum(['hearing', 'deadline']),
    id: Id,
    caseId: Id,
    caseNumber: z.string(),
    on: Day,
    startsAt: Instant.nullable(),
    stage: LegalStage.nullable(),
    court: z.string().nullable(),
    title: Label.nullable().meta({ description: 'Of a term: its rule’s, or one’s own.' }),
    done: z.boolean(),
    lawyers: z.array(z.string()),
  })
  .meta({ id: 'CaseCalendarEntry' })
export type CaseCalendarEntry = z.output<typeof CaseCalendarEntry>
export const listCaseCalendar = defineRoute({
  method: 'GET',
  path: '/case-calendar',
  access: 'legalCases:inspect',
  summary: 'Hearings and terms of the caller’s cases between two days, at most a hundred days apart',
  query: z.strictObject({ from: Day, to: Day, kind: list(z.enum(['hearing', 'deadline'])) }),
  response: z.object({ items: z.array(CaseCalendarEntry), nextCursor: z.null() }),
})
/** What a phone subscribes to: iCalendar, whole, for whoever has the address. No names of people in it. */
export const openCalendarFeed = defineRoute({
  method: 'GET',
  path: '/calendar.ics',
  access: 'public',
  summary: 'The calendar that a secret address opens, as iCalendar',
  query: z.strictObject({ token: z.string().max(200) }),
  download: true,
  response: z.unknown(),
})
/** The address is shown once: only its hash is kept. */
export const createCalendarLink = defineRoute({
  method: 'POST',
  path: '/auth/calendar-link',
  access: 'legalCases:inspect',
  summary: 'A secret address of the calendar for a phone; the one before stops working',
  status: 201,
  response: z.object({ url: z.string(), createdAt: Instant }),
})
export const getCalendarLink = defineRoute({
  method: 'GET',
  path: '/auth/calendar-link',
  access: 'legalCases:inspect',
  summary: 'Whether there is a calendar link, and since when',
  response: z.object({ createdAt: Instant.nullable(), lastUsedAt: Instant.nullable() }),
})
export const revokeCalendarLink = defineRoute({
  method: 'DELETE',
  path: '/auth/calendar-link',
  access: 'legalCases:inspect',
  summary: 'Make the calendar’s address stop working',
  status: 204,
  response: z.null(),
})
