import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant } from './fields.ts'
import { list, page, pageQuery } from './pagination.ts'

/** Who, what, when, which fields; never contents, so that anonymising breaks nothing. */
export const AuditEvent = z
  .object({
    id: Id,
    unit: z.string().meta({ description: 'The unit whose chain holds it: a branch’s id, or `council`.' }),
    seq: z.int(),
    at: Instant,
    actor: z.object({ id: Id, fullName: z.string() }).nullable(),
    role: z.string().nullable(),
    action: z.string(),
    entity: z.string(),
    entityId: z.string().nullable(),
    fields: z.array(z.string()),
    count: z.int().nullable(),
    requestId: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.output<typeof AuditEvent>

export const listAudit = defineRoute({
  method: 'GET',
  path: '/audit',
  access: 'audit:read',
  summary: 'The trail, newest first',
  query: z.strictObject({
    entity: list(z.string().max(60)),
    entityId: list(z.string().max(60)),
    actorId: list(Id),
    action: list(z.string().max(60)),
    from: Day.optional(),
    to: Day.optional(),
    ...pageQuery(),
  }),
  response: page(AuditEvent),
})
export const verifyAudit = defineRoute({
  method: 'GET',
  path: '/audit/verify',
  access: 'audit:read',
  summary: 'Recomputes every chain and names the first event that does not fit',
  response: z.object({
    ok: z.boolean(),
    events: z.int(),
    firstBroken: z.object({ unit: z.string(), seq: z.int(), id: Id.nullable() }).nullable(),
  }),
})
