import { Readable } from 'node:stream'
import {
  acceptBranchReport,
  changeBranchReport,
  closePeriod as closePeriodRoute,
  getBranchReport,
  getBranchReportFigures,
  getBranchReportSnapshot,
  getPeriodSnapshot,
  getReportingPeriod,
  listBranchReportChecks,
  listBranchReportDifferences,
  listBranchReports,
  listClosedPeriods,
  listPeriodDifferences,
  listReportingPeriods,
  remindBranch,
  reopenPeriod as reopenPeriodRoute,
  returnBranchReport,
  submitBranchReport,
} from '@qorgan/shared/closing'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { asAttachment } from '../platform/http/disposition.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, considered, query, reading, register } from '../platform/http/route.ts'
import { changeReport, remindUnit, returnReport } from './acting.ts'
import { findChecks } from './checks.ts'
import { findDifferences } from './differences.ts'
import { closePeriod, reopenPeriod } from './period-acting.ts'
import { findClosedPeriods } from './closed-periods.ts'
import { findPeriods, presentPeriod } from './period-queries.ts'
import { presentReport } from './present.ts'
import {
  comparedPeriod,
  comparedReport,
  findPeriodBytes,
  findReportBytes,
  findReportFigures,
  pageOfReports,
  requirePeriod,
  requireReport,
} from './reading.ts'
import { accept, prepareAcceptance, prepareSubmission, submit } from './submission.ts'

export function closingRoutes(app: FastifyInstance): void {
  periodRoutes(app)
  reportReads(app)
  reportActs(app)
}

function periodRoutes(app: FastifyInstance): void {
  query(app, listReportingPeriods, async ({ db, actor, input }) => {
    const { limit, cursor } = input.query
    const [before] = readCursor(cursor, 1) ?? []
    const rows = await findPeriods(db, actor, limit, before)
    return pageOf(
      rows,
      limit,
      ({ key }) => [key],
      (row) => presentPeriod(actor, row),
    )
  })
  query(app, listClosedPeriods, async ({ db }) => ({ items: await findClosedPeriods(db), nextCursor: null }))
  query(app, getReportingPeriod, async ({ db, actor, input }) =>
    presentPeriod(actor, await requirePeriod(db, actor, input.params.key)),
  )
  query(app, listBranchReports, ({ db, actor, input, clock }) => pageOfReports(db, actor, input, clock.today()))
  query(app, listPeriodDifferences, async ({ db, actor, input }) =>
    findDifferences(db, await comparedPeriod(db, actor, await requirePeriod(db, actor, input.params.key)), input.query),
  )
  register<typeof getPeriodSnapshot>(app, getPeriodSnapshot, ({ actor, input, reply }) =>
    reading(
      app.db,
      actor,
    )(async (db) =>
      send(
        reply,
        await findPeriodBytes(db, actor, await requirePeriod(db, actor, input.params.key), input.query.sha256),
      ),
    ),
  )
  command(app, closePeriodRoute, (call) => closePeriod({ ...call, key: call.input.params.key }))
  command(app, reopenPeriodRoute, (call) =>
    reopenPeriod({ ...call, key: call.input.params.key }, call.input.body.reason),
  )
}

function reportReads(app: FastifyInstance): void {
  query(app, getBranchReport, async ({ db, actor, input, clock }) =>
    presentReport(db, actor, await requireReport(db, actor, input.params.id, clock.today()), clock.today()),
  )
  query(app, getBranchReportFigures, async ({ db, actor, input, clock }) =>
    findReportFigures(db, await requireReport(db, actor, input.params.id, clock.today())),
  )
  query(app, listBranchReportChecks, async ({ db, actor, input, clock }) => ({
    items: await findChecks(db, actor, await requireReport(db, actor, input.params.id, clock.today()), clock.today()),
    nextCursor: null,
  }))
  query(app, listBranchReportDifferences, async ({ db, actor, input, clock }) =>
    findDifferences(
      db,
      await comparedReport(db, await requireReport(db, actor, input.params.id, clock.today())),
      input.query,
    ),
  )
  register<typeof getBranchReportSnapshot>(app, getBranchReportSnapshot, ({ actor, input, reply, clock }) =>
    reading(
      app.db,
      actor,
    )(async (db) =>
      send(
        reply,
        await findReportBytes(db, await requireReport(db, actor, input.params.id, clock.today()), input.query.sha256),
      ),
    ),
  )
}

/** Every act on a report says which one, and which version of it was seen. */
const on = <C extends { input: { params: { id: string } } }>(call: C) => ({
  ...call,
  reportId: call.input.params.id,
})

function reportActs(app: FastifyInstance): void {
  command(app, changeBranchReport, (call) => changeReport(on(call), call.input.body))
  considered(
    app,
    submitBranchReport,
    (call) => prepareSubmission({ ...on(call), reason: call.input.body.reason }),
    (call, seen) => submit({ ...on(call), reason: call.input.body.reason }, seen),
  )
  command(app, returnBranchReport, (call) => returnReport(on(call), call.input.body.comment))
  considered(
    app,
    acceptBranchReport,
    (call) => prepareAcceptance({ ...on(call), sha256: call.input.body.sha256 }),
    (call, seen) => accept(on(call), seen),
  )
  command(app, remindBranch, (call) => remindUnit(on(call)))
}

/** The bytes as they were stored, and their hash, so that whoever keeps them can prove them. */
function send(reply: FastifyReply, { bytes, sha256, name }: { bytes: Buffer; sha256: string; name: string }): Readable {
  reply
    .type('application/json; charset=utf-8')
    .header('content-length', bytes.length)
    .header('content-disposition', asAttachment(name))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('etag', `"${sha256}"`)
    .header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
  return Readable.from([bytes])
}
