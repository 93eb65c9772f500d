import type { AppealFilter } from '@qorgan/shared/appeals'
import { type Day } from '@qorgan/shared/dates'
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { countedAs, isOneOf, ofAppeal } from '../effects/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { DB } from '../platform/db/index.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import { receivedBy } from './scope.ts'

type Eb = ExpressionBuilder<DB, 'appeals'>

/** What a filter means on a day. */
export interface Meaning {
  today: Day
  /** Until here a due date is "soon": three working days on. */
  soon: Day
  text: string | undefined
}

/** Annulled appeals are in no list unless they are asked for by name. */
export function matching(actor: Actor, filter: AppealFilter, { today, soon, text }: Meaning) {
  return (eb: Eb): Expression<SqlBool> => {
    const conditions = [...countedAs(eb, 'appeals', filter), ...ofAppeal(eb, filter)]
    const isOpen = () => eb('appeals.status', 'in', ['registered', 'in_progress'])
    if (!filter.status?.length) conditions.push(eb('appeals.status', '<>', 'annulled'))
    if (filter.handling?.length)
      conditions.push(
        eb(
          'appeals.handlingUnitId',
          '=',
          anyId(
            filter.handling.map((unit) => (unit === 'mine' ? actor.unitId : unit === 'council' ? COUNCIL_ID : unit)),
          ),
        ),
      )
    if (!filter.handling?.length && !filter.transfer?.length) conditions.push(receivedBy(actor)(eb))
    if (filter.transfer?.length)
      conditions.push(eb.or(filter.transfer.map((direction) => transferred(eb, actor, direction))))
    if (filter.assigneeId?.length)
      conditions.push(
        isOneOf(
          eb,
          'assigneeId',
          filter.assigneeId.map((id) => (id === 'me' ? actor.userId : id)),
        ),
      )
    if (filter.memberId?.length) conditions.push(isOneOf(eb, 'memberId', filter.memberId))
    if (filter.batchId?.length) conditions.push(isOneOf(eb, 'batchId', filter.batchId))
    if (filter.noEffectReason?.length) conditions.push(isOneOf(eb, 'noEffectReason', filter.noEffectReason))
    if (filter.membership?.length) conditions.push(eb('appeals.membership', '=', anyText(filter.membership) as never))
    if (filter.repeat !== undefined) conditions.push(eb('appeals.repeatOfId', filter.repeat ? 'is not' : 'is', null))
    if (filter.consultation !== undefined) conditions.push(eb('appeals.consultation', '=', filter.consultation))
    if (filter.urgent !== undefined) conditions.push(eb('appeals.urgent', '=', filter.urgent))
    if (filter.receivedFrom) conditions.push(eb('appeals.receivedOn', '>=', filter.receivedFrom))
    if (filter.receivedTo) conditions.push(eb('appeals.receivedOn', '<=', filter.receivedTo))
    if (filter.resolvedFrom) conditions.push(eb('appeals.resolvedOn', '>=', filter.resolvedFrom))
    if (filter.resolvedTo) conditions.push(eb('appeals.resolvedOn', '<=', filter.resolvedTo))
    if (filter.expectedTo)
      conditions.push(
        eb.and([
          eb('appeals.noEffectReason', '=', 'expected_later'),
          eb('appeals.expectedOn', '<=', filter.expectedTo),
        ]),
      )
    if (filter.due?.length)
      conditions.push(
        isOpen(),
        eb.or(
          filter.due.map((due) =>
            due === 'overdue'
              ? eb('appeals.dueOn', '<', today)
              : eb.and([eb('appeals.dueOn', '>=', today), eb('appeals.dueOn', '<=', soon)]),
          ),
        ),
      )
    if (text !== undefined) conditions.push(hasWords(text))
    return eb.and(conditions)
  }
}

/** Passing up from a primary organisation stays in the branch: there the branch is the receiver, the organisation the sender. */
function transferred(eb: Eb, actor: Actor, direction: 'incoming' | 'outgoing'): Expression<SqlBool> {
  if (actor.organisationId)
    return direction === 'outgoing' ? eb('appeals.transferToUnitId', 'is not', null) : eb.lit(false)
  return direction === 'incoming'
    ? eb('appeals.transferToUnitId', '=', actor.unitId)
    : eb.and([eb('appeals.handlingUnitId', '=', actor.unitId), eb('appeals.transferToUnitId', '<>', actor.unitId)])
}

/** The appeals in the caller's scope whose number, applicant or text has the words. What people type holds no operators. */
function hasWords(text: string): Expression<SqlBool> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8)
  const plain = text.replaceAll(/["-]/g, ' ')
  return sql<SqlBool>`appeals.id = any(array(select matching_appeals(${plain}, ${sql.val(words)}::text[], null)))`
}
