import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, Text } from './fields.ts'
import { page, pageQuery } from './pagination.ts'

const Person = z.object({ id: Id, fullName: z.string() })

export const AppealEventKind = z
  .enum([
    'registered',
    'assigned',
    'started',
    'extended',
    'suspended',
    'resumed',
    'transfer_requested',
    'transfer_accepted',
    'transfer_rejected',
    'transfer_revoked',
    'resolved',
    'reopened',
    'annulled',
    'edited',
    'noted',
    'effect_entered',
    'effect_changed',
    'effect_confirmed',
    'effect_voided',
    'due_recomputed',
    'case_opened',
    'case_closed',
    'file_added',
    'file_removed',
  ])
  .meta({ id: 'AppealEventKind' })
export type AppealEventKind = z.output<typeof AppealEventKind>

export const TimelineEntry = z
  .object({
    id: Id,
    kind: AppealEventKind,
    at: Instant,
    on: Day,
    actor: Person.nullable(),
    text: z.string().nullable().meta({ description: 'A note, or the reason that was given.' }),
    details: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What the kind needs: dueOn, assignee, fields, outcome, amount, …' }),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.output<typeof TimelineEntry>

export const listTimeline = defineRoute({
  method: 'GET',
  path: '/appeals/:id/timeline',
  access: 'appeals:read',
  summary: 'The appeal’s own log, oldest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(TimelineEntry),
})

export const addNote = defineRoute({
  method: 'POST',
  path: '/appeals/:id/notes',
  access: 'appeals:work',
  summary: 'Write a note',
  status: 201,
  body: z.strictObject({ id: Id.optional(), text: Text(4000) }),
  response: TimelineEntry,
})
