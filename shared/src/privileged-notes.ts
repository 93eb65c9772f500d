import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Id, Instant, Text, Version } from './fields.ts'
import { page, pageQuery } from './pagination.ts'

const Person = z.object({ id: Id, fullName: z.string() })
/** Kept apart and encrypted; read by the legal department and the assigned counsel alone, every time on record. */
export const PrivilegedNote = z
  .object({
    id: Id,
    kind: z.enum(['note', 'accusation']),
    text: z.string(),
    writtenBy: Person,
    writtenAt: Instant,
    version: Version,
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'PrivilegedNote' })
export type PrivilegedNote = z.output<typeof PrivilegedNote>

export const listPrivilegedNotes = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/privileged-notes',
  access: 'privilegedNotes:read',
  summary: 'Open the privileged notes and the facts of an accusation; the opening is recorded',
  query: z.strictObject({ ...pageQuery() }),
  response: page(PrivilegedNote),
})
export const addPrivilegedNote = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/privileged-notes',
  access: 'privilegedNotes:write',
  summary: 'Write a privileged note',
  status: 201,
  body: z.strictObject({ id: Id.optional(), kind: z.enum(['note', 'accusation']).default('note'), text: Text(20_000) }),
  response: PrivilegedNote,
})
export const changePrivilegedNote = defineRoute({
  method: 'PATCH',
  path: '/legal-cases/:id/privileged-notes/:itemId',
  access: 'privilegedNotes:write',
  summary: 'Change one’s own privileged note',
  ifMatch: true,
  body: z.strictObject({ text: Text(20_000) }),
  response: PrivilegedNote,
})
export const listPrivilegedOpenings = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/privileged-notes/openings',
  access: 'privilegedNotes:read',
  summary: 'Who opened the privileged notes of a case, and when, newest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(z.object({ id: Id, by: Person, role: z.string(), at: Instant })),
})
