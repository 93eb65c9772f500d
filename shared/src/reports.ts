import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { AppealLevel } from './effects.ts'
import { Label } from './fields.ts'
import { AppealCategory } from './organisation.ts'
import { LegalCaseKind, LegalOutcome } from './legal-cases.ts'
import { list, units } from './pagination.ts'

export const ReportColumns = z.enum(['none', 'month', 'quarter', 'half_year', 'year'])
export type ReportColumns = z.output<typeof ReportColumns>
export const ReportRows = z.enum(['category', 'branch', 'region', 'topic', 'outcome', 'channel', 'employer'])
export type ReportRows = z.output<typeof ReportRows>

/** `unconfirmed` is the part of `effect`, in tenge, that no second person has confirmed. */
export const Cell = z
  .object({
    count: z.int(),
    effect: z.int(),
    people: z.int(),
    unconfirmed: z.int(),
    legacy: z.object({ count: z.int(), effect: z.int() }).nullable(),
  })
  .meta({ id: 'Cell' })
export type Cell = z.output<typeof Cell>

export const AppealsReport = z
  .object({
    from: Day,
    to: Day,
    columns: z.array(
      z.object({
        key: z.string(),
        from: Day,
        to: Day,
        label: Label,
        levels: z.array(AppealLevel),
        footnotes: z.array(z.object({ key: z.string(), text: Label })),
      }),
    ),
    rows: z.array(z.object({ key: z.string(), label: Label, cells: z.record(z.string(), Cell), total: Cell })),
    totals: z.record(z.string(), Cell),
    subtotals: z.object({ rightsDefence: Cell, socialSupport: Cell }),
    notCounted: z.object({ count: z.int() }),
    corrections: z
      .record(z.string(), z.object({ count: z.int(), effect: z.int() }))
      .meta({ description: 'For columns that are closed quarters: live less snapshot.' }),
  })
  .meta({ id: 'AppealsReport' })
export type AppealsReport = z.output<typeof AppealsReport>

export const reportAppeals = defineRoute({
  method: 'GET',
  path: '/reports/appeals',
  access: 'reports:read',
  summary: 'Appeals by date of receipt and effect by date of obtaining',
  query: z.strictObject({
    from: Day,
    to: Day,
    columns: ReportColumns.default('none'),
    rows: ReportRows.default('category'),
    levels: z.union([z.literal('counted'), list(AppealLevel).unwrap()]).default('counted'),
    branchId: units,
  }),
  response: AppealsReport,
})

/** Small numbers of a branch are null where they would tell who it is: fewer than five people or cases, and their money. */
const hidden = z.int().nullable()
export const MedAdvokatFigures = z
  .object({
    peopleHelped: hidden,
    cases: z.record(LegalCaseKind, hidden).and(z.object({ total: hidden })),
    allotted: hidden,
    committed: hidden,
    paid: hidden,
    outcomes: z.record(LegalOutcome, hidden),
  })
  .meta({ id: 'MedAdvokatFigures' })
export type MedAdvokatFigures = z.output<typeof MedAdvokatFigures>
export const reportMedAdvokat = defineRoute({
  method: 'GET',
  path: '/reports/medadvokat',
  access: 'reports:medadvokat',
  summary: 'Whom MedAdvokat helped, how it ended and what it cost; with `rows=branch` for each branch, too',
  query: z.strictObject({ from: Day, to: Day, branchId: units, rows: z.enum(['branch']).optional() }),
  response: MedAdvokatFigures.and(
    z.object({
      effect: hidden.meta({ description: 'What the cases brought in the period, from the ledger.' }),
      withoutRestricted: z
        .boolean()
        .meta({ description: 'A branch’s own report leaves restricted cases out, as its lists do.' }),
      rows: z.array(z.object({ branchId: z.string().nullable(), label: Label, figures: MedAdvokatFigures })).optional(),
    }),
  ),
})

const movementCell = {
  openAtStart: z.int(),
  received: z.int(),
  resolved: z.int(),
  positive: z.int().meta({ description: 'Satisfied, partly satisfied or settled, by the day of the resolution.' }),
  positiveShare: z
    .number()
    .nullable()
    .meta({ description: 'Of the resolved ones, 0..1; null when none was resolved.' }),
  transferredIn: z.int(),
  transferredOut: z.int(),
  openAtEnd: z.int(),
  overdue: z.int(),
  resolvedLate: z.int(),
  repeat: z.int(),
  collective: z.int(),
  signatories: z.int(),
  nonMembers: z.int(),
  consultations: z.int(),
}
export const MovementFigures = z.object(movementCell).meta({ id: 'MovementFigures' })
export type MovementFigures = z.output<typeof MovementFigures>
export const reportMovement = defineRoute({
  method: 'GET',
  path: '/reports/movement',
  access: 'reports:read',
  summary: 'What was open, came, was resolved, and stays open',
  query: z.strictObject({
    from: Day,
    to: Day,
    rows: z.enum(['branch', 'category', 'region']).default('branch'),
    branchId: units,
  }),
  response: z.object({
    from: Day,
    to: Day,
    rows: z.array(z.object({ key: z.string(), label: Label, ...movementCell })),
    totals: MovementFigures,
  }),
})

const membershipCell = {
  primaryOrganisations: z.int(),
  total: z.int(),
  employed: z.int(),
  students: z.int(),
  pensioners: z.int(),
}
export const reportMembership = defineRoute({
  method: 'GET',
  path: '/reports/membership',
  access: 'reports:membership',
  summary: 'Members on a day, by branch',
  query: z.strictObject({ on: Day.optional() }),
  response: z.object({
    on: Day,
    rows: z.array(z.object({ key: z.string(), label: Label, ...membershipCell })),
    totals: z.object(membershipCell),
  }),
})

/** The answer to the ministry (paragraph 15.7 of the sector agreement): appeals, outcomes and tensions by region. */
export const reportMinistry = defineRoute({
  method: 'GET',
  path: '/reports/ministry',
  access: 'reports:ministry',
  summary: 'The ministry’s report: appeals, outcomes and tensions by region',
  query: z.strictObject({ from: Day, to: Day }),
  response: z.object({
    from: Day,
    to: Day,
    rows: z.array(
      z.object({
        key: z.string(),
        label: Label,
        received: z.record(AppealCategory, z.int()),
        receivedTotal: z.int(),
        resolved: z.int(),
        positive: z.int(),
        openAtEnd: z.int(),
        effect: z.int(),
      }),
    ),
    totals: z.object({
      received: z.record(AppealCategory, z.int()),
      receivedTotal: z.int(),
      resolved: z.int(),
      positive: z.int(),
      openAtEnd: z.int(),
      effect: z.int(),
    }),
    tensions: z.array(
      z.object({ branchId: z.string().nullable(), label: Label, periodKey: z.string(), text: z.string() }),
    ),
  }),
})

/** Feedback to a primary organisation: what its members asked and won, without names; small numbers are null. */
export const OrganisationDigest = z
  .object({
    primaryOrganisationId: z.string(),
    label: Label,
    from: Day,
    to: Day,
    received: hidden,
    byCategory: z.record(AppealCategory, hidden),
    resolved: hidden,
    positive: hidden,
    effect: hidden,
    people: hidden,
    openAtEnd: hidden,
  })
  .meta({ id: 'OrganisationDigest' })
export type OrganisationDigest = z.output<typeof OrganisationDigest>
export const listOrganisationDigests = defineRoute({
  method: 'GET',
  path: '/reports/organisation-digests',
  access: 'reports:digests',
  summary: 'A page for each primary organisation of the branch',
  query: z.strictObject({ from: Day, to: Day, branchId: units, primaryOrganisationId: list(z.guid()) }),
  response: z.object({ items: z.array(OrganisationDigest), nextCursor: z.null() }),
})
