import type { checkConflicts, ConflictCheck, decideConflictCheck } from '@qorgan/shared/lawyers'
import type { RouteInput } from '@qorgan/shared/contract'
import { sql } from 'kysely'
import { lockLawyer } from '../lawyers/service.ts'
import { asSystem } from '../platform/db/scope.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { newId } from '../platform/ids.ts'
import { type CaseActing, honourVersion, leaveCaseTrace, lockCase } from './acting.ts'
import { findMatches } from './conflict-check-matches.ts'
import { findCheck, presentCheck } from './conflict-check-queries.ts'
import { type Created, isNewBeneath, type OnItem, written } from './money-acting.ts'
import { refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'

const show = async ({ tx, actor }: CaseActing, row: CaseRow, id: string): Promise<ConflictCheck> =>
  presentCheck(actor, written(await findCheck(tx, actor, row.id, id)), row)

/** Kept also when nothing is found: that somebody looked is what an assignment rests on. */
export async function checkCounsel(
  acting: CaseActing,
  body: RouteInput<typeof checkConflicts>['body'],
): Promise<Created<ConflictCheck>> {
  const { tx, actor } = acting
  const row = await lockCase(acting)
  const { id = newId(), lawyerId } = body
  if (!(await isNewBeneath(acting, 'conflictCheck', body, { caseId: row.id })))
    return { item: await show(acting, row, id), isNew: false }
  const lawyer = await lockLawyer(tx, lawyerId, 'assign')
  if (!lawyer) throw invalidAt('/lawyerId', 'field.absent')
  refuseCaseAction(row, 'conflict-checks')
  const legalCase = { id: row.id, appealId: row.appealId, opposingParty: row.contents?.opposingParty ?? '' }
  // The opponent may be any member, of whom the legal department sees those of its cases.
  const matches = await asSystem(tx, actor, () => findMatches(tx, { legalCase, lawyer }))
  await tx
    .insertInto('conflictChecks')
    .values({ id, caseId: row.id, lawyerId, matches: JSON.stringify(matches), checkedBy: actor.userId })
    .execute()
  const item = await show(acting, row, id)
  await leaveCaseTrace(acting, row, {
    kind: 'conflict_checked',
    details: { checkId: id, lawyerId, lawyerName: lawyer.fullName, matches: matches.length },
    action: 'conflictCheck.made',
    entity: 'conflictCheck',
    entityId: id,
  })
  return { item, isNew: true }
}

/** Once: another decision is another check. */
export async function decideCheck(
  acting: OnItem,
  given: RouteInput<typeof decideConflictCheck>['body'],
): Promise<ConflictCheck> {
  const { tx, actor, itemId, ifMatch } = acting
  if (given.decision === 'waived' && !given.reason) throw invalidAt('/reason', 'field.required')
  const row = await lockCase(acting)
  const check = await findCheck(tx, actor, row.id, itemId)
  if (!check) throw notFound()
  honourVersion(ifMatch, check.version)
  if (check.decision) throw new AppError('conflictCheck.decided')
  refuseCaseAction(row, 'conflict-checks')
  await tx
    .updateTable('conflictChecks')
    .set({
      decision: given.decision,
      reason: given.reason ?? null,
      chairUnderAccused: given.chairUnderAccused ?? null,
      decidedBy: actor.userId,
      decidedAt: sql`now()`,
      version: check.version + 1,
    })
    .where('id', '=', check.id)
    .execute()
  const after = await show(acting, row, check.id)
  await leaveCaseTrace(acting, row, {
    kind: 'conflict_decided',
    details: {
      checkId: check.id,
      lawyerId: check.lawyerId,
      lawyerName: check.lawyerName,
      decision: given.decision,
    },
    action: 'conflictCheck.decided',
    entity: 'conflictCheck',
    entityId: check.id,
    fields: ['decision'],
  })
  return after
}
