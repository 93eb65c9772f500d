import type { Readable } from 'node:stream'
import * as contract from '@qorgan/shared/exports'
import type { Route } from '@qorgan/shared/contract'
import type { Locale } from '@qorgan/shared/fields'
import type { FastifyInstance } from 'fastify'
import { readingAtOnce, register, writing } from '../../platform/http/route.ts'
import { fileName } from '../file-names.ts'
import { csvOfGrid } from '../grid.ts'
import { type Prepared, prepared } from '../prepared.ts'
import type { Press } from '../press/press.ts'
import { announce, type Format, wholeFile } from '../sending.ts'
import { leaveExportTrace } from '../trace.ts'
import { reportKinds } from './all.ts'
import type { ReportKind, ReportQuery } from './kinds.ts'

/** Every report as every kind of file: read once, made, recorded, and only then sent. */
export function reportExportRoutes(app: FastifyInstance, press: Press): void {
  function exported<Q extends ReportQuery, F>(report: ReportKind<Q, F>, routes: Record<Format, Route>): void {
    for (const format of ['xlsx', 'docx', 'pdf', 'csv'] as const)
      register(app, routes[format], async ({ actor, input, clock, reply }): Promise<Readable> => {
        // Each of these routes has the report's own query, and a language.
        const { locale, ...query } = input.query as Q & { locale: Locale }
        const file = await readingAtOnce(
          app.db,
          actor,
        )((db) => prepared(db, report, { actor, query: query as unknown as Q, locale, today: clock.today() }))
        const bytes = await made(press, file, { format, madeBy: actor.fullName, madeAt: clock.now() })
        await writing(
          app.db,
          actor,
        )((tx) =>
          leaveExportTrace(tx, actor, {
            entity: `report.${report.kind}`,
            format,
            query: input.query as Record<string, unknown>,
            contentHash: file.sha256,
          }),
        )
        announce(reply, format, fileName(file.title, [file.span.from, file.span.to], locale, format))
        return wholeFile(reply, bytes)
      })
  }

  exported(reportKinds.appeals, {
    xlsx: contract.reportAppealsXlsx,
    docx: contract.reportAppealsDocx,
    pdf: contract.reportAppealsPdf,
    csv: contract.reportAppealsCsv,
  })
  exported(reportKinds.medadvokat, {
    xlsx: contract.reportMedAdvokatXlsx,
    docx: contract.reportMedAdvokatDocx,
    pdf: contract.reportMedAdvokatPdf,
    csv: contract.reportMedAdvokatCsv,
  })
  exported(reportKinds.movement, {
    xlsx: contract.reportMovementXlsx,
    docx: contract.reportMovementDocx,
    pdf: contract.reportMovementPdf,
    csv: contract.reportMovementCsv,
  })
  exported(reportKinds.membership, {
    xlsx: contract.reportMembershipXlsx,
    docx: contract.reportMembershipDocx,
    pdf: contract.reportMembershipPdf,
    csv: contract.reportMembershipCsv,
  })
  exported(reportKinds.ministry, {
    xlsx: contract.reportMinistryXlsx,
    docx: contract.reportMinistryDocx,
    pdf: contract.reportMinistryPdf,
    csv: contract.reportMinistryCsv,
  })
}

async function made(
  press: Press,
  file: Prepared,
  { format, madeBy, madeAt }: { format: Format; madeBy: string; madeAt: Date },
): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(csvOfGrid(file.grid()))
  if (format === 'xlsx')
    return press.print({ format, grid: file.grid(), parameters: file.parameters(madeBy, madeAt), madeAt })
  return press.print({ format, paper: file.paper(), madeAt })
}
