import type { Day } from '@qorgan/shared/dates'
import type { Label } from '@qorgan/shared/fields'
import { sql } from 'kysely'
import { findCalendar, type KeptRule } from '../deadlines/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { insertMany } from '../platform/db/bulk.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Tx } from '../platform/db/index.ts'
import { asSystem } from '../platform/db/scope.ts'
import { computed } from './deadline-queries.ts'

/**
 * The calendar has changed: running terms of open cases are computed anew, each moved one with a trace in its case's log. A day that a
 * person has set instead of the rule's stays; but whatever rests on another calendar than it was checked by has to be checked again.
 * Answers how many dates moved.
 */
export function recomputeDeadlines(tx: Tx, actor: Actor, today: Day): Promise<number> {
  return asSystem(tx, actor, async () => {
    const waiting = tx
      .selectFrom('caseDeadlines')
      .innerJoin('legalCases', 'legalCases.id', 'caseDeadlines.caseId')
      .where('legalCases.status', '<>', 'closed')
      .where('caseDeadlines.ruleId', 'is not', null)
      .where('caseDeadlines.doneOn', 'is', null)
    // The cases first, as whoever changes one of their terms does.
    await tx
      .selectFrom('legalCases')
      .select('id')
      .where('id', 'in', waiting.select('caseDeadlines.caseId'))
      .orderBy('id')
      .forUpdate()
      .execute()
    const rows = await waiting
      .select([
        'caseDeadlines.id',
        'caseDeadlines.caseId',
        'caseDeadlines.rule',
        'caseDeadlines.eventDate',
        'caseDeadlines.dueOn',
        'caseDeadlines.computedOn',
        'caseDeadlines.overrideReason',
        'caseDeadlines.explained',
      ])
      .orderBy('caseDeadlines.id')
      .execute()
    const calendar = await findCalendar(tx)
    const changed = rows.flatMap((row) => {
      const term = computed(calendar, row.rule as KeptRule, row.eventDate ?? '')
      const isSame = term.date === row.computedOn && term.explained.ru === (row.explained as Label).ru
      return isSame ? [] : [{ row, term, dueOn: row.overrideReason === null ? term.date : row.dueOn }]
    })
    if (changed.length === 0) return 0
    const moved = changed.filter(({ row, dueOn }) => dueOn !== row.dueOn)
    await insertMany(
      tx,
      'legalCaseEvents',
      moved.map(({ row, dueOn }) => ({
        caseId: row.caseId,
        kind: 'deadline_changed',
        onDate: today,
        actorId: actor.userId,
        details: {
          deadlineId: row.id,
          ruleKey: (row.rule as KeptRule).key,
          title: (row.rule as KeptRule).title,
          from: row.dueOn,
          dueOn,
        },
      })),
    )
    const columns = changed.map(({ row, term, dueOn }) => ({
      id: row.id,
      due_on: dueOn,
      computed_on: term.date,
      explained: term.explained,
      provisional: term.provisional,
    }))
    await sql`update case_deadlines set due_on = new.due_on, computed_on = new.computed_on, explained = new.explained, provisional = new.provisional,
        checked_by = null, checked_at = null, version = version + 1
      from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as new(id uuid, due_on date, computed_on date, explained jsonb, provisional boolean)
      where case_deadlines.id = new.id and case_deadlines.id = ${anyId(columns.map(({ id }) => id))}`.execute(tx)
    return moved.length
  })
}
