import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Id, Version } from './fields.ts'
import { page, pageQuery } from './pagination.ts'

export const CaseRole = z
  .enum(['suspect', 'accused', 'witness', 'victim', 'plaintiff', 'defendant', 'third_party'])
  .meta({ id: 'CaseRole' })
export type CaseRole = z.output<typeof CaseRole>
export const CaseMemberDraft = z.strictObject({ memberId: Id, role: CaseRole })

/** One of the people of a case. Outside the readers of a restricted case a pseudonym stands for the name, and nothing else. */
export const CaseMember = z
  .object({
    id: Id,
    memberId: Id.nullable(),
    fullName: z.string(),
    phone: z.string().nullable(),
    role: CaseRole.nullable(),
    version: Version,
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'CaseMember' })
export type CaseMember = z.output<typeof CaseMember>

export const listCaseMembers = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/members',
  access: 'legalCases:inspect',
  summary: 'The people of a case',
  query: z.strictObject({ ...pageQuery() }),
  response: page(CaseMember),
})
export const addCaseMember = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/members',
  access: 'legalCases:work',
  summary: 'Add a member to a case',
  status: 201,
  body: CaseMemberDraft.extend({ id: Id.optional() }),
  response: CaseMember,
})
export const changeCaseMember = defineRoute({
  method: 'PATCH',
  path: '/legal-cases/:id/members/:itemId',
  access: 'legalCases:work',
  summary: 'Change a member’s part in a case',
  ifMatch: true,
  body: z.strictObject({ role: CaseRole }),
  response: CaseMember,
})
