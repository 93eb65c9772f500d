import { sql } from 'kysely'
import { findCalendar } from '../deadlines/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Tx } from '../platform/db/index.ts'
import { anyId } from '../platform/db/expressions.ts'
import { asSystem } from '../platform/db/scope.ts'
import { dueDate } from '@qorgan/shared/due-dates'
import type { Day } from '@qorgan/shared/dates'
import { datingEvents, findDatingRowsOf, log } from './log.ts'

/**
 * The calendar has changed: the due dates of all open appeals are computed anew, each moved one with a trace in its log. Whoever edits
 * the calendar need not see appeals, so it runs beyond their rows. Answers how many dates moved.
 */
export function recomputeDueDates(tx: Tx, actor: Actor, today: Day): Promise<number> {
  return asSystem(tx, actor, async () => {
    const open = await tx
      .selectFrom('appeals')
      .select(['id', 'branchId', 'dueOn', 'dueExplained'])
      .where('status', 'in', ['registered', 'in_progress', 'suspended'])
      .orderBy('id')
      .forUpdate()
      .execute()
    const calendar = await findCalendar(tx)
    const logs = Map.groupBy(
      await findDatingRowsOf(
        tx,
        open.map(({ id }) => id),
      ),
      (row) => row.appealId,
    )
    const changed = open.flatMap((appeal) => {
      const due = dueDate({ calendar, events: datingEvents(logs.get(appeal.id) ?? []) })
      const isSame = due.dueOn === appeal.dueOn && due.explained.ru === (appeal.dueExplained as { ru: string }).ru
      return isSame ? [] : [{ appeal, due }]
    })
    const moved = changed.filter(({ appeal, due }) => appeal.dueOn !== due.dueOn)
    await log(
      tx,
      actor,
      moved.map(({ appeal, due }) => ({
        appealId: appeal.id,
        branchId: appeal.branchId,
        kind: 'due_recomputed',
        onDate: today,
        details: { from: appeal.dueOn, dueOn: due.dueOn },
      })),
    )
    if (changed.length > 0)
      await sql`update appeals set due_on = new.due_on, due_explained = new.due_explained, version = version + 1, updated_at = now()
        from jsonb_to_recordset(${JSON.stringify(changed.map(({ appeal, due }) => ({ id: appeal.id, due_on: due.dueOn, due_explained: due.explained })))}::jsonb)
          as new(id uuid, due_on date, due_explained jsonb) where appeals.id = new.id and appeals.id = ${anyId(changed.map(({ appeal }) => appeal.id))}`.execute(
        tx,
      )
    return moved.length
  })
}
