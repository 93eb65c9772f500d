import { Day } from '@qorgan/shared/dates'
import {
  addWorkingDays,
  changeAppealTerm,
  clearCalendarDay,
  listAppealTerms,
  listCalendar,
  setCalendarDay,
} from '@qorgan/shared/deadlines'
import { AppealCategory } from '@qorgan/shared/organisation'
import { addWorkingDays as add, explainWorkingDays } from '@qorgan/shared/working-days'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import { columnsOf, COUNCIL_ID } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Tx } from '../platform/db/index.ts'
import { invalidAt, notFound } from '../platform/errors.ts'
import { pageOf, pageOfAll, readCursor } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { lockCalendar } from './calendar-lock.ts'
import {
  deleteCalendarDay,
  findAppealTerms,
  findCalendarDay,
  findCalendarDays,
  lockAppealTerm,
  presentCalendarDay,
  putCalendarDay,
} from './queries.ts'
import { deadlineRuleRoutes } from './rule-routes.ts'
import { findCalendar } from './service.ts'

interface Options {
  /** Due dates of open appeals and unchecked terms of cases anew, by the calendar as it now stands; how many moved. */
  recompute: (tx: Tx, actor: Actor) => Promise<number>
}

export function deadlineRoutes(app: FastifyInstance, { recompute }: Options): void {
  calendarRoutes(app, recompute)
  termRoutes(app)
  deadlineRuleRoutes(app)

  query(app, addWorkingDays, async ({ db, input }) => {
    const { from, workingDays } = input.query
    const count = add(await findCalendar(db), from, workingDays)
    // Days of the contract end with 2199.
    if (!Day.safeParse(count.date).success) throw invalidAt('/workingDays', 'field.tooLate')
    return { date: count.date, explained: explainWorkingDays(count), provisional: count.provisional }
  })
}

function calendarRoutes(app: FastifyInstance, recompute: Options['recompute']): void {
  query(app, listCalendar, async ({ db, input: { query } }) => {
    const [after] = readCursor(query.cursor, 1) ?? []
    const rows = await findCalendarDays(db, { from: query.from, to: query.to }, query.limit, after)
    return pageOf(rows, query.limit, (row) => [row.date], presentCalendarDay)
  })

  command(app, setCalendarDay, async ({ tx, actor, input: { params, body } }) => {
    const date = dayOfPath(params.date)
    await lockCalendar(tx)
    const before = await findCalendarDay(tx, date)
    const names = body.name ? columnsOf(body.name) : { nameRu: null, nameKk: null, nameEn: null }
    const row = await putCalendarDay(tx, {
      date,
      kind: body.kind,
      ...names,
      basis: body.basis ?? null,
      provisional: body.provisional ?? false,
    })
    const day = presentCalendarDay(row)
    const count = await recompute(tx, actor)
    const fields = changedFields(before ? presentCalendarDay(before) : {}, day)
    await recordEvent(tx, actor, { ...calendarEvent(date), action: 'calendarDay.set', fields, count })
    return day
  })

  command(app, clearCalendarDay, async ({ tx, actor, input: { params } }) => {
    const date = dayOfPath(params.date)
    await lockCalendar(tx)
    if (!(await deleteCalendarDay(tx, date))) throw notFound()
    const count = await recompute(tx, actor)
    await recordEvent(tx, actor, { ...calendarEvent(date), action: 'calendarDay.cleared', count })
    return null
  })
}

/** The count beside it is how many appeals, and terms of cases, got another day. */
const calendarEvent = (date: Day) => ({ unitId: COUNCIL_ID, entity: 'calendarDay', entityId: date })

function dayOfPath(text: string): Day {
  if (!Day.safeParse(text).success) throw notFound()
  return text
}

function termRoutes(app: FastifyInstance): void {
  query(app, listAppealTerms, async ({ db, input }) => {
    const terms = await findAppealTerms(db)
    return pageOfAll(
      terms.map((term) => ({ ...term, id: term.category })),
      input.query,
      ({ category, workingDays, version }) => ({ category, workingDays, version }),
    )
  })

  command(app, changeAppealTerm, async ({ tx, actor, input: { params, body }, ifMatch }) => {
    const category = AppealCategory.safeParse(params.category)
    const before = category.success ? await lockAppealTerm(tx, category.data) : undefined
    if (!before) throw notFound()
    requireVersion(ifMatch, before.version)
    const term = { category: before.category, workingDays: body.workingDays, version: before.version + 1 }
    await tx.updateTable('appealTerms').set(term).where('category', '=', before.category).execute()
    await recordEvent(tx, actor, {
      unitId: COUNCIL_ID,
      action: 'appealTerm.changed',
      entity: 'appealTerm',
      entityId: before.category,
      fields: changedFields(before, term),
    })
    return term
  })
}
