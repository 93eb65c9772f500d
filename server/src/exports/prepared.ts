import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Day } from '@qorgan/shared/dates'
import type { Locale } from '@qorgan/shared/fields'
import { COUNCIL_ID, toUnitIds } from '../organisation/service.ts'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import { dayOf } from '../platform/clock.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { type Framing, framed } from './frame.ts'
import { type Grid, gridOf, type Parameters } from './grid.ts'
import type { Paper } from './paper.ts'
import type { Kind, ReportKind, ReportQuery, Span } from './reports/kinds.ts'
import { findPrintWords, type PrintWords } from './settings.ts'
import { filled, paperWordsOf } from './words/paper-words.ts'
import { inLanguage, wordsOf } from './words/words.ts'
import { period } from './written.ts'

/** A report as it was read once: whatever file is made of it has the same figures and the same hash. */
export interface Prepared {
  title: string
  span: Span
  /** What is hashed: the question and its figures, as RFC 8785 writes them. */
  bytes: Buffer
  sha256: string
  totals: { label: string; value: number }[]
  paper: (issue?: Framing['issue']) => Paper
  grid: () => Grid
  parameters: (madeBy: string, madeAt: Date) => Parameters
}

interface Asking<Q> {
  actor: Actor
  query: Q
  locale: Locale
  today: Day
}

export async function prepared<Q extends ReportQuery, F>(
  db: Reader,
  report: ReportKind<Q, F>,
  { actor, query, locale, today }: Asking<Q>,
): Promise<Prepared> {
  const figures = await report.read(db, actor, query, today)
  const print = await findPrintWords(db)
  const span = report.span(query, today)
  const subtitles = [
    period(span, locale),
    ...(await unitsLine(db, actor, report.kind, { branchId: query.branchId, locale })),
  ]
  const bytes = Buffer.from(canonicalize({ report: report.kind, query, figures }) ?? '')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const title = headingOf(print, report.kind, locale)
  const words = wordsOf(locale)
  return {
    title: words.reports[report.kind],
    span,
    bytes,
    sha256,
    totals: report.totals(figures, locale),
    paper: (issue) =>
      framed(report.paper(figures, query, locale, [inLanguage(print.footnote, locale)]), {
        locale,
        title,
        subtitles,
        on: today,
        madeOn: today,
        print,
        sha256,
        ...(issue && { issue }),
      }),
    grid: () => gridOf(report.grid(figures, query, locale), { name: words.reports[report.kind], title, subtitles }),
    parameters: (madeBy, madeAt) => {
      const { parameter, parameters } = paperWordsOf(locale)
      return {
        name: parameters,
        rows: [
          [parameter.report, words.reports[report.kind]],
          [parameter.from, span.from],
          [parameter.to, span.to],
          ...(subtitles[1] === undefined ? [] : ([[parameter.branchId, subtitles[1]]] as const)),
          ...report.remarks(figures, query, locale),
          [parameter.madeAt, `${dayOf(madeAt)} ${almatyTime(madeAt)}`],
          [parameter.madeBy, madeBy],
          [parameter.sha256, sha256],
        ],
      }
    },
  }
}

const headingOf = (print: PrintWords, kind: Kind, locale: Locale) => inLanguage(print.headings[kind], locale)

/** Clocks of the union stand five hours before UTC. */
const almatyTime = (at: Date) => new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(11, 16)

/** Whose figures they are, where they are not everybody's. */
async function unitsLine(
  db: Reader,
  actor: Actor,
  kind: Kind,
  { branchId, locale }: { branchId: readonly string[] | undefined; locale: Locale },
): Promise<string[]> {
  const words = paperWordsOf(locale)
  const asked = branchId?.length ? toUnitIds(branchId) : seesUnion(actor) ? undefined : [actor.unitId]
  // The council's apparatus has no members: they are of branches.
  if (asked === undefined) return [kind === 'membership' ? words.allBranches : words.allUnits]
  const units = await db
    .selectFrom('units')
    .select(['id', 'nameRu as ru', 'nameKk as kk', 'nameEn as en'])
    .where('id', '=', anyId(asked))
    .orderBy('kind')
    .orderBy('nameRu')
    .execute()
  const organisation =
    databaseRoleOf(actor) === 'qorgan_organisation' && actor.organisationId
      ? await db
          .selectFrom('primaryOrganisations')
          .select(['nameRu as ru', 'nameKk as kk', 'nameEn as en'])
          .where('id', '=', actor.organisationId)
          .executeTakeFirst()
      : undefined
  const names = units.map((unit) => (unit.id === COUNCIL_ID ? wordsOf(locale).council : inLanguage(unit, locale)))
  return [
    filled(words.unit, { name: [...names, ...(organisation ? [inLanguage(organisation, locale)] : [])].join(', ') }),
  ]
}
