import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant } from './fields.ts'
import { page, pageQuery } from './pagination.ts'

export const CaseEventKind = z
  .enum([
    'opened',
    'edited',
    'decided',
    'closed',
    'reopened',
    'merged',
    'member_added',
    'member_changed',
    'conflict_checked',
    'conflict_decided',
    'lawyer_assigned',
    'addendum_signed',
    'assignment_changed',
    'assignment_ended',
    'hearing_set',
    'hearing_changed',
    'deadline_set',
    'deadline_changed',
    'deadline_checked',
    'deadline_done',
    'allotted',
    'allotment_changed',
    'allotment_approved',
    'act_entered',
    'act_changed',
    'act_accepted',
    'paid',
    'payment_changed',
    'payment_voided',
    'payment_refunded',
    'note_written',
    'file_added',
    'file_removed',
  ])
  .meta({ id: 'CaseEventKind' })
export type CaseEventKind = z.output<typeof CaseEventKind>
export const CaseTimelineEntry = z
  .object({
    id: Id,
    kind: CaseEventKind,
    at: Instant,
    on: Day,
    actor: z.object({ id: Id, fullName: z.string() }).nullable(),
    text: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CaseTimelineEntry' })
export type CaseTimelineEntry = z.output<typeof CaseTimelineEntry>
export const listCaseTimeline = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/timeline',
  access: 'legalCases:inspect',
  summary: 'The case’s own log, oldest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(CaseTimelineEntry),
})
