import { z } from 'zod'
import { defineRoute } from './contract.ts'
import { Day } from './dates.ts'
import { AppealLevel } from './effects.ts'
import { Label } from './fields.ts'
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
