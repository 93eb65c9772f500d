import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Email, Id, Instant, Phone, Text, Version } from './fields.ts'
import { RegionCode } from './organisation.ts'
import { flag, list, page, pageQuery, SearchText } from './pagination.ts'

export const LawyerKind = z.enum(['advocate', 'lawyer', 'expert', 'other']).meta({ id: 'LawyerKind' })
export type LawyerKind = z.output<typeof LawyerKind>
/** What counsel is good at. The screens offer the kinds of cases and the words of the field; others may be written. */
export const offeredSpecialisations = [
  'criminal',
  'administrative',
  'civil',
  'labour',
  'medical',
  'enforcement',
] as const

const draft = {
  fullName: Text(200),
  kind: LawyerKind,
  licenceNumber: Text(100).nullish(),
  specialisations: z.array(Text(100)).max(30),
  regions: z.array(RegionCode).max(20),
  languages: z.array(Text(20)).max(10),
  phone: Phone.nullish(),
  email: Email.nullish(),
  userId: Id.nullish(),
  active: z.boolean(),
  contractUntil: Day.nullish(),
  /** Employers whom they advise or represent: no member is defended against one of them. */
  employerIds: z.array(Id).max(100).nullish(),
}
export const LawyerDraft = z.strictObject({ id: Id.optional(), ...draft }).meta({ id: 'LawyerDraft' })
export type LawyerDraft = z.output<typeof LawyerDraft>
export const LawyerChange = z.strictObject(draft).partial().meta({ id: 'LawyerChange' })
export type LawyerChange = z.output<typeof LawyerChange>

export const Lawyer = z
  .object({
    id: Id,
    fullName: z.string(),
    kind: LawyerKind,
    licenceNumber: z.string().nullable(),
    specialisations: z.array(z.string()),
    regions: z.array(z.string()),
    languages: z.array(z.string()),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    userId: Id.nullable(),
    active: z.boolean(),
    contractUntil: Day.nullable(),
    employerIds: z.array(Id),
    activeCases: z.int(),
    feesCommitted: z.int().meta({ description: 'Fees of the contracts in force, whole tenge.' }),
    closedCases: z.int(),
    wonCases: z.int().meta({ description: 'Of the closed ones: won, partly won, settled or terminated.' }),
    fits: z
      .object({ region: z.boolean(), specialisation: z.boolean(), contract: z.boolean() })
      .nullable()
      .meta({ description: 'Against the case named in `forCaseId`.' }),
    version: Version,
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'Lawyer' })
export type Lawyer = z.output<typeof Lawyer>

export const listLawyers = defineRoute({
  method: 'GET',
  path: '/lawyers',
  access: 'lawyers:read',
  summary: 'The panel of counsel; with `forCaseId` those first who fit the case and are free',
  query: z.strictObject({
    q: SearchText,
    kind: list(LawyerKind),
    regionCode: list(RegionCode),
    specialisation: list(z.string().max(100)),
    language: list(z.string().max(20)),
    active: flag,
    forCaseId: Id.optional(),
    ...pageQuery(200),
  }),
  response: page(Lawyer),
})
export const getLawyer = defineRoute({
  method: 'GET',
  path: '/lawyers/:id',
  access: 'lawyers:read',
  summary: 'One of the panel',
  response: Lawyer,
})
export const createLawyer = defineRoute({
  method: 'POST',
  path: '/lawyers',
  access: 'lawyers:write',
  summary: 'Take somebody on the panel',
  status: 201,
  body: LawyerDraft,
  response: Lawyer,
})
export const changeLawyer = defineRoute({
  method: 'PATCH',
  path: '/lawyers/:id',
  access: 'lawyers:write',
  summary: 'Change what the panel says of them',
  ifMatch: true,
  body: LawyerChange,
  response: Lawyer,
})

export const ConflictDecision = z.enum(['clear', 'waived', 'blocked']).meta({ id: 'ConflictDecision' })
export type ConflictDecision = z.output<typeof ConflictDecision>
/** Something that a decider should look at. It names a record, never what a privileged note says. */
export const ConflictMatch = z
  .object({
    kind: z.enum([
      'opponent_is_member',
      'opponent_is_client',
      'lawyer_acts_for_employer',
      'lawyer_is_opponent',
      'lawyer_acted_against_member',
    ]),
    name: z.string(),
    caseId: Id.nullable(),
    caseNumber: z.string().nullable(),
    memberId: Id.nullable(),
    employerId: Id.nullable(),
  })
  .meta({ id: 'ConflictMatch' })
export type ConflictMatch = z.output<typeof ConflictMatch>
export const ConflictCheck = z
  .object({
    id: Id,
    lawyerId: Id,
    lawyerName: z.string(),
    matches: z.array(ConflictMatch),
    decision: ConflictDecision.nullable(),
    reason: z.string().nullable(),
    chairUnderAccused: z.boolean().nullable(),
    decidedBy: z.object({ id: Id, fullName: z.string() }).nullable(),
    decidedAt: Instant.nullable(),
    checkedBy: z.object({ id: Id, fullName: z.string() }),
    createdAt: Instant,
    version: Version,
    can: z.object({ decide: z.boolean() }),
  })
  .meta({ id: 'ConflictCheck' })
export type ConflictCheck = z.output<typeof ConflictCheck>

export const listConflictChecks = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/conflict-checks',
  access: 'conflictChecks:read',
  summary: 'Checks of conflicts of interest, newest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(ConflictCheck),
})
export const checkConflicts = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/conflict-checks',
  access: 'legalCases:work',
  summary: 'Look for conflicts of interest of one counsel; kept even when nothing is found',
  status: 201,
  body: z.strictObject({ id: Id.optional(), lawyerId: Id }),
  response: ConflictCheck,
})
export const decideConflictCheck = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/conflict-checks/:itemId/decide',
  access: 'legalCases:work',
  summary: 'Clear, waive with a reason, or block',
  body: z.strictObject({
    decision: ConflictDecision,
    reason: Text(2000).nullish(),
    chairUnderAccused: z
      .boolean()
      .nullish()
      .meta({ description: 'Does the responsible chair work under the accused manager?' }),
  }),
  response: ConflictCheck,
})
