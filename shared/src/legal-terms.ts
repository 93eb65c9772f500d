import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { Id, Instant, Label, LabelDraft, Text, Version } from './fields.ts'
import { LegalCaseKind } from './legal-cases.ts'
import { flag, list, page, pageQuery } from './pagination.ts'

export const TermUnit = z.enum(['working_day', 'calendar_day', 'month', 'year']).meta({ id: 'TermUnit' })
export type TermUnit = z.output<typeof TermUnit>
/** How sure the union is of a rule: read in the act, seen on an official page, or to be checked before it is relied on. */
export const Certainty = z.enum(['law', 'web', 'unsure']).meta({ id: 'Certainty' })

const rule = {
  event: LabelDraft,
  title: LabelDraft,
  length: z.int().min(0).max(1000),
  unit: TermUnit,
  act: Text(200),
  article: Text(100),
  edition: Text(200).nullish(),
  validFrom: Day,
  certainty: Certainty,
  kinds: z.array(LegalCaseKind).max(4),
  active: z.boolean(),
}
export const DeadlineRule = z
  .object({
    id: Id,
    key: z.string(),
    event: Label,
    title: Label,
    length: z.int(),
    unit: TermUnit,
    act: z.string(),
    article: z.string(),
    edition: z.string().nullable(),
    validFrom: Day,
    certainty: Certainty,
    kinds: z.array(LegalCaseKind),
    active: z.boolean(),
    version: Version,
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'DeadlineRule' })
export type DeadlineRule = z.output<typeof DeadlineRule>
export const listDeadlineRules = defineRoute({
  method: 'GET',
  path: '/deadline-rules',
  access: 'legalCases:inspect',
  summary: 'Terms set by law: event, length, article and edition',
  query: z.strictObject({ kind: list(LegalCaseKind), active: flag, ...pageQuery(200) }),
  response: page(DeadlineRule),
})
export const createDeadlineRule = defineRoute({
  method: 'POST',
  path: '/deadline-rules',
  access: 'deadlineRules:write',
  summary: 'Add a rule, or a new edition of one: the same key from another day',
  status: 201,
  body: z.strictObject({ id: Id.optional(), key: z.string().regex(/^[a-z][a-z0-9._-]{2,79}$/), ...rule }),
  response: DeadlineRule,
})
export const changeDeadlineRule = defineRoute({
  method: 'PATCH',
  path: '/deadline-rules/:id',
  access: 'deadlineRules:write',
  summary: 'Change a rule; terms that were computed keep what they were computed by',
  ifMatch: true,
  body: z.strictObject(rule).partial(),
  response: DeadlineRule,
})

export const CaseDeadline = z
  .object({
    id: Id,
    ruleKey: z.string().nullable(),
    title: Label,
    article: z.string().nullable(),
    eventDate: Day.nullable(),
    dueOn: Day,
    computedOn: Day.nullable().meta({ description: 'What the rule gave, where a person set another day.' }),
    overrideReason: z.string().nullable(),
    explained: Label.nullable(),
    certainty: Certainty.nullable(),
    provisional: z.boolean(),
    state: z.enum(['missed', 'near', 'ahead', 'done']),
    checkedBy: z.object({ id: Id, fullName: z.string() }).nullable(),
    checkedAt: Instant.nullable(),
    doneOn: Day.nullable(),
    version: Version,
    can: z.object({ edit: z.boolean(), check: z.boolean(), done: z.boolean() }),
  })
  .meta({ id: 'CaseDeadline' })
export type CaseDeadline = z.output<typeof CaseDeadline>
export const listCaseDeadlines = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/deadlines',
  access: 'legalCases:inspect',
  summary: 'Procedural terms of a case, the nearest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(CaseDeadline),
})
export const addCaseDeadline = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/deadlines',
  access: 'legalCases:work',
  summary: 'A term by a rule of law from its event, or one of one’s own',
  status: 201,
  body: z.union([
    z.strictObject({ id: Id.optional(), ruleKey: z.string().max(80), eventDate: Day }),
    z.strictObject({ id: Id.optional(), title: Text(300), dueOn: Day }),
  ]),
  response: CaseDeadline,
})
export const changeCaseDeadline = defineRoute({
  method: 'PATCH',
  path: '/legal-cases/:id/deadlines/:itemId',
  access: 'legalCases:work',
  summary: 'Correct the event, or set another day with the reason; it must be checked anew',
  ifMatch: true,
  body: z.strictObject({ title: Text(300), eventDate: Day, dueOn: Day, reason: Text(1000) }).partial(),
  response: CaseDeadline,
})
export const checkCaseDeadline = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/deadlines/:itemId/check',
  access: 'legalCases:work',
  summary: 'Say that a person has checked the date',
  response: CaseDeadline,
})
export const doneCaseDeadline = defineRoute({
  method: 'POST',
  path: '/legal-cases/:id/deadlines/:itemId/done',
  access: 'legalCases:work',
  summary: 'Say that it was met, and when',
  body: z.strictObject({ doneOn: Day }),
  response: CaseDeadline,
})

/** Screening: who is a member, and which terms run by what is known. Nothing of it is kept; adding a term does. */
export const getScreening = defineRoute({
  method: 'GET',
  path: '/legal-cases/:id/screening',
  access: 'legalCases:work',
  summary: 'What to check before a decision: membership, the conciliation commission, the term that runs',
  response: z.object({
    members: z.array(
      z.object({
        memberId: Id,
        fullName: z.string(),
        isMember: z.boolean(),
        joinedOn: Day.nullable(),
        leftOn: Day.nullable(),
        otherCases: z.array(z.object({ caseId: Id, number: z.string() })),
      }),
    ),
    terms: z.array(
      z.object({
        ruleKey: z.string(),
        title: Label,
        article: z.string(),
        eventDate: Day,
        dueOn: Day,
        explained: Label,
        certainty: Certainty,
        provisional: z.boolean(),
        added: z.boolean(),
      }),
    ),
    standsStill: z.boolean().meta({ description: 'No commission yet: the terms wait until it is created.' }),
  }),
})
