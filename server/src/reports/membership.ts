import type { RouteOutput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { reportMembership } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import { type Actor, seesUnion } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { findRows } from './row-labels.ts'

interface Counted {
  unitId: string
  primaryOrganisations: number
  total: number
  employed: number
  students: number
  pensioners: number
}
const names = ['primaryOrganisations', 'total', 'employed', 'students', 'pensioners'] as const

/** Who was a member on a day, by branch: whoever left is none from that day on. Branches without members stand there with zeros. */
export async function reportOnMembership(
  db: Reader,
  actor: Actor,
  on: Day,
): Promise<RouteOutput<typeof reportMembership>> {
  const scope = (column: string) => (seesUnion(actor) ? sql`` : sql` and ${sql.ref(column)} = ${actor.unitId}::uuid`)
  const { rows: counted } = await sql<Counted>`
    with people as (
      select branch_id, count(*) as total, count(*) filter (where kind = 'employed') as employed,
        count(*) filter (where kind = 'student') as students, count(*) filter (where kind = 'pensioner') as pensioners
      from members where (joined_on is null or joined_on <= ${on}) and (left_on is null or left_on > ${on})${scope('branch_id')} group by 1
    ), organisations as (
      select branch_id, count(*) as n from primary_organisations
      where (active_from is null or active_from <= ${on}) and (active_to is null or active_to >= ${on})${scope('branch_id')} group by 1
    )
    select u.id as "unitId", coalesce(o.n, 0) as "primaryOrganisations", coalesce(p.total, 0) as total, coalesce(p.employed, 0) as employed,
      coalesce(p.students, 0) as students, coalesce(p.pensioners, 0) as pensioners
    from units u left join people p on p.branch_id = u.id left join organisations o on o.branch_id = u.id where u.kind = 'branch'`.execute(
    db,
  )
  const byUnit = new Map(counted.map(({ unitId, ...figures }) => [unitId, figures]))
  const rows = (await findRows(db, actor, 'branch')).flatMap(({ key, value, label }) => {
    const figures = byUnit.get(value ?? '')
    return figures ? [{ key, label, ...figures }] : []
  })
  const totals = Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as Omit<
    Counted,
    'unitId'
  >
  return { on, rows, totals }
}
