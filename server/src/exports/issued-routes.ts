import type { Readable } from 'node:stream'
import {
  changePrintSettings,
  checkControlCode,
  getPrintSettings,
  issueReport,
  listIssuedReports,
  openIssuedReport,
} from '@qorgan/shared/exports'
import type { FastifyInstance } from 'fastify'
import { noteFailure, refuseTooManyAttempts } from '../accounts/service.ts'
import { recordEvent } from '../audit/service.ts'
import { AppError, notFound } from '../platform/errors.ts'
import { pageOf } from '../platform/http/pages.ts'
import { command, query, reading, readingAtOnce, register, writing } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { newControlCode, readControlCode } from './control-codes.ts'
import { fileName } from './file-names.ts'
import { beneathQuery, findIssued, findIssuedReports, keepIssued, presentIssued, readQuery } from './issued.ts'
import { prepared } from './prepared.ts'
import type { Press } from './press/press.ts'
import { reportKinds } from './reports/all.ts'
import type { ReportKind, ReportQuery } from './reports/kinds.ts'
import { announce, wholeFile } from './sending.ts'
import { changeSettings, findPrintWords, presentSettings } from './settings.ts'
import { wordsOf } from './words/words.ts'

export function issuedReportRoutes(app: FastifyInstance, press: Press, checkedAt: string | undefined): void {
  query(app, getPrintSettings, async ({ db, actor }) => presentSettings(actor, await findPrintWords(db)))
  command(app, changePrintSettings, ({ tx, actor, input, ifMatch }) => changeSettings(tx, actor, input.body, ifMatch))

  register(app, issueReport, async ({ actor, input: { body }, clock, reply }) => {
    // Each kind reads its own query; what they have in common is enough here.
    const report = reportKinds[body.report] as unknown as ReportKind<ReportQuery, never>
    const { locale, ...asked } = readQuery(report, actor, body, clock.today())
    const id = body.id ?? newId()
    const repeated = () =>
      reading(
        app.db,
        actor,
      )(async (db) => {
        const row = await findIssued(db, id)
        return row && issueReport.response.parse(presentIssued(row))
      })
    const controlCode = newControlCode()
    // An issue that was sent again is not printed again; whether it is the same is judged where it would be written.
    const before = body.id === undefined ? undefined : await repeated()
    const file = await readingAtOnce(
      app.db,
      actor,
    )((db) => prepared(db, report, { actor, query: asked, locale, today: clock.today() })).catch((error: unknown) => {
      throw error instanceof AppError ? beneathQuery(error) : error
    })
    const { addressee, letterNumber = null, signedOn = null } = body
    const paper = file.paper({ addressee, letterNumber, signedOn, controlCode, checkedAt })
    const pdf = before ? Buffer.alloc(0) : await press.print({ format: 'pdf', paper, madeAt: clock.now() })
    const isNew = await writing(
      app.db,
      actor,
    )((tx) => keepIssued(tx, actor, { id, draft: body, query: asked, file, controlCode, pdf }))
    const answer = await repeated()
    if (!answer) throw new AppError('record.idInUse')
    if (!isNew) reply.code(200)
    return answer
  })

  query(app, listIssuedReports, async ({ db, input }) =>
    pageOf(await findIssuedReports(db, input.query), input.query.limit, (row) => [row.place, row.id], presentIssued),
  )

  register(app, openIssuedReport, async ({ actor, input, reply }): Promise<Readable> => {
    const { id } = input.params
    const found = isUuid(id)
      ? await reading(
          app.db,
          actor,
        )((db) =>
          db
            .selectFrom('issuedReports')
            .select(['id', 'file', 'report', 'locale', 'fromOn', 'toOn'])
            .where('id', '=', id)
            .executeTakeFirst(),
        )
      : undefined
    if (!found) throw notFound()
    await writing(
      app.db,
      actor,
    )((tx) =>
      recordEvent(tx, actor, {
        unitId: actor.unitId,
        action: 'issuedReport.opened',
        entity: 'issuedReport',
        entityId: found.id,
      }),
    )
    const title = wordsOf(found.locale).reports[found.report]
    announce(reply, 'pdf', fileName(title, [found.fromOn, found.toOn], found.locale, 'pdf'))
    return wholeFile(reply, found.file)
  })

  command(app, checkControlCode, async ({ tx, input, request }) => {
    // Guesses of one address are counted as those at one account are: a name that no account can have.
    const guesser = `control codes ${request.ip}`
    await refuseTooManyAttempts(tx, guesser, request.ip)
    const code = readControlCode(input.body.code)
    const found = code
      ? await tx.selectFrom('issuedReports').selectAll().where('controlCode', '=', code).executeTakeFirst()
      : undefined
    if (!found) {
      await noteFailure(tx, guesser, request.ip)
      return notFound()
    }
    return {
      report: found.report,
      from: found.fromOn,
      to: found.toOn,
      addressee: found.addressee,
      letterNumber: found.letterNumber,
      signedOn: found.signedOn,
      issuedAt: found.issuedAt.toISOString(),
      sha256: found.sha256,
      totals: found.totals as { label: string; value: number }[],
    }
  })
}
