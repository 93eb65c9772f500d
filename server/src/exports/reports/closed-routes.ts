import type { Readable } from 'node:stream'
import * as contract from '@qorgan/shared/exports'
import type { Day } from '@qorgan/shared/dates'
import type { Locale } from '@qorgan/shared/fields'
import type { FastifyInstance, FastifyReply } from 'fastify'
import {
  findPeriodBytes,
  findReportDocument,
  readPeriodSnapshot,
  requirePeriod,
  requireReport,
} from '../../closing/service.ts'
import type { Actor } from '../../platform/auth/actor.ts'
import { type Clock, dayOf } from '../../platform/clock.ts'
import type { Reader } from '../../platform/db/index.ts'
import { AppError } from '../../platform/errors.ts'
import { readingAtOnce, register, writing } from '../../platform/http/route.ts'
import { fileName } from '../file-names.ts'
import { framed } from '../frame.ts'
import { csvOfGrid, type GridShape, gridOf } from '../grid.ts'
import type { Paper } from '../paper.ts'
import type { Press } from '../press/press.ts'
import { announce, type Format, wholeFile } from '../sending.ts'
import { findPrintWords } from '../settings.ts'
import { leaveExportTrace } from '../trace.ts'
import { paperWordsOf } from '../words/paper-words.ts'
import { inLanguage, wordsOf } from '../words/words.ts'
import { period as periodLine, signed } from '../written.ts'
import { branchReportPaper, periodPaper, unitLine, unitName } from './closed.ts'
import { branchReportGrid, periodGrid } from './closed-grids.ts'

interface Printed {
  paper: Paper
  shape: GridShape
  corrections: readonly { periodKey: string; count: number; effect: number }[]
  entity: string
  sha256: string
  days: { from: Day; to: Day }
  madeOn: Day
}
type Find = (db: Reader, actor: Actor, id: string, print: { locale: Locale; today: Day }) => Promise<Printed>

/** Quarters on paper: what was frozen, from its snapshot alone; before that, a draft that says so. */
export function closedReportRoutes(app: FastifyInstance, press: Press): void {
  const sent = async (
    find: Find,
    format: Format,
    { actor, clock, reply }: { actor: Actor; clock: Clock; reply: FastifyReply },
    { id, locale }: { id: string; locale: Locale },
  ): Promise<Readable> => {
    const printed = await readingAtOnce(app.db, actor)((db) => find(db, actor, id, { locale, today: clock.today() }))
    const { entity, sha256, days } = printed
    const bytes = await made(press, printed, { format, locale, madeBy: actor.fullName })
    await writing(
      app.db,
      actor,
    )((tx) => leaveExportTrace(tx, actor, { entity, format, query: { ...days, locale }, contentHash: sha256 }))
    announce(reply, format, fileName(wordsOf(locale).reports.appeals, [days.from, days.to], locale, format))
    return wholeFile(reply, bytes)
  }
  for (const [route, format] of [
    [contract.printPeriodPdf, 'pdf'],
    [contract.printPeriodDocx, 'docx'],
    [contract.printPeriodXlsx, 'xlsx'],
    [contract.printPeriodCsv, 'csv'],
  ] as const)
    register(app, route, (call) =>
      sent(findPeriod, format, call, { id: call.input.params.key, locale: call.input.query.locale }),
    )
  for (const [route, format] of [
    [contract.printBranchReportPdf, 'pdf'],
    [contract.printBranchReportDocx, 'docx'],
    [contract.printBranchReportXlsx, 'xlsx'],
    [contract.printBranchReportCsv, 'csv'],
  ] as const)
    register(app, route, (call) =>
      sent(findBranchReport, format, call, { id: call.input.params.id, locale: call.input.query.locale }),
    )
}

async function made(
  press: Press,
  { paper, shape, corrections, days, sha256, madeOn }: Printed,
  { format, locale, madeBy }: { format: Format; locale: Locale; madeBy: string },
): Promise<Buffer> {
  const madeAt = new Date(`${madeOn}T00:00:00Z`)
  if (format === 'pdf' || format === 'docx') return press.print({ format, paper, madeAt })
  const { title, subtitles } = paper
  const name = wordsOf(locale).reports.appeals
  const grid = gridOf(shape, { name, title, subtitles })
  if (format === 'csv') return Buffer.from(csvOfGrid(grid))
  const { parameter, parameters, correctionsOf } = paperWordsOf(locale)
  return press.print({
    format,
    grid,
    parameters: {
      name: parameters,
      rows: [
        [parameter.report, name],
        [parameter.from, days.from],
        [parameter.to, days.to],
        ...corrections.map(({ periodKey, count, effect }): [string, string] => [
          `${correctionsOf}: ${periodKey}`,
          `${signed(count)} (${signed(effect)} ${locale === 'en' ? '₸' : 'тг'})`,
        ]),
        [parameter.madeAt, madeOn],
        [parameter.madeBy, madeBy],
        [parameter.sha256, sha256],
      ],
    },
    madeAt,
  })
}

const findPeriod: Find = async (db, actor, key, { locale, today }) => {
  const row = await requirePeriod(db, actor, key)
  if (row.status !== 'closed') throw new AppError('period.notClosed')
  const { bytes, sha256 } = await findPeriodBytes(db, actor, row, undefined)
  const snapshot = readPeriodSnapshot(bytes)
  const print = await findPrintWords(db)
  const madeOn = row.closedOn ?? today
  const paper = framed(periodPaper(snapshot, locale, [inLanguage(print.footnote, locale)]), {
    locale,
    title: inLanguage(print.headings.appeals, locale),
    subtitles: [periodLine(snapshot.period, locale), paperWordsOf(locale).allUnits],
    on: madeOn,
    madeOn,
    print,
    sha256,
  })
  const { corrections, period: days } = snapshot
  return { paper, shape: periodGrid(snapshot, locale), corrections, entity: 'reportingPeriod', sha256, days, madeOn }
}

const findBranchReport: Find = async (db, actor, id, { locale, today }) => {
  const row = await requireReport(db, actor, id, today)
  const { document, sha256, isAccepted } = await findReportDocument(db, row)
  const madeOn = isAccepted && row.acceptedAt ? dayOf(row.acceptedAt) : today
  const print = await findPrintWords(db)
  const words = paperWordsOf(locale)
  const { unit, text } = document
  const name = unitName(unit, locale)
  const paper = framed(branchReportPaper(document, locale, [inLanguage(print.footnote, locale)]), {
    locale,
    title: inLanguage(print.headings.appeals, locale),
    subtitles: [periodLine(document.period, locale), unitLine(name, locale), ...(isAccepted ? [] : [words.draft])],
    on: text.signed?.on ?? madeOn,
    madeOn,
    // Who signs for a unit stands in its report.
    print: { ...print, executor: null },
    signers: [{ post: text.signed?.post ?? words.chair, fullName: text.signed?.fullName ?? '' }],
    sha256,
  })
  const { corrections, period: days } = document
  return { paper, shape: branchReportGrid(document, locale), corrections, entity: 'branchReport', sha256, days, madeOn }
}
