import type { AppealOutcome } from '@qorgan/shared/effects'
import type { Day } from '@qorgan/shared/dates'
import type { FundingDecision, LegalOutcome, LegalCaseStatus } from '@qorgan/shared/legal-cases'
import {
  endWithCase,
  findAppealForCase,
  logCaseOf,
  mergeInto,
  reopenWithCase,
  restrictWithCase,
} from '../appeals/service.ts'
import { recordEvent } from '../audit/service.ts'
import { AppError, invalidAt } from '../platform/errors.ts'
import type { IfMatch } from '../platform/http/route.ts'
import { type CaseActing, changeCaseRow, leaveCaseTrace, takeCase } from './acting.ts'
import type { CaseRow } from './queries.ts'

export type OnCase = CaseActing & { ifMatch: IfMatch }

/** Funding leads to counsel, advice to work without counsel, and declining ends the case. */
const afterDecision = {
  fund: 'awaiting_lawyer',
  advice_only: 'active',
  decline: 'closed',
} as const satisfies Record<FundingDecision, LegalCaseStatus>

/** What a case's end means for the appeal that was made for it. */
const appealOutcomes = {
  won: 'satisfied',
  partly_won: 'partly_satisfied',
  lost: 'refused',
  settled: 'settled',
  terminated: 'satisfied',
  withdrawn: 'withdrawn',
  advice_given: 'explained',
  declined: 'refused',
} as const satisfies Record<LegalOutcome, AppealOutcome>

export async function decideCase(
  acting: OnCase,
  given: {
    decision: FundingDecision
    number?: string | null | undefined
    decidedOn: Day
    reason?: string | null | undefined
  },
): Promise<void> {
  const { tx, actor, today } = acting
  if (given.decidedOn > today) throw invalidAt('/decidedOn', 'field.inFuture')
  const row = await takeCase(acting, 'decide')
  if (given.decidedOn < row.openedOn) throw invalidAt('/decidedOn', 'field.beforeOpening')
  const declined = given.decision === 'decline'
  await changeCaseRow(tx, row, {
    status: afterDecision[given.decision],
    decision: given.decision,
    decisionNumber: given.number ?? null,
    decidedOn: given.decidedOn,
    decidedBy: actor.userId,
    ...(declined && { outcome: 'declined', closedOn: given.decidedOn }),
  })
  await tx
    .updateTable('legalCaseContents')
    .set({ decisionReason: given.reason ?? null })
    .where('caseId', '=', row.id)
    .execute()
  if (declined) await endAppeal(acting, row, 'declined', given.decidedOn)
  await leaveCaseTrace(acting, row, {
    kind: 'decided',
    onDate: given.decidedOn,
    text: given.reason,
    details: { decision: given.decision, number: given.number ?? null },
    action: 'legalCase.decided',
    fields: ['status', 'decision'],
  })
}

export async function closeCase(
  acting: OnCase,
  given: { outcome: LegalOutcome; closedOn: Day; summary: string },
): Promise<void> {
  const { tx, today } = acting
  if (given.closedOn > today) throw invalidAt('/closedOn', 'field.inFuture')
  const row = await takeCase(acting, 'close')
  if (given.closedOn < row.openedOn) throw invalidAt('/closedOn', 'field.beforeOpening')
  await changeCaseRow(tx, row, { status: 'closed', outcome: given.outcome, closedOn: given.closedOn })
  await tx
    .updateTable('legalCaseContents')
    .set({ closingSummary: given.summary })
    .where('caseId', '=', row.id)
    .execute()
  await endAppeal(acting, row, given.outcome, given.closedOn)
  await leaveCaseTrace(acting, row, {
    kind: 'closed',
    onDate: given.closedOn,
    details: { outcome: given.outcome },
    action: 'legalCase.closed',
    fields: ['status', 'outcome'],
  })
}

async function endAppeal(acting: OnCase, row: CaseRow, outcome: LegalOutcome, on: Day): Promise<void> {
  if (row.appealIsOwn)
    // Without the number: the appeal names a person, and the case may be restricted, or become so.
    await endWithCase(acting, row.appealId, { outcome: appealOutcomes[outcome], summary: 'МедАдвокат', on })
  await logCaseOf(acting, { id: row.appealId, branchId: row.branchId }, 'case_closed', {
    caseId: row.id,
    number: row.number,
    outcome,
  })
}

/** Back to where its decision and its contracts put it; a declined case is screened again. */
export async function reopenCase(acting: OnCase, reason: string): Promise<void> {
  const { tx } = acting
  const row = await takeCase(acting, 'reopen')
  const inForce = await tx
    .selectFrom('caseAssignments')
    .select('id')
    .where('caseId', '=', row.id)
    .where('endedOn', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const decision = row.decision === 'decline' ? null : row.decision
  const status: LegalCaseStatus = inForce ? 'active' : decision ? afterDecision[decision] : 'screening'
  await changeCaseRow(tx, row, {
    status,
    outcome: null,
    closedOn: null,
    ...(decision === null && { decision: null, decisionNumber: null, decidedOn: null, decidedBy: null }),
  })
  await tx.updateTable('legalCaseContents').set({ closingSummary: null }).where('caseId', '=', row.id).execute()
  if (row.appealIsOwn) await reopenWithCase(acting, row.appealId, reason)
  await leaveCaseTrace(acting, row, {
    kind: 'reopened',
    text: reason,
    action: 'legalCase.reopened',
    fields: ['status', 'outcome'],
  })
}

/** The case turns out to belong to an appeal that was there before: one ledger, one count. */
export async function mergeCase(acting: OnCase, appealId: string): Promise<void> {
  const { tx, actor } = acting
  const row = await takeCase(acting, 'merge')
  const target = await findAppealForCase(acting, appealId)
  if (!target || target.id === row.appealId) throw invalidAt('/appealId', 'field.absent')
  if (target.status === 'annulled') throw new AppError('appeal.wrongStatus', { status: target.status, action: 'merge' })
  const restricted = row.restricted || target.restricted
  await changeCaseRow(tx, row, { appealId: target.id, branchId: target.branchId, appealIsOwn: false, restricted })
  const moved = await mergeInto(acting, { id: row.appealId, branchId: row.branchId }, target, 'МедАдвокат')
  if (restricted && !target.restricted) await restrictWithCase(acting, target.id, true)
  await logCaseOf(acting, target, 'case_opened', { caseId: row.id, number: row.number })
  await leaveCaseTrace(
    acting,
    { id: row.id, branchId: target.branchId },
    {
      kind: 'merged',
      details: { appealNumber: target.number, moved },
      action: 'legalCase.merged',
      fields: ['appealId', 'branchId'],
    },
  )
  await recordEvent(tx, actor, {
    unitId: row.branchId,
    action: 'appeal.annulled',
    entity: 'appeal',
    entityId: row.appealId,
    fields: ['status'],
  })
}
