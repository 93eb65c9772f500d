import type { IssuedReport, issueReport } from '@qorgan/shared/exports'
import type { RouteInput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { FieldError } from '@qorgan/shared/errors'
import type { Locale } from '@qorgan/shared/fields'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError, invalidAt } from '../platform/errors.ts'
import { fieldErrors, parse } from '../platform/http/input.ts'
import { readCursor } from '../platform/http/pages.ts'
import type { Prepared } from './prepared.ts'
import type { ReportKind, ReportQuery } from './reports/kinds.ts'

type Draft = RouteInput<typeof issueReport>['body']

/** The query of the named report, as its own route would take it; what is wrong with it is told at its place in the body. */
export function readQuery<Q extends ReportQuery>(
  report: ReportKind<Q, never>,
  actor: Actor,
  { query, locale }: Draft,
  today: Day,
): Q & { locale: Locale } {
  if (!may(actor, report.access)) throw new AppError('auth.forbidden')
  if ('locale' in query) throw invalidAt('/query/locale', 'field.unknown')
  const read = parse(report.query, { ...asText(query), locale })
  if (!read.success) throw new AppError('request.invalid', {}, fieldErrors(read.error, '/query'))
  const { from, to } = report.span(read.data, today)
  if (to < from) throw invalidAt('/query/to', 'field.reversed')
  return read.data
}

/** As an address would hold it. */
const asText = (query: Draft['query']): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))

/** Findings of a report about its query, seen from the body. */
export const beneathQuery = (error: AppError): AppError =>
  error.code === 'request.invalid' && error.errors
    ? new AppError(
        'request.invalid',
        {},
        error.errors.map((one: FieldError) => ({
          ...one,
          path: one.path.startsWith('/query') ? one.path : `/query${one.path}`,
        })),
      )
    : error

const issued = (db: Reader) =>
  db
    .selectFrom('issuedReports')
    .innerJoin('users', 'users.id', 'issuedReports.issuedBy')
    .select([
      'issuedReports.id',
      'issuedReports.report',
      'issuedReports.query',
      'issuedReports.locale',
      'issuedReports.addressee',
      'issuedReports.letterNumber',
      'issuedReports.signedOn',
      'issuedReports.controlCode',
      'issuedReports.sha256',
      'issuedReports.issuedBy',
      'issuedReports.issuedAt',
      'users.fullName as issuedByName',
      // A Date keeps milliseconds, PostgreSQL microseconds: the place in a list is exact.
      sql<string>`issued_reports.issued_at::text`.as('place'),
    ])
export type IssuedRow = Awaited<ReturnType<ReturnType<typeof issued>['executeTakeFirstOrThrow']>>

export const findIssued = (db: Reader, id: string): Promise<IssuedRow | undefined> =>
  issued(db).where('issuedReports.id', '=', id).executeTakeFirst()

export function findIssuedReports(
  db: Reader,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<IssuedRow[]> {
  const after = readCursor(cursor, 2)
  return issued(db)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(issued_reports.issued_at, issued_reports.id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('issuedReports.issuedAt', 'desc')
    .orderBy('issuedReports.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const presentIssued = (row: IssuedRow): IssuedReport => ({
  id: row.id,
  report: row.report,
  query: row.query as Record<string, string>,
  locale: row.locale,
  addressee: row.addressee,
  letterNumber: row.letterNumber,
  signedOn: row.signedOn,
  controlCode: row.controlCode,
  sha256: row.sha256,
  url: `/api/v1/issued-reports/${row.id}/content`,
  issuedBy: { id: row.issuedBy, fullName: row.issuedByName },
  issuedAt: row.issuedAt.toISOString(),
})

interface Sealed {
  id: string
  draft: Draft
  query: ReportQuery
  file: Prepared
  controlCode: string
  pdf: Buffer
}

/** Writes down what is sent out, for ever. False: the same was issued before by the same person. */
export async function keepIssued(tx: Tx, actor: Actor, sealed: Sealed): Promise<boolean> {
  const { id, draft, query, file, controlCode, pdf } = sealed
  if (draft.id !== undefined && !(await claimId(tx, actor, 'issuedReport', id, draft))) return false
  await tx
    .insertInto('issuedReports')
    .values({
      id,
      report: draft.report,
      query: JSON.stringify(plain(query)),
      fromOn: file.span.from,
      toOn: file.span.to,
      locale: draft.locale,
      addressee: draft.addressee,
      letterNumber: draft.letterNumber ?? null,
      signedOn: draft.signedOn ?? null,
      controlCode,
      figures: file.bytes,
      sha256: file.sha256,
      totals: JSON.stringify(file.totals),
      file: pdf,
      issuedBy: actor.userId,
    })
    .execute()
  await recordEvent(tx, actor, {
    unitId: actor.unitId,
    action: 'report.issued',
    entity: 'issuedReport',
    entityId: id,
    contentHash: file.sha256,
  })
  return true
}

/** Everything that was asked, defaults too, each as a text. */
const plain = (query: ReportQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
      value === undefined || name === 'locale'
        ? []
        : [[name, Array.isArray(value) ? value.join(',') : `${value as string | boolean}`]],
    ),
  )
