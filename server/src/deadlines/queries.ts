import type { Day } from '@qorgan/shared/dates'
import type { CalendarDay } from '@qorgan/shared/deadlines'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { Insertable, Selectable } from 'kysely'
import type { Reader, Tx } from '../platform/db/index.ts'
import type { AppealTerms, CalendarDays } from '../platform/db/schema.ts'

type DayRow = Selectable<CalendarDays>

interface Period {
  from: Day | undefined
  to: Day | undefined
}
export function findCalendarDays(
  db: Reader,
  { from, to }: Period,
  limit: number,
  after: Day | undefined,
): Promise<DayRow[]> {
  return db
    .selectFrom('calendarDays')
    .selectAll()
    .$if(from !== undefined, (rest) => rest.where('date', '>=', from ?? ''))
    .$if(to !== undefined, (rest) => rest.where('date', '<=', to ?? ''))
    .$if(after !== undefined, (rest) => rest.where('date', '>', after ?? ''))
    .orderBy('date')
    .limit(limit + 1)
    .execute()
}

export const findCalendarDay = (db: Reader, date: Day): Promise<DayRow | undefined> =>
  db.selectFrom('calendarDays').selectAll().where('date', '=', date).executeTakeFirst()

export function putCalendarDay(tx: Tx, row: Insertable<CalendarDays>): Promise<DayRow> {
  const { date: _, ...rest } = row
  return tx
    .insertInto('calendarDays')
    .values(row)
    .onConflict((conflict) => conflict.column('date').doUpdateSet(rest))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export const deleteCalendarDay = (tx: Tx, date: Day): Promise<DayRow | undefined> =>
  tx.deleteFrom('calendarDays').where('date', '=', date).returningAll().executeTakeFirst()

export const presentCalendarDay = (row: DayRow): CalendarDay => ({
  date: row.date,
  kind: row.kind,
  name: row.nameRu !== null && row.nameKk !== null ? { ru: row.nameRu, kk: row.nameKk, en: row.nameEn } : null,
  basis: row.basis,
  provisional: row.provisional,
})

/** In the order of the categories. */
export async function findAppealTerms(db: Reader): Promise<Selectable<AppealTerms>[]> {
  const terms = await db.selectFrom('appealTerms').selectAll().execute()
  const order = AppealCategory.options
  return terms.toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
}

export const lockAppealTerm = (tx: Tx, category: AppealCategory): Promise<Selectable<AppealTerms> | undefined> =>
  tx.selectFrom('appealTerms').selectAll().where('category', '=', category).forUpdate().executeTakeFirst()
