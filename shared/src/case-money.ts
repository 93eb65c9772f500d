import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, Tenge, Text, Version } from './fields.ts'
import { CaseMoney, LegalCaseKind, LegalStage } from './legal-cases.ts'
import { flag, ids, list, page, pageQuery, SearchText, units } from './pagination.ts'

const Person = z.object({ id: Id, fullName: z.string() })
const Sum = Tenge.min(1)

export const Allotment = z
  .object({
    id: Id,
    amount: z.int(),
    stage: LegalStage,
    decisionNumber: z.string(),
    decidedOn: Day,
    requestedBy: Person,
    approvedBy: Person.nullable(),
    approvedAt: Instant.nullable(),
    version: Version,
    can: z.object({ edit: z.boolean(), approve: z.boolean() }),
  })
  .meta({ id: 'Allotment' })
export type Allotment = z.output<typeof Allotment>
const allotment = { amount: Sum, stage: LegalStage, decisionNumber: Text(100), decidedOn: Day }

export const Assignment = z
  .object({
    id: Id,
    lawyerId: Id,
    lawyerName: z.string(),
    conflictCheckId: Id,
    contractNumber: z.string(),
    contractDate: Day,
    stage: LegalStage,
    fee: z.int().meta({ description: 'As signed, with the addenda; after an early end what was due.' }),
    paid: z.int(),
    accepted: z
      .int()
      .meta({ description: 'Of the work that acts say is done and that was accepted: the fee is never less.' }),
    addenda: z.array(
      z.object({ id: Id, number: z.string(), date: Day, feeChange: z.int(), reason: z.string(), enteredBy: Person }),
    ),
    endedOn: Day.nullable(),
    endReason: z.string().nullable(),
    version: Version,
    can: z.object({ edit: z.boolean(), addenda: z.boolean(), end: z.boolean() }),
  })
  .meta({ id: 'Assignment' })
export type Assignment = z.output<typeof Assignment>

export const Act = z
  .object({
    id: Id,
    assignmentId: Id,
    lawyerName: z.string(),
    number: z.string(),
    date: Day,
    amount: z.int(),
    paid: z.int(),
    enteredBy: Person,
    acceptedBy: Person.nullable(),
    acceptedAt: Instant.nullable(),
    version: Version,
    can: z.object({ edit: z.boolean(), accept: z.boolean() }),
  })
  .meta({ id: 'Act' })
export type Act = z.output<typeof Act>

export const PaymentPurpose = z.enum(['state_fee', 'expertise', 'travel', 'other']).meta({ id: 'PaymentPurpose' })
export type PaymentPurpose = z.output<typeof PaymentPurpose>
export const Payment = z
  .object({
    id: Id,
    caseId: Id,
    caseNumber: z.string(),
    branchId: Id.nullable(),
    assignmentId: Id.nullable(),
    lawyerName: z.string().nullable(),
    purpose: PaymentPurpose.nullable(),
    actId: Id.nullable(),
    actNumber: z.string().nullable(),
    advance: z.boolean(),
    amount: z.int(),
    paidOn: Day,
    document: z.string(),
    refunds: z.array(z.object({ id: Id, amount: z.int(), refundedOn: Day, document: z.string(), enteredBy: Person })),
    refunded: z.int(),
    sameDocument: z.boolean().meta({ description: 'Another payment has the same document, day and sum: paid twice?' }),
    enteredBy: Person,
    voidedBy: Person.nullable(),
    voidedAt: Instant.nullable(),
    voidReason: z.string().nullable(),
    version: Version,
    can: z.object({ edit: z.boolean(), void: z.boolean(), refund: z.boolean() }),
  })
  .meta({ id: 'Payment' })
export type Payment = z.output<typeof Payment>

export const getCaseMoney = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/money',
  access: 'caseMoney:read',
  summary: 'The four sums of a case',
  response: CaseMoney,
})

const inCase = <const N extends string>(name: N) => `/legal-cases/:id/${name}` as const
const listing = { method: 'GET', query: z.strictObject({ ...pageQuery() }) } as const

export const listAllotments = defineRoute({
  ...listing,
  path: inCase('allotments'),
  access: 'caseMoney:read',
  summary: 'What was allotted, by stage and decision',
  response: page(Allotment),
})
export const addAllotment = defineRoute({
  method: 'POST',
  path: inCase('allotments'),
  access: 'caseMoney:allot',
  summary: 'Ask for money; it counts once another person has approved it',
  status: 201,
  body: z.strictObject({ id: Id.optional(), ...allotment }),
  response: Allotment,
})
export const changeAllotment = defineRoute({
  method: 'PATCH',
  path: inCase('allotments/:itemId'),
  access: 'caseMoney:allot',
  summary: 'Change what nobody has approved',
  ifMatch: true,
  body: z.strictObject(allotment).partial(),
  response: Allotment,
})
export const approveAllotment = defineRoute({
  method: 'POST',
  path: inCase('allotments/:itemId/approve'),
  access: 'caseMoney:approve',
  summary: 'Approve what another person asked for',
  response: Allotment,
})

const assignment = {
  contractNumber: Text(100),
  contractDate: Day,
  stage: LegalStage,
}
export const listAssignments = defineRoute({
  ...listing,
  path: inCase('assignments'),
  access: 'caseMoney:own',
  summary: 'Contracts with counsel; counsel see their own',
  response: page(Assignment),
})
export const addAssignment = defineRoute({
  method: 'POST',
  path: inCase('assignments'),
  access: 'legalCases:assign',
  summary: 'Assign counsel by a contract, after a decided conflict check',
  status: 201,
  body: z.strictObject({ id: Id.optional(), lawyerId: Id, conflictCheckId: Id, fee: Tenge, ...assignment }),
  response: Assignment,
})
export const changeAssignment = defineRoute({
  method: 'PATCH',
  path: inCase('assignments/:itemId'),
  access: 'legalCases:assign',
  summary: 'Correct a contract’s number, date or stage; its fee changes by addenda',
  ifMatch: true,
  body: z.strictObject(assignment).partial(),
  response: Assignment,
})
export const addAddendum = defineRoute({
  method: 'POST',
  path: inCase('assignments/:itemId/addenda'),
  access: 'legalCases:assign',
  summary: 'Change the fee by an addendum: the next instance, a success fee',
  body: z.strictObject({
    id: Id.optional(),
    number: Text(100),
    date: Day,
    feeChange: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
    reason: Text(1000),
  }),
  response: Assignment,
})
export const endAssignment = defineRoute({
  method: 'POST',
  path: inCase('assignments/:itemId/end'),
  access: 'legalCases:assign',
  summary: 'End a contract early: what is not due is free again, never below what is paid',
  body: z.strictObject({ endedOn: Day, reason: Text(1000), feeDue: Tenge }),
  response: Assignment,
})

const act = { number: Text(100), date: Day, amount: Sum }
export const listActs = defineRoute({
  ...listing,
  path: inCase('acts'),
  access: 'caseMoney:own',
  summary: 'Acts of work done; counsel see their own',
  response: page(Act),
})
export const addAct = defineRoute({
  method: 'POST',
  path: inCase('acts'),
  access: 'caseMoney:act',
  summary: 'Hand in an act of work done',
  status: 201,
  body: z.strictObject({ id: Id.optional(), assignmentId: Id, ...act }),
  response: Act,
})
export const changeAct = defineRoute({
  method: 'PATCH',
  path: inCase('acts/:itemId'),
  access: 'caseMoney:act',
  summary: 'Change an act that nobody has accepted',
  ifMatch: true,
  body: z.strictObject(act).partial(),
  response: Act,
})
export const acceptAct = defineRoute({
  method: 'POST',
  path: inCase('acts/:itemId/accept'),
  access: 'caseMoney:accept',
  summary: 'Accept an act; it may be paid',
  response: Act,
})

export const listCasePayments = defineRoute({
  ...listing,
  path: inCase('payments'),
  access: 'caseMoney:own',
  summary: 'Payments of a case, newest first; counsel see their own',
  response: page(Payment),
})
export const addPayment = defineRoute({
  method: 'POST',
  path: inCase('payments'),
  access: 'caseMoney:pay',
  summary: 'Enter a payment: by an accepted act, in advance, or for a fee, an expertise, travel',
  status: 201,
  body: z.strictObject({
    id: Id.optional(),
    assignmentId: Id.nullish(),
    purpose: PaymentPurpose.nullish(),
    actId: Id.nullish(),
    advance: z.boolean().nullish(),
    amount: Sum,
    paidOn: Day,
    document: Text(300),
  }),
  response: Payment,
})
export const changePayment = defineRoute({
  method: 'PATCH',
  path: inCase('payments/:itemId'),
  access: 'caseMoney:pay',
  summary: 'Correct a payment’s day or document; a wrong sum is voided',
  ifMatch: true,
  body: z.strictObject({ paidOn: Day, document: Text(300) }).partial(),
  response: Payment,
})
export const voidPayment = defineRoute({
  method: 'POST',
  path: inCase('payments/:itemId/void'),
  access: 'caseMoney:pay',
  summary: 'Void a payment that was entered by mistake',
  body: z.strictObject({ reason: Text(1000) }),
  response: Payment,
})
export const refundPayment = defineRoute({
  method: 'POST',
  path: inCase('payments/:itemId/refund'),
  access: 'caseMoney:pay',
  summary: 'Enter what came back',
  body: z.strictObject({ id: Id.optional(), amount: Sum, refundedOn: Day, document: Text(300) }),
  response: Payment,
})

const paymentFilters = {
  paidFrom: Day.optional(),
  paidTo: Day.optional(),
  branchId: units,
  caseId: ids,
  lawyerId: ids,
  kind: list(LegalCaseKind),
  purpose: list(z.union([PaymentPurpose, z.literal('counsel')])),
  voided: flag,
  sameDocument: flag,
  q: SearchText,
}
export const PaymentFilter = z.strictObject(paymentFilters)
export type PaymentFilter = z.output<typeof PaymentFilter>
export const listPayments = defineRoute({
  method: 'GET',
  path: '/payments',
  access: 'caseMoney:read',
  summary: 'Payments of every case, newest first: the bank’s statement',
  query: z.strictObject({ ...paymentFilters, ...pageQuery() }),
  response: page(Payment),
})
export const summarisePayments = defineRoute({
  method: 'GET',
  path: '/payments/summary',
  access: 'caseMoney:read',
  summary: 'What went out and came back: payments by the day paid, refunds by the day of the refund',
  query: PaymentFilter,
  response: z.object({ count: z.int(), paid: z.int(), refunds: z.int(), refunded: z.int(), net: z.int() }),
})
