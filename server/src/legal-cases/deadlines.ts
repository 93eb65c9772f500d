import type { RouteInput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { addCaseDeadline, CaseDeadline, changeCaseDeadline } from '@qorgan/shared/legal-terms'
import type { WorkingCalendar } from '@qorgan/shared/working-days'
import { sql, type UpdateObject } from 'kysely'
import { changedFields } from '../audit/service.ts'
import { findCalendar, holdCalendar, type KeptRule, ruleAsKept } from '../deadlines/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { DB, Tx } from '../platform/db/index.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { type CaseActing, type CaseTrace, honourVersion, leaveCaseTrace, lockCase } from './acting.ts'
import { changedDay, editionAgain, editionFor, refuseDay, refuseTooLate } from './deadline-change.ts'
import {
  computed,
  type DeadlineRow,
  findDeadline,
  lockDeadline,
  nearUntil,
  presentDeadline,
} from './deadline-queries.ts'
import { caseCapabilities, refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'
import { sightOf } from './scope.ts'

type Draft = RouteInput<typeof addCaseDeadline>['body']
type Change = RouteInput<typeof changeCaseDeadline>['body']
type OnDeadline = CaseActing & { ifMatch: IfMatch }

/** A term by a rule of law from its event, or one of one's own. */
export async function setDeadline(
  acting: CaseActing,
  draft: Draft,
): Promise<{ deadline: CaseDeadline; isNew: boolean }> {
  const { tx, actor, today } = acting
  if ('ruleKey' in draft) refuseDay('/eventDate', draft.eventDate, today)
  // A day that is set meanwhile waits, and then moves this term with the others. Before the case: whoever sets it locks in this order.
  await holdCalendar(tx)
  const calendar = await findCalendar(tx)
  const row = await lockCase(acting)
  const id = draft.id ?? newId()
  if (draft.id && !(await claimId(tx, actor, 'caseDeadline', id, { ...draft, caseId: row.id })))
    return { deadline: await describeDeadline(acting, row, id, calendar), isNew: false }
  refuseCaseAction(row, 'deadlines')
  const columns =
    'ruleKey' in draft ? await byRule(tx, row, draft, calendar) : { title: draft.title, dueOn: draft.dueOn }
  await tx
    .insertInto('caseDeadlines')
    .values({ id, caseId: row.id, ...columns, enteredBy: actor.userId })
    .execute()
  const deadline = await describeDeadline(acting, row, id, calendar)
  await leaveCaseTrace(acting, row, { ...traceOf(deadline), kind: 'deadline_set', action: 'caseDeadline.set' })
  return { deadline, isNew: true }
}

async function byRule(
  tx: Tx,
  row: CaseRow,
  { ruleKey, eventDate }: { ruleKey: string; eventDate: Day },
  calendar: WorkingCalendar,
) {
  const edition = await editionFor(tx, row.kind, ruleKey, eventDate)
  const term = computed(calendar, ruleAsKept(edition), eventDate)
  refuseTooLate(term)
  return {
    ruleId: edition.id,
    rule: JSON.stringify(ruleAsKept(edition)),
    eventDate,
    dueOn: term.date,
    computedOn: term.date,
    explained: JSON.stringify(term.explained),
    provisional: term.provisional,
  }
}

/** Corrects the event, or sets another day with its reason. Whatever changes, somebody has to check it anew. */
export async function rewriteDeadline(acting: OnDeadline, itemId: string, change: Change): Promise<CaseDeadline> {
  const { tx, today } = acting
  if (change.eventDate !== undefined) {
    refuseDay('/eventDate', change.eventDate, today)
    await holdCalendar(tx)
  }
  const calendar = await findCalendar(tx)
  const { row, before } = await take(acting, itemId)
  requireVersion(acting.ifMatch, before.version)
  refuseLater(row, before)
  const moved = await movedColumns(tx, before, change.eventDate, calendar)
  const day = changedDay(before, change, moved?.computedOn ?? before.computedOn)
  const values = { ...moved, ...day, ...(change.title !== undefined && { title: change.title }) }
  await tx
    .updateTable('caseDeadlines')
    .set({ ...values, checkedBy: null, checkedAt: null, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
  const deadline = await describeDeadline(acting, row, before.id, calendar)
  await leaveCaseTrace(acting, row, {
    ...traceOf(deadline),
    text: change.reason,
    kind: 'deadline_changed',
    action: 'caseDeadline.changed',
    fields: changedFields(shownDeadline(acting, row, before, calendar), deadline),
  })
  return deadline
}

async function movedColumns(tx: Tx, before: DeadlineRow, eventDate: Day | undefined, calendar: WorkingCalendar) {
  if (eventDate === undefined || before.ruleId === null) return undefined
  const { ruleId, rule } = await editionAgain(tx, { ruleId: before.ruleId, rule: before.rule as KeptRule }, eventDate)
  const term = computed(calendar, rule, eventDate)
  refuseTooLate(term)
  return {
    ruleId,
    rule: JSON.stringify(rule),
    eventDate,
    computedOn: term.date,
    explained: JSON.stringify(term.explained),
    provisional: term.provisional,
  }
}

/** Somebody has looked at the date and stands for it; whoever was first stays. */
export async function checkDeadline(acting: OnDeadline, itemId: string): Promise<CaseDeadline> {
  const { row, before } = await take(acting, itemId)
  honourVersion(acting.ifMatch, before.version)
  refuseLater(row, before)
  if (before.checkedBy !== null) return describeDeadline(acting, row, before.id, await findCalendar(acting.tx))
  return mark(acting, row, before, {
    values: { checkedBy: acting.actor.userId, checkedAt: sql<Date>`now()` },
    trace: { kind: 'deadline_checked', action: 'caseDeadline.checked', fields: ['checkedBy'] },
  })
}

export async function meetDeadline(acting: OnDeadline, itemId: string, doneOn: Day): Promise<CaseDeadline> {
  refuseDay('/doneOn', doneOn, acting.today)
  const { row, before } = await take(acting, itemId)
  honourVersion(acting.ifMatch, before.version)
  if (before.eventDate && doneOn < before.eventDate) throw invalidAt('/doneOn', 'field.reversed')
  refuseLater(row, before)
  return mark(acting, row, before, {
    values: { doneOn },
    trace: { kind: 'deadline_done', onDate: doneOn, action: 'caseDeadline.done', fields: ['doneOn'] },
  })
}

async function take(acting: CaseActing, itemId: string): Promise<{ row: CaseRow; before: DeadlineRow }> {
  const row = await lockCase(acting)
  const before = isUuid(itemId) ? await lockDeadline(acting.tx, row.id, itemId) : undefined
  if (!before) throw notFound()
  return { row, before }
}

/** What was met stays as it is, and so does everything of a closed case. */
function refuseLater(row: CaseRow, { doneOn }: DeadlineRow): void {
  refuseCaseAction(row, 'deadlines')
  if (doneOn !== null) throw new AppError('deadline.done')
}

async function mark(
  acting: CaseActing,
  row: CaseRow,
  before: DeadlineRow,
  { values, trace }: { values: UpdateObject<DB, 'caseDeadlines'>; trace: CaseTrace },
): Promise<CaseDeadline> {
  const { tx } = acting
  await tx
    .updateTable('caseDeadlines')
    .set({ ...values, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
  const deadline = await describeDeadline(acting, row, before.id, await findCalendar(tx))
  await leaveCaseTrace(acting, row, { ...traceOf(deadline), ...trace })
  return deadline
}

async function describeDeadline(
  acting: CaseActing,
  row: CaseRow,
  id: string,
  calendar: WorkingCalendar,
): Promise<CaseDeadline> {
  const deadline = await findDeadline(acting.tx, row.id, id)
  if (!deadline) throw new AppError('record.idInUse')
  return shownDeadline(acting, row, deadline, calendar)
}

export const shownDeadline = (
  { actor, today }: { actor: Actor; today: Day },
  row: CaseRow,
  deadline: DeadlineRow,
  calendar: WorkingCalendar,
): CaseDeadline =>
  presentDeadline(deadline, {
    today,
    near: nearUntil(calendar, today),
    mayWork: caseCapabilities(actor, sightOf(actor, row), row).deadlines ?? false,
  })

/** Of a term by a rule the log says which; what people wrote themselves stands in the term alone. */
const traceOf = ({ id, ruleKey, title, dueOn }: CaseDeadline) => ({
  entity: 'caseDeadline',
  entityId: id,
  details: { deadlineId: id, ruleKey, title: ruleKey === null ? null : title, dueOn },
})
