import type { Resolution } from '@qorgan/shared/appeals'
import { addMonths, type Day } from '@qorgan/shared/dates'
import { findTerms } from '../deadlines/service.ts'
import { lockLiving, voidEffects } from '../effects/service.ts'
import type { Tx } from '../platform/db/index.ts'
import { AppError, invalidAt } from '../platform/errors.ts'
import { type Acting, finish, noTransfer, take } from './acting.ts'
import { resolutionErrors } from './draft-rules.ts'
import type { AppealRow } from './queries.ts'
import { resolutionColumns } from './registration.ts'
import { visibleTo } from './scope.ts'

export {
  appealForCase,
  type AppealOfCase,
  endWithCase,
  findAppealForCase,
  findAppealNumbered,
  logCaseOf,
  mergeInto,
  registerForCase,
  reopenWithCase,
  restrictWithCase,
} from './of-cases.ts'
export { presentAppeal } from './present.ts'
export { type AppealRow, appealsInOrder, countAppeals, summariseAppealRows } from './queries.ts'
export { knownTo, visibleTo } from './scope.ts'

/** The longest extension: two months from the present due date (АППК art. 76(3), taken over as the union's own rule). */
const EXTENSION_MONTHS = 2

export async function assignAppeal(acting: Acting, assigneeId: string): Promise<AppealRow> {
  const appeal = await take(acting, 'assign')
  const fullName = await findColleague(acting.tx, assigneeId, appeal.handlingUnitId, acting.today)
  if (fullName === undefined) throw invalidAt('/assigneeId', 'field.absent')
  return finish(
    acting,
    appeal,
    { assigneeId },
    {
      kind: 'assigned',
      action: 'appeal.assigned',
      details: { assigneeId, assigneeName: fullName },
      fields: ['assigneeId'],
    },
  )
}

/** The name of somebody with a post in force in the unit that handles the appeal. */
async function findColleague(tx: Tx, userId: string, unitId: string, today: Day): Promise<string | undefined> {
  const found = await tx
    .selectFrom('posts')
    .innerJoin('users', 'users.id', 'posts.userId')
    .select('users.fullName')
    .where('posts.userId', '=', userId)
    .where('posts.unitId', '=', unitId)
    .where('users.active', '=', true)
    .where('posts.role', 'in', [
      'branch_chair',
      'branch_specialist',
      'organisation_chair',
      'council_head',
      'council_specialist',
      'legal_head',
      'legal_officer',
    ])
    .where('posts.fromOn', '<=', today)
    .where((eb) => eb.or([eb('posts.toOn', 'is', null), eb('posts.toOn', '>=', today)]))
    .executeTakeFirst()
  return found?.fullName
}

export async function startAppeal(acting: Acting): Promise<AppealRow> {
  const appeal = await take(acting, 'start')
  return finish(
    acting,
    appeal,
    { status: 'in_progress' },
    { kind: 'started', action: 'appeal.started', fields: ['status'] },
  )
}

/** Not compared with today: paper is logged afterwards. */
export async function extendDeadline(
  acting: Acting,
  { dueOn, reason }: { dueOn: Day; reason: string },
): Promise<AppealRow> {
  const appeal = await take(acting, 'extend')
  if (dueOn <= appeal.dueOn) throw invalidAt('/dueOn', 'field.notLater')
  if (dueOn > addMonths(appeal.dueOn, EXTENSION_MONTHS)) throw invalidAt('/dueOn', 'field.tooLate')
  return finish(
    acting,
    appeal,
    {},
    {
      kind: 'extended',
      action: 'appeal.extended',
      text: reason,
      details: { dueOn, from: appeal.dueOn },
      fields: ['dueOn'],
      redates: true,
    },
  )
}

export async function suspendAppeal(
  acting: Acting,
  { reason, until }: { reason: string; until?: Day | null | undefined },
): Promise<AppealRow> {
  if (until && until < acting.today) throw invalidAt('/until', 'field.tooLate')
  const appeal = await take(acting, 'suspend')
  return finish(
    acting,
    appeal,
    { status: 'suspended' },
    {
      kind: 'suspended',
      action: 'appeal.suspended',
      text: reason,
      details: { until: until ?? null },
      fields: ['status'],
      redates: true,
    },
  )
}

export async function resumeAppeal(acting: Acting): Promise<AppealRow> {
  const appeal = await take(acting, 'resume')
  return finish(
    acting,
    appeal,
    { status: 'in_progress' },
    { kind: 'resumed', action: 'appeal.resumed', fields: ['status', 'dueOn'], redates: true },
  )
}

export async function resolveAppeal(acting: Acting, resolution: Resolution): Promise<AppealRow> {
  const appeal = await take(acting, 'resolve')
  const living = await lockLiving(acting.tx, appeal.id)
  const errors = resolutionErrors(
    resolution,
    { receivedOn: appeal.receivedOn, hasEffect: living.length > 0 },
    acting.today,
  )
  if (errors.length > 0) throw new AppError('request.invalid', {}, errors)
  const columns = resolutionColumns(resolution, acting.today)
  return finish(
    acting,
    appeal,
    { ...columns, answer: columns.answer && JSON.stringify(columns.answer), status: 'resolved', ...noTransfer },
    {
      kind: 'resolved',
      action: 'appeal.resolved',
      onDate: columns.resolvedOn ?? acting.today,
      details: { outcome: resolution.outcome },
      fields: ['status', 'outcome', 'summary'],
    },
  )
}

/** A new term starts on the day of reopening. */
export async function reopenAppeal(acting: Acting, reason: string): Promise<AppealRow> {
  const appeal = await take(acting, 'reopen')
  const terms = await findTerms(acting.tx)
  const cleared = resolutionColumns(null, acting.today)
  return finish(
    acting,
    appeal,
    { ...cleared, answer: null, status: 'in_progress' },
    {
      kind: 'reopened',
      action: 'appeal.reopened',
      text: reason,
      details: { workingDays: terms.get(appeal.category) ?? 15 },
      fields: ['status', 'dueOn'],
      redates: true,
    },
  )
}

/** The number stays, the effects are voided, and the appeal leaves every list, count and report. */
export async function annulAppeal(
  acting: Acting,
  { reason, duplicateOf }: { reason: string; duplicateOf?: string | null | undefined },
): Promise<AppealRow> {
  const { tx, actor } = acting
  const appeal = await take(acting, 'annul')
  if (duplicateOf) {
    const other = await tx
      .selectFrom('appeals')
      .select('id')
      .where(visibleTo(actor))
      .where('id', '=', duplicateOf)
      .where('id', '<>', appeal.id)
      .executeTakeFirst()
    if (!other) throw invalidAt('/duplicateOf', 'field.absent')
  }
  const living = await lockLiving(tx, appeal.id)
  await voidEffects(
    tx,
    actor,
    living.map(({ id }) => id),
    reason,
  )
  return finish(
    acting,
    appeal,
    { status: 'annulled', annulReason: reason, duplicateOfId: duplicateOf ?? null, ...noTransfer },
    {
      kind: 'annulled',
      action: 'appeal.annulled',
      text: reason,
      details: { voided: living.length },
      fields: ['status'],
    },
  )
}
