import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { appealFilters, AppealLevel, AppealOutcome, AppealStatus, Channel, ClosedPeriod } from './effects.ts'
import { Id, Iin, Instant, Label, People, Phone, Text, Version } from './fields.ts'
import { AppealCategory, RegionCode } from './organisation.ts'
import { Aid, Voucher } from './support.ts'
import { flag, ids, list, page, pageQuery, SearchText } from './pagination.ts'

export const NoEffectReason = z
  .enum(['not_in_money', 'advice_only', 'refused', 'expected_later', 'other'])
  .meta({ id: 'NoEffectReason' })
export type NoEffectReason = z.output<typeof NoEffectReason>
export const Membership = z.enum(['member', 'claimed', 'non_member', 'anonymous']).meta({ id: 'Membership' })

/** A member of the register, a person who is not in it, or nobody that we know. */
export const ApplicantDraft = z.union([
  z.strictObject({ memberId: Id }),
  z.strictObject({
    fullName: Text(200),
    phone: Phone.nullish(),
    iin: Iin.nullish(),
    isMember: z.literal(false),
    membership: z.enum(['claimed', 'non_member']).nullish(),
    writtenApplicationOn: Day.nullish(),
  }),
  z.strictObject({ anonymous: z.literal(true) }),
])
export type ApplicantDraft = z.output<typeof ApplicantDraft>

export const Representative = z.strictObject({ fullName: Text(200), relation: Text(200), phone: Phone.nullish() })
export const Letter = z.strictObject({ number: Text(100), date: Day })
export const ForwardedFrom = z.strictObject({ body: Text(300), number: Text(100), date: Day, dueOn: Day.nullish() })

const answer = Letter.nullish()
export const Resolution = z.strictObject({
  outcome: AppealOutcome,
  summary: Text(4000),
  resolvedOn: Day.nullish(),
  noEffectReason: NoEffectReason.nullish(),
  expectedOn: Day.nullish(),
  answer,
})
export type Resolution = z.output<typeof Resolution>

const content = {
  receivedOn: Day,
  channel: Channel,
  category: AppealCategory,
  topicId: Id.nullish(),
  otherTopicIds: z.array(Id).max(20).nullish(),
  subject: Text(500),
  description: Text(20_000).nullish(),
  language: z.enum(['ru', 'kk']).nullish(),
  primaryOrganisationId: Id.nullish(),
  employerId: Id.nullish(),
  regionCode: RegionCode.nullish(),
  applicant: ApplicantDraft,
  representative: Representative.nullish(),
  signatories: People.min(1).nullish(),
  letter: Letter.nullish(),
  forwardedFrom: ForwardedFrom.nullish(),
  repeatOf: z.strictObject({ appealId: Id }).nullish(),
  urgent: z.boolean().nullish(),
  consultation: z.boolean().nullish(),
  restricted: z.boolean().nullish(),
  dueOn: Day.nullish(),
  voucher: Voucher.nullish(),
  aid: Aid.nullish(),
}
export const AppealDraft = z
  .strictObject({
    id: Id.optional(),
    ...content,
    level: AppealLevel.nullish(),
    branchId: Id.nullish(),
    resolution: Resolution.nullish(),
  })
  .meta({ id: 'AppealDraft' })
export type AppealDraft = z.output<typeof AppealDraft>
export const AppealChange = z.strictObject(content).partial().meta({ id: 'AppealChange' })
export type AppealChange = z.output<typeof AppealChange>

/** The actions of the life of an appeal, as the paths name them. */
export const appealActions = [
  'edit',
  'assign',
  'start',
  'extend',
  'suspend',
  'resume',
  'transfer',
  'transfer/accept',
  'transfer/reject',
  'transfer/revoke',
  'resolve',
  'reopen',
  'annul',
  'notes',
  'effects',
  'legal-case',
  'attachments',
] as const
export type AppealAction = (typeof appealActions)[number]

const Person = z.object({ id: Id, fullName: z.string() })
const Place = z.object({ level: AppealLevel, branchId: Id.nullable() })

export const Appeal = z
  .object({
    id: Id,
    number: z.string().meta({ example: 'KAR-2026-00042' }),
    status: AppealStatus,
    receivedOn: Day,
    channel: Channel,
    category: AppealCategory,
    topicId: Id.nullable(),
    otherTopicIds: z.array(Id),
    subject: z.string(),
    description: z.string().nullable(),
    language: z.enum(['ru', 'kk']).nullable(),
    level: AppealLevel,
    branchId: Id.nullable(),
    handlingBranchId: Id.nullable(),
    primaryOrganisationId: Id.nullable(),
    employerId: Id.nullable(),
    regionCode: z.string().nullable(),
    applicant: z.object({
      memberId: Id.nullable(),
      fullName: z.string().nullable(),
      isMember: z.boolean(),
      phone: z.string().nullable(),
      iinMasked: z.string().nullable(),
      membership: Membership,
      writtenApplicationOn: Day.nullable(),
      anonymous: z.boolean(),
    }),
    representative: Representative.nullable(),
    signatories: z.int(),
    letter: Letter.nullable(),
    forwardedFrom: ForwardedFrom.nullable(),
    repeatOf: z.object({ appealId: Id, number: z.string() }).nullable(),
    urgent: z.boolean(),
    consultation: z.boolean(),
    restricted: z.boolean(),
    dueOn: Day,
    dueExplained: Label,
    voucher: Voucher.nullable(),
    aid: Aid.nullable(),
    resolution: Resolution.nullable(),
    outcome: AppealOutcome.nullable(),
    resolvedOn: Day.nullable(),
    assigneeId: Id.nullable(),
    assignee: Person.nullable(),
    registeredBy: Person,
    pendingTransfer: z
      .object({ from: Place, to: Place, reason: z.string(), requestedAt: Instant, requestedBy: Person })
      .nullable(),
    batchId: Id.nullable(),
    legalCase: z.object({ id: Id, number: z.string() }).nullable(),
    annulment: z.object({ reason: z.string(), duplicateOf: Id.nullable() }).nullable(),
    effect: z.object({ received: z.int(), agreed: z.int(), claimed: z.int(), people: z.int() }),
    closedPeriod: ClosedPeriod,
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
    can: z.record(z.enum(appealActions), z.boolean()),
  })
  .meta({ id: 'Appeal' })
export type Appeal = z.output<typeof Appeal>

const filters = {
  ...appealFilters,
  handling: list(z.union([Id, z.literal('council'), z.literal('mine')])),
  assigneeId: list(z.union([Id, z.literal('none'), z.literal('me')])),
  memberId: ids,
  batchId: ids,
  repeat: flag,
  consultation: flag,
  urgent: flag,
  membership: list(Membership),
  transfer: list(z.enum(['incoming', 'outgoing'])),
  noEffectReason: list(z.union([NoEffectReason, z.literal('none')])),
  receivedFrom: Day.optional(),
  receivedTo: Day.optional(),
  resolvedFrom: Day.optional(),
  resolvedTo: Day.optional(),
  expectedTo: Day.optional(),
  due: list(z.enum(['overdue', 'soon'])),
  q: SearchText,
}
export const AppealFilter = z.strictObject(filters)
export type AppealFilter = z.output<typeof AppealFilter>
export const AppealSort = z.enum(['-receivedOn', 'receivedOn', 'dueOn', 'number'])
export type AppealSort = z.output<typeof AppealSort>

export const AppealsSummary = z
  .object({
    count: z.int(),
    effect: z.object({ received: z.int(), agreed: z.int(), claimed: z.int(), people: z.int() }),
    byStatus: z.record(AppealStatus, z.int()),
    byCategory: z.record(AppealCategory, z.int()),
    capped: z.boolean().optional(),
  })
  .meta({ id: 'AppealsSummary' })
export type AppealsSummary = z.output<typeof AppealsSummary>

export const listAppeals = defineRoute({
  method: 'GET',
  path: '/appeals',
  access: 'appeals:read',
  summary: 'Appeals that the caller’s unit received, or handles',
  query: z.strictObject({ ...filters, sort: AppealSort.default('-receivedOn'), ...pageQuery() }),
  response: page(Appeal),
})
export const summariseAppeals = defineRoute({
  method: 'GET',
  path: '/appeals/summary',
  access: 'appeals:read',
  summary: 'Exact counts and effect of what a filter finds',
  query: AppealFilter,
  response: AppealsSummary,
})
export const getAppeal = defineRoute({
  method: 'GET',
  path: '/appeals/:id',
  access: 'appeals:read',
  summary: 'One appeal',
  response: Appeal,
})
export const registerAppeal = defineRoute({
  method: 'POST',
  path: '/appeals',
  access: 'appeals:register',
  summary: 'Register an appeal; with a resolution, close it at once',
  status: 201,
  body: AppealDraft,
  response: Appeal,
})
export const changeAppeal = defineRoute({
  method: 'PATCH',
  path: '/appeals/:id',
  access: 'appeals:work',
  summary: 'Change what was written down',
  ifMatch: true,
  body: AppealChange,
  response: Appeal,
})
export const SimilarAppeal = z
  .object({
    id: Id,
    number: z.string(),
    receivedOn: Day,
    category: AppealCategory,
    subject: z.string(),
    status: AppealStatus,
    outcome: AppealOutcome.nullable(),
    applicantName: z.string().nullable(),
    repeat: z.boolean(),
  })
  .meta({ id: 'SimilarAppeal' })
export const findSimilar = defineRoute({
  method: 'POST',
  path: '/appeals/similar',
  access: 'appeals:read',
  summary: 'Repeat candidates of this applicant first, then like ones, newest first',
  body: z.strictObject({
    memberId: Id.nullish(),
    category: AppealCategory.nullish(),
    employerId: Id.nullish(),
    text: z.string().max(2000).nullish(),
  }),
  response: page(SimilarAppeal),
})

const item = z.record(z.string(), z.unknown())
export const registerBatch = defineRoute({
  method: 'POST',
  path: '/appeals/batch',
  access: 'appeals:batch',
  summary: 'A list of vouchers or aid: what is common once, what differs per person',
  status: 201,
  bodyLimit: 1_048_576,
  body: z.strictObject({ id: Id, shared: item, items: z.array(item).min(1).max(500) }),
  response: z.object({ id: Id, items: z.array(Appeal) }),
})

const reason = z.strictObject({ reason: Text(1000) })
const action = { method: 'POST', ifMatch: true, response: Appeal } as const
export const assignAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/assign',
  access: 'appeals:assign',
  summary: 'Name who answers for it',
  body: z.strictObject({ assigneeId: Id }),
})
export const startAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/start',
  access: 'appeals:work',
  summary: 'Take it on',
})
export const extendAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/extend',
  access: 'appeals:extend',
  summary: 'A later due date, at most two months on',
  body: z.strictObject({ dueOn: Day, reason: Text(1000) }),
})
export const suspendAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/suspend',
  access: 'appeals:work',
  summary: 'Stop the clock',
  body: z.strictObject({ reason: Text(1000), until: Day.nullish() }),
})
export const resumeAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/resume',
  access: 'appeals:work',
  summary: 'Start the clock again',
})
export const transferAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/transfer',
  access: 'appeals:transfer',
  summary: 'Ask another unit to handle it',
  body: z.strictObject({ to: z.strictObject({ level: AppealLevel, branchId: Id.nullish() }), reason: Text(1000) }),
})
export const acceptTransfer = defineRoute({
  ...action,
  path: '/appeals/:id/transfer/accept',
  access: 'appeals:transfer',
  summary: 'Take a transferred appeal',
})
export const rejectTransfer = defineRoute({
  ...action,
  path: '/appeals/:id/transfer/reject',
  access: 'appeals:transfer',
  summary: 'Send a transferred appeal back',
  body: reason,
})
export const revokeTransfer = defineRoute({
  ...action,
  path: '/appeals/:id/transfer/revoke',
  access: 'appeals:transfer',
  summary: 'Take a transfer back before it is accepted',
})
export const resolveAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/resolve',
  access: 'appeals:work',
  summary: 'Answer and close',
  body: Resolution,
})
export const reopenAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/reopen',
  access: 'appeals:reopen',
  summary: 'Open again; a new term starts today',
  body: reason,
})
export const annulAppeal = defineRoute({
  ...action,
  path: '/appeals/:id/annul',
  access: 'appeals:annul',
  summary: 'Annul a mistaken registration; the number stays',
  body: z.strictObject({ reason: Text(1000), duplicateOf: Id.nullish() }),
})
