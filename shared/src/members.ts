import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Email, Id, Iin, Phone, Text, Version } from './fields.ts'
import { Warning } from './organisation.ts'
import { ids, list, page, pageQuery, SearchText, units } from './pagination.ts'

export const MemberKind = z.enum(['employed', 'student', 'pensioner']).meta({ id: 'MemberKind' })
export const Sex = z.enum(['male', 'female']).meta({ id: 'Sex' })

export const Member = z
  .object({
    id: Id,
    lastName: z.string(),
    firstName: z.string(),
    patronymic: z.string().nullable(),
    iinMasked: z.string().nullable().meta({ example: '0001****0001' }),
    birthDate: Day.nullable(),
    sex: Sex.nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    kind: MemberKind,
    branchId: Id,
    primaryOrganisationId: Id.nullable(),
    position: z.string().nullable(),
    cardNumber: z.string().nullable(),
    joinedOn: Day.nullable(),
    leftOn: Day.nullable(),
    warnings: z.array(Warning),
    version: Version,
    can: z.object({ edit: z.boolean(), revealIin: z.boolean(), register: z.boolean() }),
  })
  .meta({ id: 'Member' })
export type Member = z.output<typeof Member>

const draft = {
  lastName: Text(100),
  firstName: Text(100),
  patronymic: Text(100).nullish(),
  iin: Iin.nullish(),
  birthDate: Day.nullish(),
  sex: Sex.nullish(),
  phone: Phone.nullish(),
  email: Email.nullish(),
  kind: MemberKind,
  primaryOrganisationId: Id.nullish(),
  position: Text(200).nullish(),
  cardNumber: Text(40).nullish(),
  joinedOn: Day.nullish(),
  leftOn: Day.nullish(),
}
/** `branchId` comes from the post unless the council registers. */
export const MemberDraft = z.strictObject({ id: Id.optional(), branchId: Id.optional(), ...draft })
export const MemberChange = z.strictObject({ branchId: Id, ...draft }).partial()

const filters = { q: SearchText, branchId: units, primaryOrganisationId: ids, kind: list(MemberKind) }
export const listMembers = defineRoute({
  method: 'GET',
  path: '/members',
  access: 'members:read',
  summary: 'Members by name',
  query: z.strictObject({ ...filters, ...pageQuery() }),
  response: page(Member),
})
export const MembersSummary = z.object({
  count: z.int(),
  byKind: z.record(MemberKind, z.int()),
  capped: z.boolean().optional(),
})
export const summariseMembers = defineRoute({
  method: 'GET',
  path: '/members/summary',
  access: 'members:read',
  summary: 'How many members a filter finds',
  query: z.strictObject(filters),
  response: MembersSummary,
})
export const getMember = defineRoute({
  method: 'GET',
  path: '/members/:id',
  access: 'members:read',
  summary: 'One member',
  response: Member,
})
export const createMember = defineRoute({
  method: 'POST',
  path: '/members',
  access: 'members:write',
  summary: 'Enter a member into the register',
  status: 201,
  body: MemberDraft,
  response: Member,
})
export const changeMember = defineRoute({
  method: 'PATCH',
  path: '/members/:id',
  access: 'members:write',
  summary: 'Change a member',
  ifMatch: true,
  body: MemberChange,
  response: Member,
})
export const lookupMember = defineRoute({
  method: 'POST',
  path: '/members/lookup',
  access: 'members:read',
  summary: 'The member with this IIN',
  body: z.strictObject({ iin: Iin }),
  response: page(Member),
})
export const revealIin = defineRoute({
  method: 'POST',
  path: '/members/:id/iin',
  access: 'members:reveal',
  summary: 'The whole IIN; each opening is in the audit trail',
  response: z.object({ iin: z.string().nullable() }),
})

/** Why a candidate was proposed, surest first. */
export const MatchedBy = z.enum(['iin', 'cardNumber', 'fullName', 'name'])
export const matchMembers = defineRoute({
  method: 'POST',
  path: '/members/match',
  access: 'members:read',
  summary: 'Candidates for the rows of a pasted list',
  bodyLimit: 1_048_576,
  body: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          text: z.string().max(300),
          iin: z.string().max(20).nullish(),
          cardNumber: z.string().max(40).nullish(),
        }),
      )
      .min(1)
      .max(500),
  }),
  response: page(z.object({ row: z.int(), candidates: z.array(Member.extend({ matchedBy: MatchedBy })) })),
})
