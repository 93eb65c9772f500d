import { z } from 'zod'
import { defineRoute, type Route } from './contract.ts'
import { listAppeals } from './appeals.ts'
import { listPayments } from './case-money.ts'
import { listEffects } from './effects.ts'
import { Day } from './dates.ts'
import { Id, Instant, Locale, Text } from './fields.ts'
import { listLegalCases } from './legal-cases.ts'
import { listMembers } from './members.ts'
import { flag, page, pageQuery } from './pagination.ts'
import { reportAppeals, reportMedAdvokat, reportMembership, reportMinistry, reportMovement } from './reports.ts'

export const reportFormats = ['xlsx', 'docx', 'pdf', 'csv'] as const
export const listFormats = ['xlsx', 'csv'] as const
const locale = { locale: Locale.default('ru') }
type Source<P extends string, Q extends z.ZodRawShape> = Pick<Route, 'access'> & {
  path: `/${P}`
  query: z.ZodObject<Q, z.core.$strict>
}

const file = <const P extends string, Q extends z.ZodRawShape, const F extends string>(
  source: Source<P, Q>,
  format: F,
) =>
  defineRoute({
    method: 'GET',
    path: `${source.path}.${format}`,
    access: source.access,
    summary: `The same as ${format.toUpperCase()}; each export is recorded with its filter`,
    download: true,
    // The compiler does not follow `extend` of a shape that it does not know yet.
    query: source.query.extend(locale) as unknown as z.ZodObject<Q & typeof locale, z.core.$strict>,
    response: z.unknown(),
  })
const listing = <const P extends string, Q extends z.ZodRawShape, const F extends string>(
  source: Source<P, Q>,
  format: F,
) =>
  file(
    {
      ...source,
      query: source.query.omit({ limit: true, cursor: true } as never) as unknown as z.ZodObject<
        Omit<Q, 'limit' | 'cursor'>,
        z.core.$strict
      >,
    },
    format,
  )

/** On paper the council may ask for what nobody has confirmed yet. */
const paper = { ...reportAppeals, query: reportAppeals.query.extend({ unconfirmed: flag }) }
export const reportAppealsXlsx = file(reportAppeals, 'xlsx')
export const reportAppealsDocx = file(paper, 'docx')
export const reportAppealsPdf = file(paper, 'pdf')
export const reportAppealsCsv = file(reportAppeals, 'csv')
export const reportMedAdvokatXlsx = file(reportMedAdvokat, 'xlsx')
export const reportMedAdvokatDocx = file(reportMedAdvokat, 'docx')
export const reportMedAdvokatPdf = file(reportMedAdvokat, 'pdf')
export const reportMedAdvokatCsv = file(reportMedAdvokat, 'csv')
export const reportMovementXlsx = file(reportMovement, 'xlsx')
export const reportMovementDocx = file(reportMovement, 'docx')
export const reportMovementPdf = file(reportMovement, 'pdf')
export const reportMovementCsv = file(reportMovement, 'csv')
export const reportMembershipXlsx = file(reportMembership, 'xlsx')
export const reportMembershipDocx = file(reportMembership, 'docx')
export const reportMembershipPdf = file(reportMembership, 'pdf')
export const reportMembershipCsv = file(reportMembership, 'csv')
export const reportMinistryXlsx = file(reportMinistry, 'xlsx')
export const reportMinistryDocx = file(reportMinistry, 'docx')
export const reportMinistryPdf = file(reportMinistry, 'pdf')
export const reportMinistryCsv = file(reportMinistry, 'csv')
/** A closed quarter prints from its snapshot alone. */
const period = { method: 'GET', access: 'closing:read', download: true, response: z.unknown() } as const
export const printPeriodPdf = defineRoute({
  ...period,
  path: '/reporting-periods/:key/report.pdf',
  summary: 'A closed quarter ready to sign, from its snapshot alone',
  query: z.strictObject(locale),
})
export const printPeriodDocx = defineRoute({
  ...period,
  path: '/reporting-periods/:key/report.docx',
  summary: 'A closed quarter as a document, from its snapshot alone',
  query: z.strictObject(locale),
})
export const printPeriodXlsx = defineRoute({
  ...period,
  path: '/reporting-periods/:key/report.xlsx',
  summary: 'A closed quarter as a workbook, unit by unit, from its snapshot alone',
  query: z.strictObject(locale),
})
export const printPeriodCsv = defineRoute({
  ...period,
  path: '/reporting-periods/:key/report.csv',
  summary: 'The same as CSV',
  query: z.strictObject(locale),
})
export const printBranchReportPdf = defineRoute({
  ...period,
  path: '/branch-reports/:id/report.pdf',
  summary: 'A unit’s report of a quarter ready to sign; from its snapshot once accepted',
  query: z.strictObject(locale),
})
export const printBranchReportDocx = defineRoute({
  ...period,
  path: '/branch-reports/:id/report.docx',
  summary: 'A unit’s report of a quarter as a document; from its snapshot once accepted',
  query: z.strictObject(locale),
})
export const printBranchReportXlsx = defineRoute({
  ...period,
  path: '/branch-reports/:id/report.xlsx',
  summary: 'The figures of a unit’s report of a quarter as a workbook; from its snapshot once accepted',
  query: z.strictObject(locale),
})
export const printBranchReportCsv = defineRoute({
  ...period,
  path: '/branch-reports/:id/report.csv',
  summary: 'The same as CSV',
  query: z.strictObject(locale),
})

export const appealsXlsx = listing(listAppeals, 'xlsx')
export const appealsCsv = listing(listAppeals, 'csv')
export const effectsXlsx = listing(listEffects, 'xlsx')
export const effectsCsv = listing(listEffects, 'csv')
export const membersXlsx = listing({ ...listMembers, access: 'exports:personal' }, 'xlsx')
export const membersCsv = listing({ ...listMembers, access: 'exports:personal' }, 'csv')
export const legalCasesXlsx = listing(listLegalCases, 'xlsx')
export const legalCasesCsv = listing(listLegalCases, 'csv')
export const paymentsXlsx = listing(listPayments, 'xlsx')
export const paymentsCsv = listing(listPayments, 'csv')

export const IssuedReportKind = z.enum(['appeals', 'medadvokat', 'movement', 'membership', 'ministry'])
/** What was sent out, frozen: its query, its figures and its file with their hash. */
export const IssuedReport = z
  .object({
    id: Id,
    report: IssuedReportKind,
    query: z.record(z.string(), z.string()),
    locale: Locale,
    addressee: z.string(),
    letterNumber: z.string().nullable(),
    signedOn: Day.nullable(),
    controlCode: z.string().meta({ description: 'Eight characters, printed on the paper.' }),
    sha256: z.string().meta({ description: 'Of the figures, canonical JSON.' }),
    url: z.string().meta({ description: 'Where the file is.' }),
    issuedBy: z.object({ id: Id, fullName: z.string() }),
    issuedAt: Instant,
  })
  .meta({ id: 'IssuedReport' })
export type IssuedReport = z.output<typeof IssuedReport>
export const issueReport = defineRoute({
  method: 'POST',
  path: '/issued-reports',
  access: 'reports:issue',
  summary: 'Freeze a report as it is sent out',
  status: 201,
  body: z.strictObject({
    id: Id.optional(),
    report: IssuedReportKind,
    query: z.record(z.string().max(40), z.union([z.string().max(2000), z.number(), z.boolean()])),
    locale: Locale,
    addressee: Text(500),
    letterNumber: Text(100).nullish(),
    signedOn: Day.nullish(),
  }),
  response: IssuedReport,
})
export const listIssuedReports = defineRoute({
  method: 'GET',
  path: '/issued-reports',
  access: 'reports:read',
  summary: 'What was sent out, newest first',
  query: z.strictObject({ ...pageQuery() }),
  response: page(IssuedReport),
})
export const openIssuedReport = defineRoute({
  method: 'GET',
  path: '/issued-reports/:id/content',
  access: 'reports:read',
  summary: 'The file that was sent out, the same bytes for ever',
  download: true,
  response: z.unknown(),
})
/** Whoever holds the paper may ask; nothing is answered that does not stand on it. */
export const checkControlCode = defineRoute({
  method: 'POST',
  path: '/control-codes/check',
  access: 'public',
  summary: 'Whether a paper with this code was issued, and with which figures',
  body: z.strictObject({ code: z.string().trim().min(8).max(9) }),
  response: z.object({
    report: IssuedReportKind,
    from: Day,
    to: Day,
    addressee: z.string(),
    letterNumber: z.string().nullable(),
    signedOn: Day.nullable(),
    issuedAt: Instant,
    sha256: z.string(),
    totals: z.array(z.object({ label: z.string(), value: z.int() })),
  }),
})

/** Without `postKk` the post stands on a Kazakh paper as it is. */
const Signer = z.strictObject({ post: Text(300), postKk: Text(300).nullish(), fullName: Text(200), from: Day })
/** What stands on a printed report beside its figures. Signers are those in office on the report's date. */
export const PrintSettings = z
  .object({
    headings: z.record(IssuedReportKind, z.object({ ru: z.string(), kk: z.string(), en: z.string().nullable() })),
    footnote: z.object({ ru: z.string(), kk: z.string(), en: z.string().nullable() }),
    signers: z.array(z.object({ post: z.string(), postKk: z.string().nullable(), fullName: z.string(), from: Day })),
    executor: z.object({ fullName: z.string(), phone: z.string() }).nullable(),
    version: z.int(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'PrintSettings' })
export type PrintSettings = z.output<typeof PrintSettings>
export const getPrintSettings = defineRoute({
  method: 'GET',
  path: '/print-settings',
  access: 'reports:read',
  summary: 'Headings, the standing footnote, signers and executor of printed reports',
  response: PrintSettings,
})
const heading = z.strictObject({ ru: Text(500), kk: Text(500), en: Text(500).nullish() })
export const changePrintSettings = defineRoute({
  method: 'PATCH',
  path: '/print-settings',
  access: 'settings:write',
  summary: 'Change what stands on printed reports',
  ifMatch: true,
  body: z
    .strictObject({
      headings: z.partialRecord(IssuedReportKind, heading),
      footnote: heading,
      signers: z.array(Signer).max(20),
      executor: z.strictObject({ fullName: Text(200), phone: Text(40) }).nullable(),
    })
    .partial(),
  response: PrintSettings,
})
