import { sql } from 'kysely'

/**
 * The closed quarter that counts a record of this day and level, for the select list of a query. What changes about the record now shows
 * there as a difference and in the open quarter as a correction. Which levels count goes by the quarter's first day, as in reports.
 */
export const closedPeriodOf = (table: 'appeals' | 'effects', day: 'received_on' | 'occurred_on') =>
  sql<string | null>`(
    select p.key from reporting_periods p
    where p.status = 'closed' and p.from_on = date_trunc('quarter', ${sql.ref(`${table}.${day}`)}::timestamp)::date
      and ${sql.ref(`${table}.level`)} = any((
        select c.levels from counted_levels c where c.valid_from <= p.from_on order by c.valid_from desc limit 1)::text[]))`
