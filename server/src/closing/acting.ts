import type { BranchReport, changeBranchReport, remindBranch } from '@qorgan/shared/closing'
import type { RouteInput, RouteOutput } from '@qorgan/shared/contract'
import { changedFields } from '../audit/service.ts'
import { notify } from '../notifications/service.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { fieldError, invalid, notFound } from '../platform/errors.ts'
import { requireVersion } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { type ReportAction, refuseReportAction, refuseStranger } from './policy.ts'
import { textOf } from './present.ts'
import { lockReport, type ReportRow } from './queries.ts'
import { leaveTrace, type ReportActing } from './submission.ts'
import { newsOfReport } from './news.ts'

type Acting = ReportActing & { tx: Tx }
type Change = RouteInput<typeof changeBranchReport>['body']

/** Lock, then decide. A reminder changes nothing that anybody reads first: it needs no version. */
async function take({ tx, actor, clock, ifMatch, reportId }: Acting, action: ReportAction): Promise<ReportRow> {
  const row = isUuid(reportId) ? await lockReport(tx, actor, reportId, clock.today()) : undefined
  if (!row) throw notFound()
  refuseStranger(actor, row, action)
  if (action !== 'remind' || !ifMatch.absent) requireVersion(ifMatch, row.version)
  refuseReportAction(row, action, clock.today())
  return row
}

/** Writes the analysis. Examples are appeals that the unit received; a restricted one is nobody's example. */
export async function changeReport(acting: Acting, { examples, signed, ...texts }: Change): Promise<BranchReport> {
  const { tx } = acting
  const row = await take(acting, 'edit')
  const before = textOf(row)
  const after = {
    ...before,
    ...(texts.analysis !== undefined && { analysis: texts.analysis }),
    ...(texts.tensions !== undefined && { tensions: texts.tensions }),
    ...(examples && { examples: await withNumbers(tx, row.unitId, examples) }),
    ...(signed !== undefined && { signed }),
  }
  await tx
    .updateTable('branchReports')
    .set({
      ...after,
      examples: JSON.stringify(after.examples),
      signed: after.signed && JSON.stringify(after.signed),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  return leaveTrace(acting, row, 'branchReport.changed', undefined, changedFields(before, after))
}

async function withNumbers(db: Reader, unitId: string, examples: NonNullable<Change['examples']>) {
  const appeals = await db
    .selectFrom('appeals')
    .select(['id', 'number', 'restricted'])
    .where('branchId', '=', unitId)
    .where('status', '<>', 'annulled')
    .where('id', '=', anyId(examples.map(({ appealId }) => appealId)))
    .execute()
  const known = new Map(appeals.map((appeal) => [appeal.id, appeal]))
  const errors = examples.flatMap(({ appealId }, i) => {
    const path = `/examples/${i}/appealId`
    const appeal = known.get(appealId)
    if (!appeal) return [fieldError(path, 'field.absent')]
    return appeal.restricted ? [fieldError(path, 'field.notAllowed')] : []
  })
  if (errors.length > 0) throw invalid(...errors)
  return examples.map(({ appealId, text }) => ({ appealId, number: known.get(appealId)?.number ?? '', text }))
}

/** Back to the unit; what was handed in stays stored, and is in force no more. */
export async function returnReport(acting: Acting, comment: string): Promise<BranchReport> {
  const row = await take(acting, 'return')
  await acting.tx
    .updateTable('branchReports')
    .set({
      status: 'returned',
      comment,
      snapshotId: null,
      submittedAt: null,
      submittedBy: null,
      submitReason: null,
      acceptedAt: null,
      acceptedBy: null,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute()
  await notify(acting.tx, acting.actor, acting.clock, newsOfReport('branchReport.returned', row))
  return leaveTrace(acting, row, 'branchReport.returned')
}

/** A unit whose office nobody holds reaches nobody: the council is told so, and rings up. */
export async function remindUnit(acting: Acting): Promise<RouteOutput<typeof remindBranch>> {
  const row = await take(acting, 'remind')
  await acting.tx
    .updateTable('branchReports')
    .set({ remindedAt: acting.clock.now(), version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  const reached = await notify(acting.tx, acting.actor, acting.clock, newsOfReport('branchReport.reminded', row))
  return { ...(await leaveTrace(acting, row, 'branchReport.reminded')), reached }
}
