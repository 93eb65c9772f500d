import { z } from 'zod'
import { CaseMember, CaseMemberDraft } from './case-people.ts'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, Text, Version } from './fields.ts'
import { ids, list, page, pageQuery, SearchText, units } from './pagination.ts'

export const LegalCaseKind = z.enum(['criminal', 'administrative', 'civil', 'other']).meta({ id: 'LegalCaseKind' })
export type LegalCaseKind = z.output<typeof LegalCaseKind>
export const LegalCaseStatus = z
  .enum(['screening', 'awaiting_lawyer', 'active', 'closed'])
  .meta({ id: 'LegalCaseStatus' })
export type LegalCaseStatus = z.output<typeof LegalCaseStatus>
/** In the order of a case's life. */
export const LegalStage = z
  .enum(['consultation', 'pre_trial', 'first_instance', 'appeal', 'cassation', 'enforcement'])
  .meta({ id: 'LegalStage' })
export type LegalStage = z.output<typeof LegalStage>
export const LegalOutcome = z
  .enum(['won', 'partly_won', 'lost', 'settled', 'terminated', 'withdrawn', 'advice_given', 'declined'])
  .meta({ id: 'LegalOutcome' })
export type LegalOutcome = z.output<typeof LegalOutcome>
export const FundingDecision = z.enum(['fund', 'advice_only', 'decline']).meta({ id: 'FundingDecision' })
export type FundingDecision = z.output<typeof FundingDecision>

/**
 * Labour disputes: what the conciliation commission has done, which decides the term that runs (Labour Code art. 159-160). `none`: there
 * is no commission yet, the terms stand still until it is created; `exempt`: this worker goes to court directly.
 */
export const Conciliation = z
  .strictObject({
    dispute: z.enum(['reinstatement', 'other']),
    commission: z.enum(['exists', 'none', 'exempt']),
    /** The day on which the employer's act was served, or the violation became known. */
    knownOn: Day.nullish(),
    /** The commission was created on, if it was not there at first. */
    createdOn: Day.nullish(),
    appliedOn: Day.nullish(),
    decidedOn: Day.nullish(),
  })
  .meta({ id: 'Conciliation' })
export type Conciliation = z.output<typeof Conciliation>

const content = {
  kind: LegalCaseKind,
  branchId: Id.nullish(),
  summary: Text(4000),
  article: Text(300).nullish(),
  opposingParty: Text(300).nullish(),
  openedOn: Day,
  applicationOn: Day.nullish(),
  consentOn: Day.nullish(),
  restricted: z.boolean().nullish(),
  readerIds: z.array(Id).max(50).nullish(),
  repeatOf: z.strictObject({ caseId: Id }).nullish(),
  conciliation: Conciliation.nullish(),
}
export const LegalCaseDraft = z
  .strictObject({
    id: Id.optional(),
    appealId: Id.nullish(),
    ...content,
    members: z.array(CaseMemberDraft).min(1).max(200),
  })
  .meta({ id: 'LegalCaseDraft' })
export type LegalCaseDraft = z.output<typeof LegalCaseDraft>
export const LegalCaseChange = z
  .strictObject(content)
  .omit({ branchId: true })
  .extend({ stage: LegalStage })
  .partial()
  .meta({ id: 'LegalCaseChange' })
export type LegalCaseChange = z.output<typeof LegalCaseChange>

/** What may be done with a case, as the paths name it. */
export const legalCaseActions = [
  'edit',
  'decide',
  'close',
  'reopen',
  'merge',
  'members',
  'conflict-checks',
  'assignments',
  'hearings',
  'deadlines',
  'allotments',
  'acts',
  'payments',
  'privileged-notes',
  'attachments',
] as const
export type LegalCaseAction = (typeof legalCaseActions)[number]

/** Whole tenge; `left = allotted - committed`. */
export const CaseMoney = z
  .object({ allotted: z.int(), committed: z.int(), paid: z.int(), left: z.int() })
  .meta({ id: 'CaseMoney' })
export type CaseMoney = z.output<typeof CaseMoney>

export const LegalCase = z
  .object({
    id: Id,
    number: z.string().meta({ example: 'MA-2026-00042' }),
    kind: LegalCaseKind,
    status: LegalCaseStatus,
    stage: LegalStage,
    outcome: LegalOutcome.nullable(),
    closedOn: Day.nullable(),
    closingSummary: z.string().nullable(),
    branchId: Id.nullable(),
    appealId: Id.nullable(),
    appealNumber: z.string().nullable(),
    members: z.array(CaseMember),
    people: z.int().meta({ description: 'How many members it is about, also where they are not named.' }),
    summary: z.string().nullable(),
    article: z.string().nullable(),
    opposingParty: z.string().nullable(),
    openedOn: Day.nullable(),
    applicationOn: Day.nullable(),
    consentOn: Day.nullable(),
    restricted: z.boolean(),
    readerIds: z.array(Id),
    repeatOf: z.object({ caseId: Id, number: z.string() }).nullable(),
    conciliation: Conciliation.nullable(),
    decision: z
      .object({
        decision: FundingDecision,
        number: z.string().nullable(),
        decidedOn: Day,
        reason: z.string().nullable(),
      })
      .nullable(),
    counsel: z.array(
      z.object({
        assignmentId: Id,
        lawyerId: Id,
        fullName: z.string(),
        phone: z.string().nullable(),
        stage: LegalStage,
        endedOn: Day.nullable(),
      }),
    ),
    nextHearing: z.object({ startsAt: Instant, court: z.string(), stage: LegalStage }).nullable(),
    nextDeadlineOn: Day.nullable(),
    money: CaseMoney.nullable(),
    effect: z.object({ received: z.int(), agreed: z.int(), claimed: z.int(), people: z.int() }).nullable(),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
    can: z.record(z.enum(legalCaseActions), z.boolean()),
  })
  .meta({ id: 'LegalCase' })
export type LegalCase = z.output<typeof LegalCase>

/** What needs a person in a case: the buckets of the home page. */
export const CaseAttention = z
  .enum([
    'term_missed',
    'term_near',
    'term_unchecked',
    'hearing_near',
    'no_next_step',
    'no_counsel',
    'allotment_unapproved',
    'act_unaccepted',
    'act_unpaid',
    'money_near_limit',
    'conflict_undecided',
  ])
  .meta({ id: 'CaseAttention' })
export type CaseAttention = z.output<typeof CaseAttention>

const filters = {
  kind: list(LegalCaseKind),
  status: list(LegalCaseStatus),
  stage: list(LegalStage),
  outcome: list(z.union([LegalOutcome, z.literal('none')])),
  decision: list(z.union([FundingDecision, z.literal('none')])),
  lawyerId: ids,
  branchId: units,
  memberId: ids,
  appealId: ids,
  attention: list(CaseAttention),
  openedFrom: Day.optional(),
  openedTo: Day.optional(),
  closedFrom: Day.optional(),
  closedTo: Day.optional(),
  decidedFrom: Day.optional(),
  decidedTo: Day.optional(),
  q: SearchText,
}
export const LegalCaseFilter = z.strictObject(filters)
export type LegalCaseFilter = z.output<typeof LegalCaseFilter>
export const LegalCaseSort = z.enum(['-openedOn', 'openedOn', 'number'])
export type LegalCaseSort = z.output<typeof LegalCaseSort>

export const LegalCasesSummary = z
  .object({
    count: z.int(),
    people: z.int(),
    byStatus: z.record(LegalCaseStatus, z.int()),
    byKind: z.record(LegalCaseKind, z.int()),
    money: CaseMoney.nullable(),
    capped: z.boolean().optional(),
  })
  .meta({ id: 'LegalCasesSummary' })
export type LegalCasesSummary = z.output<typeof LegalCasesSummary>

export const listLegalCases = defineRoute({
  method: 'GET',
  path: '/legal-cases',
  access: 'legalCases:read',
  summary: 'Cases in the caller’s scope',
  query: z.strictObject({ ...filters, sort: LegalCaseSort.default('-openedOn'), ...pageQuery() }),
  response: page(LegalCase),
})
export const summariseLegalCases = defineRoute({
  method: 'GET',
  path: '/legal-cases/summary',
  access: 'legalCases:read',
  summary: 'Exact counts of what a filter finds',
  query: LegalCaseFilter,
  response: LegalCasesSummary,
})
export const getLegalCase = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id',
  access: 'legalCases:read',
  summary: 'One case',
  response: LegalCase,
})
export const openLegalCase = defineRoute({
  method: 'POST',
  path: '/legal-cases',
  access: 'legalCases:work',
  summary: 'Open a case; an appeal is made for it when none is named',
  status: 201,
  body: LegalCaseDraft,
  response: LegalCase,
})
/** The legal department sees an appeal only once it is a case; of the others this tells that the number is there, and no more. */
export const lookUpAppeal = defineRoute({
  method: 'POST',
  path: '/legal-cases/appeal',
  access: 'legalCases:work',
  summary: 'The appeal of a number, for a case to be opened on it or joined to it',
  body: z.strictObject({ number: Text(40) }),
  response: z.object({ items: z.array(z.object({ id: Id, number: z.string() })), nextCursor: z.null() }),
})
export const requestLegalCase = defineRoute({
  method: 'POST',
  path: '/appeals/:id/legal-case',
  access: 'legalCases:request',
  summary: 'Ask the legal department to take an appeal as a case',
  status: 201,
  body: z.strictObject({ id: Id.optional(), kind: LegalCaseKind, summary: Text(4000) }),
  response: LegalCase,
})
export const changeLegalCase = defineRoute({
  method: 'PATCH',
  path: '/legal-cases/:id',
  access: 'legalCases:work',
  summary: 'Change what was written down, or its stage',
  ifMatch: true,
  body: LegalCaseChange,
  response: LegalCase,
})
const action = { method: 'POST', ifMatch: true, response: LegalCase } as const
export const decideLegalCase = defineRoute({
  ...action,
  path: '/legal-cases/:id/decide',
  access: 'legalCases:decide',
  summary: 'Fund it, give advice only, or decline it, which closes it',
  body: z.strictObject({
    decision: FundingDecision,
    number: Text(100).nullish(),
    decidedOn: Day,
    reason: Text(2000).nullish(),
  }),
})
export const closeLegalCase = defineRoute({
  ...action,
  path: '/legal-cases/:id/close',
  access: 'legalCases:work',
  summary: 'Close it with its outcome',
  body: z.strictObject({ outcome: LegalOutcome, closedOn: Day, summary: Text(4000) }),
})
export const reopenLegalCase = defineRoute({
  ...action,
  path: '/legal-cases/:id/reopen',
  access: 'legalCases:work',
  summary: 'Open it again',
  body: z.strictObject({ reason: Text(1000) }),
})
export const mergeLegalCase = defineRoute({
  ...action,
  path: '/legal-cases/:id/merge',
  access: 'legalCases:work',
  summary: 'Join it to the appeal that it belongs to: its own appeal is annulled as a duplicate, its ledger moves',
  body: z.strictObject({ appealId: Id }),
})
