import { z } from 'zod'
import { Appeal } from './appeals.ts'
import { defineRoute } from './contract.ts'
import { LegalCase } from './legal-cases.ts'
import { Member } from './members.ts'

export const search = defineRoute({
  method: 'POST',
  path: '/search',
  access: 'search:read',
  summary: 'Appeals and members by number, name, phone or text; a whole IIN finds its member',
  body: z.strictObject({ q: z.string().trim().min(1).max(200) }),
  response: z.object({
    appeals: z.array(
      Appeal.pick({ id: true, number: true, status: true, category: true, subject: true, receivedOn: true }).extend({
        applicantName: z.string().nullable(),
      }),
    ),
    members: z.array(
      Member.pick({
        id: true,
        lastName: true,
        firstName: true,
        patronymic: true,
        branchId: true,
        primaryOrganisationId: true,
        cardNumber: true,
        iinMasked: true,
      }),
    ),
    cases: z.array(
      LegalCase.pick({ id: true, number: true, kind: true, status: true, openedOn: true }).extend({
        people: z.string(),
      }),
    ),
  }),
})
