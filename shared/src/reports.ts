import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { AppealLevel } from './effects.ts'
import { Label } from './fields.ts'
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
      rows: z.array(z.object({ branchId: z.string().nullable(), label: Label, figures: MedAdvokatFigures })).optional(),
    }),
  ),
})
