import type { Day } from '@qorgan/shared/dates'
import type { addHearing, changeHearing, Hearing } from '@qorgan/shared/hearings'
import type { RouteInput } from '@qorgan/shared/contract'
import { changedFields } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { type Clock, clockOf } from '../platform/clock.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader } from '../platform/db/index.ts'
import { AppError, invalidAt, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { type CaseActing, leaveCaseTrace, lockCase } from './acting.ts'
import { findHearing, type HearingRow, lockHearing, presentHearing } from './hearing-queries.ts'
import { caseCapabilities, refuseCaseAction } from './policy.ts'
import type { CaseRow } from './queries.ts'
import { sightOf } from './scope.ts'

type Draft = RouteInput<typeof addHearing>['body']
type Change = RouteInput<typeof changeHearing>['body']
type Acting = CaseActing & { clock: Clock }

/** Sets a hearing, or writes down one that was held. */
export async function setHearing(acting: Acting, draft: Draft): Promise<{ hearing: Hearing; isNew: boolean }> {
  const { tx, actor } = acting
  const row = await lockCase(acting)
  const id = draft.id ?? newId()
  if (draft.id && !(await claimId(tx, actor, 'hearing', id, { ...draft, caseId: row.id })))
    return { hearing: await describeHearing(tx, actor, row, id), isNew: false }
  refuseCaseAction(row, 'hearings')
  const { court, courtCaseNumber = null, judge = null, stage, result = null, nextStep = null } = draft
  const startsAt = new Date(draft.startsAt)
  refuseEarly(row, startsAt)
  refuseForeseen(acting.clock, startsAt, result, '/result')
  await tx
    .insertInto('hearings')
    .values({
      id,
      caseId: row.id,
      startsAt,
      court,
      courtCaseNumber,
      judge,
      stage,
      result,
      nextStep,
      enteredBy: actor.userId,
    })
    .execute()
  const hearing = await describeHearing(tx, actor, row, id)
  await leaveCaseTrace(acting, row, {
    kind: 'hearing_set',
    ...traceOf(hearing),
    action: 'hearing.set',
    entity: 'hearing',
    entityId: id,
  })
  return { hearing, isNew: true }
}

/** Changes a hearing, or writes down its result. */
export async function rewriteHearing(
  acting: Acting & { ifMatch: IfMatch },
  itemId: string,
  change: Change,
): Promise<Hearing> {
  const { tx, actor } = acting
  const row = await lockCase(acting)
  const before = isUuid(itemId) ? await lockHearing(tx, row.id, itemId) : undefined
  if (!before) throw notFound()
  requireVersion(acting.ifMatch, before.version)
  refuseCaseAction(row, 'hearings')
  const { startsAt: at, ...fields } = change
  const startsAt = at === undefined ? before.startsAt : new Date(at)
  const result = fields.result === undefined ? before.result : fields.result
  if (at !== undefined) refuseEarly(row, startsAt)
  refuseForeseen(acting.clock, startsAt, result, fields.result ? '/result' : '/startsAt')
  await tx
    .updateTable('hearings')
    .set({ ...fields, startsAt, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
  const hearing = await describeHearing(tx, actor, row, before.id)
  const fieldsChanged = changedFields(shown(actor, row, before), hearing)
  await leaveCaseTrace(acting, row, {
    kind: 'hearing_changed',
    ...traceOf(hearing),
    action: 'hearing.changed',
    entity: 'hearing',
    entityId: before.id,
    fields: fieldsChanged,
  })
  return hearing
}

/** A hearing is not before its case was opened. */
function refuseEarly({ openedOn }: CaseRow, startsAt: Date): void {
  if (dayInAlmaty(startsAt) < openedOn) throw invalidAt('/startsAt', 'field.beforeOpening')
}

/** One that is still ahead has no result. */
function refuseForeseen(clock: Clock, startsAt: Date, result: string | null, path: '/result' | '/startsAt'): void {
  if (result !== null && startsAt > clock.now()) throw invalidAt(path, 'field.inFuture')
}

export const dayInAlmaty = (at: Date): Day => clockOf(() => at).today()

async function describeHearing(db: Reader, actor: Actor, row: CaseRow, id: string): Promise<Hearing> {
  const hearing = await findHearing(db, row.id, id)
  if (!hearing) throw new AppError('record.idInUse')
  return shown(actor, row, hearing)
}

export const shown = (actor: Actor, row: CaseRow, hearing: HearingRow): Hearing =>
  presentHearing(hearing, {
    isOpen: row.status !== 'closed',
    mayEdit: caseCapabilities(actor, sightOf(actor, row), row).hearings ?? false,
  })

/** What the case's log says: when and where, not what was decided. */
const traceOf = ({ id, startsAt, stage, result }: Hearing) => ({
  details: { hearingId: id, startsAt, stage, hasResult: result !== null },
})
