import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { AppealLevel } from './effects.ts'
import { Id, Instant, Label, Text, Version } from './fields.ts'
import { AppealCategory } from './organisation.ts'
import { flag, list, page, pageQuery, units } from './pagination.ts'
import { Cell } from './reports.ts'

const Person = z.object({ id: Id, fullName: z.string() })
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A quarter, `2026Q3`. */
export const ReportingPeriod = z
  .object({
    key: z.string().meta({ example: '2026Q3' }),
    from: Day,
    to: Day,
    dueOn: Day,
    label: Label,
    status: z.enum(['open', 'closed']),
    closedOn: Day.nullable(),
    closedBy: Person.nullable(),
    sha256: z.string().nullable().meta({ description: 'Of the snapshot in force.' }),
    reopenReason: z.string().nullable(),
    units: z
      .object({ open: z.int(), submitted: z.int(), returned: z.int(), accepted: z.int() })
      .meta({ description: 'Of the caller’s units, how many reports stand where.' }),
    version: Version,
    can: z.object({ close: z.boolean(), reopen: z.boolean() }),
  })
  .meta({ id: 'ReportingPeriod' })
export type ReportingPeriod = z.output<typeof ReportingPeriod>

export const BranchReportStatus = z
  .enum(['open', 'submitted', 'returned', 'accepted'])
  .meta({ id: 'BranchReportStatus' })
export type BranchReportStatus = z.output<typeof BranchReportStatus>
export const BranchReport = z
  .object({
    id: Id,
    periodKey: z.string(),
    from: Day,
    to: Day,
    dueOn: Day,
    branchId: Id.nullable(),
    status: BranchReportStatus,
    late: z.boolean().meta({ description: 'Not in by the due date, or came in after it.' }),
    analysis: z.string().nullable().meta({ description: 'Why people appealed.' }),
    tensions: z.string().nullable().meta({ description: 'What may become a dispute.' }),
    examples: z.array(z.object({ appealId: Id, number: z.string(), text: z.string() })),
    signed: z.object({ fullName: z.string(), post: z.string(), on: Day }).nullable(),
    sha256: z.string().nullable().meta({ description: 'Of the figures as submitted, or as accepted.' }),
    submittedAt: Instant.nullable(),
    submittedBy: Person.nullable(),
    submitReason: z.string().nullable(),
    comment: z.string().nullable().meta({ description: 'Why it was returned.' }),
    acceptedAt: Instant.nullable(),
    acceptedBy: Person.nullable(),
    total: z.object({ count: z.int(), effect: z.int() }).meta({ description: 'Accepted: as frozen; before: live.' }),
    remindedAt: Instant.nullable(),
    version: Version,
    can: z.object({
      edit: z.boolean(),
      submit: z.boolean(),
      return: z.boolean(),
      accept: z.boolean(),
      remind: z.boolean(),
    }),
  })
  .meta({ id: 'BranchReport' })
export type BranchReport = z.output<typeof BranchReport>

const byPeriod = '/reporting-periods/:key'
const byReport = '/branch-reports/:id'
export const listReportingPeriods = defineRoute({
  method: 'GET',
  path: '/reporting-periods',
  access: 'closing:read',
  summary: 'Quarters, newest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(ReportingPeriod),
})
/** For everyone who dates a record, also without the right to read quarters. */
export const listClosedPeriods = defineRoute({
  method: 'GET',
  path: '/closed-periods',
  access: 'signed-in',
  summary: 'Closed quarters, newest first: what is dated in one and of a level that it counts becomes a correction',
  response: z.object({
    items: z.array(z.object({ key: z.string(), from: Day, to: Day, levels: z.array(AppealLevel) })),
    nextCursor: z.null(),
  }),
})
export const getReportingPeriod = defineRoute({
  method: 'GET',
  path: byPeriod,
  access: 'closing:read',
  summary: 'One quarter',
  response: ReportingPeriod,
})
export const listBranchReports = defineRoute({
  method: 'GET',
  path: `${byPeriod}/branch-reports`,
  access: 'closing:read',
  summary: 'Each branch’s report and the council’s; a branch sees its own',
  query: z.strictObject({ status: list(BranchReportStatus), late: flag, branchId: units, ...pageQuery(200) }),
  response: page(BranchReport),
})
export const closePeriod = defineRoute({
  method: 'POST',
  path: `${byPeriod}/close`,
  access: 'closing:close',
  summary: 'Close a quarter whose every unit is accepted; its snapshot is stored for ever',
  response: ReportingPeriod,
})
export const reopenPeriod = defineRoute({
  method: 'POST',
  path: `${byPeriod}/reopen`,
  access: 'closing:close',
  summary: 'Open a closed quarter again; what was stored stays, and a new snapshot follows it',
  body: z.strictObject({ reason: Text(1000) }),
  response: ReportingPeriod,
})

export const getBranchReport = defineRoute({
  method: 'GET',
  path: byReport,
  access: 'closing:read',
  summary: 'One unit’s report of one quarter',
  response: BranchReport,
})
export const changeBranchReport = defineRoute({
  method: 'PATCH',
  path: byReport,
  access: 'closing:submit',
  summary: 'Write the analysis',
  ifMatch: true,
  body: z
    .strictObject({
      analysis: Text(20_000).nullish(),
      tensions: Text(20_000).nullish(),
      examples: z.array(z.strictObject({ appealId: Id, text: Text(2000) })).max(20),
      signed: z.strictObject({ fullName: Text(200), post: Text(200), on: Day }).nullish(),
    })
    .partial(),
  response: BranchReport,
})
/** What stands beside the figures of a quarter: for the one who writes why. */
export const getBranchReportFigures = defineRoute({
  method: 'GET',
  path: `${byReport}/figures`,
  access: 'closing:read',
  summary: 'The quarter beside the one before, the same a year ago and the year to date; live, or as frozen',
  response: z.object({
    frozen: z.boolean(),
    rows: z.array(
      z.object({
        category: AppealCategory,
        label: Label,
        current: Cell,
        previous: Cell,
        yearAgo: Cell,
        yearToDate: Cell,
      }),
    ),
    totals: z.object({ current: Cell, previous: Cell, yearAgo: Cell, yearToDate: Cell }),
    members: z.int(),
    perThousand: z
      .number()
      .nullable()
      .meta({ description: 'Appeals for each 1 000 members at the end of the quarter.' }),
    topics: z.array(z.object({ id: Id, label: Label, count: z.int() })),
    employers: z.array(z.object({ id: Id, label: Label, count: z.int() })),
    corrections: z
      .array(z.object({ periodKey: z.string(), count: z.int(), effect: z.int() }))
      .meta({ description: 'What changed in closed quarters and no report has shown yet.' }),
  }),
})
export const CheckKey = z
  .enum([
    'overdueWithoutOutcome',
    'resolvedWithoutEffect',
    'effectUnconfirmed',
    'effectWithoutDocument',
    'effectUnusual',
    'withoutEmployer',
    'withoutTopic',
    'withoutAnalysis',
  ])
  .meta({ id: 'CheckKey' })
export type CheckKey = z.output<typeof CheckKey>
export const listBranchReportChecks = defineRoute({
  method: 'GET',
  path: `${byReport}/checks`,
  access: 'closing:read',
  summary: 'What should be put right before the report is submitted; each names its records',
  response: z.object({
    items: z.array(
      z.object({
        key: CheckKey,
        severity: z.enum(['blocking', 'warning']),
        count: z.int(),
        records: z
          .array(z.object({ appealId: Id, number: z.string(), effectId: Id.nullable(), amount: z.int().nullable() }))
          .meta({ description: 'The first 50.' }),
      }),
    ),
    nextCursor: z.null(),
  }),
})
const action = { method: 'POST', ifMatch: true, response: BranchReport } as const
export const submitBranchReport = defineRoute({
  ...action,
  path: `${byReport}/submit`,
  access: 'closing:submit',
  summary: 'Hand it in; the council’s head for a branch without a chair, with the reason',
  body: z.strictObject({ reason: Text(1000).nullish() }),
})
export const returnBranchReport = defineRoute({
  ...action,
  path: `${byReport}/return`,
  access: 'closing:accept',
  summary: 'Send it back with a comment',
  body: z.strictObject({ comment: Text(4000) }),
})
export const acceptBranchReport = defineRoute({
  ...action,
  path: `${byReport}/accept`,
  access: 'closing:accept',
  summary: 'Accept exactly what was looked at; its snapshot is stored for ever',
  body: z.strictObject({ sha256: Sha256 }),
})
export const remindBranch = defineRoute({
  method: 'POST',
  path: `${byReport}/remind`,
  access: 'closing:accept',
  summary: 'Remind a unit that is late',
  response: BranchReport.extend({
    reached: z
      .int()
      .meta({ description: 'How many people of the unit’s office were told; none where nobody holds it.' }),
  }),
})

/** Without a hash the bytes in force; with one those of that hash, also after a later snapshot took their place. */
const snapshot = {
  method: 'GET',
  download: true,
  access: 'closing:read',
  query: z.strictObject({ sha256: Sha256.optional() }),
  response: z.unknown(),
} as const
export const getBranchReportSnapshot = defineRoute({
  ...snapshot,
  path: `${byReport}/snapshot`,
  summary: 'The stored bytes (RFC 8785); their hash in Repr-Digest; 404 before acceptance',
})
export const getPeriodSnapshot = defineRoute({
  ...snapshot,
  path: `${byPeriod}/snapshot`,
  summary: 'The stored bytes of a closed quarter (RFC 8785); their hash in Repr-Digest',
})
export const Difference = z
  .object({
    record: z.enum(['appeal', 'effect']),
    change: z.enum(['added', 'removed', 'changed']),
    number: z.string(),
    appealId: Id.nullable(),
    branchId: Id.nullable(),
    category: AppealCategory,
    count: z.int(),
    effect: z.int(),
  })
  .meta({ id: 'Difference' })
export type Difference = z.output<typeof Difference>
const differences = {
  method: 'GET',
  access: 'closing:read',
  query: z.strictObject({ ...pageQuery(200) }),
  response: page(Difference).extend({ totals: z.object({ count: z.int(), effect: z.int() }) }),
} as const
export const listBranchReportDifferences = defineRoute({
  ...differences,
  path: `${byReport}/differences`,
  summary: 'Live less snapshot, record by record',
})
export const listPeriodDifferences = defineRoute({
  ...differences,
  path: `${byPeriod}/differences`,
  summary: 'Live less snapshot, record by record',
})
