import { type Day, yearOf } from '@qorgan/shared/dates'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/index.ts'
import { AppError, invalidAt } from '../platform/errors.ts'

/** Nothing of a case was before the case. */
export function refuseBeforeOpening(path: string, day: Day | undefined, { openedOn }: { openedOn: Day }): void {
  if (day !== undefined && day < openedOn) throw invalidAt(path, 'field.beforeOpening')
}

/** The day of opening is corrected: not beyond what has happened in the case since, nor out of the year that its number says. */
export async function refuseOpeningDay(
  tx: Tx,
  row: { id: string; openedOn: Day; decidedOn: Day | null; closedOn: Day | null },
  openedOn: Day,
): Promise<void> {
  const { rows } = await sql<{ first: Day | null }>`select least(
      ${row.decidedOn}::date, ${row.closedOn}::date,
      (select min((h.starts_at at time zone 'Asia/Almaty')::date) from hearings h where h.case_id = ${row.id}),
      (select min(a.decided_on) from case_allotments a where a.case_id = ${row.id}),
      (select min(a.contract_date) from case_assignments a where a.case_id = ${row.id}),
      (select min(p.paid_on) from case_payments p where p.case_id = ${row.id})) as first`.execute(tx)
  const first = rows[0]?.first
  if (first && openedOn > first) throw invalidAt('/openedOn', 'field.reversed')
  if (yearOf(openedOn) !== yearOf(row.openedOn)) throw new AppError('legalCase.numberedInYear')
}
