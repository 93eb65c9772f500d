import { sql } from 'kysely'
import { COUNCIL_ID, labelOf } from '../organisation/service.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import type { LevelledSpan } from '../reports/service.ts'
import type { Comparison } from './snapshot.ts'

type Context = Pick<Comparison, 'members' | 'topics' | 'employers'>
interface Frequent {
  unitId: string
  id: string
  count: number
  nameRu: string
  nameKk: string
  nameEn: string | null
}

/** What the analysis of a quarter leans on: how many members a unit has, and what and who its appeals are about most often. */
export async function findContext(
  db: Reader,
  span: Omit<LevelledSpan, 'key'>,
  unitIds: readonly string[],
): Promise<Map<string, Context>> {
  const members = await countMembers(db, span.to, unitIds)
  const topics = Map.groupBy(await findFrequent(db, span, unitIds, 'topics'), ({ unitId }) => unitId)
  const employers = Map.groupBy(await findFrequent(db, span, unitIds, 'employers'), ({ unitId }) => unitId)
  return new Map(
    unitIds.map((unitId) => [
      unitId,
      {
        members: members.get(unitId) ?? 0,
        topics: (topics.get(unitId) ?? []).map(presented),
        employers: (employers.get(unitId) ?? []).map(presented),
      },
    ]),
  )
}

export const perThousand = (count: number, members: number): number | null =>
  members === 0 ? null : Math.round((count * 100_000) / members) / 100

/** At the end of the quarter; all the union's are the council's. */
async function countMembers(db: Reader, on: string, unitIds: readonly string[]): Promise<Map<string, number>> {
  const isOfAll = unitIds.includes(COUNCIL_ID)
  const { rows } = await sql<{ unitId: string; members: number }>`
    select branch_id as unit_id, count(*)::int8 as members from members
    where ${isOfAll ? sql`true` : sql`branch_id = ${anyId(unitIds)}`} and (joined_on is null or joined_on <= ${on}) and (left_on is null or left_on > ${on})
    group by 1`.execute(db)
  const members = new Map(rows.map(({ unitId, members: own }) => [unitId, own]))
  if (isOfAll)
    members.set(
      COUNCIL_ID,
      rows.reduce((sum, row) => sum + row.members, 0),
    )
  return members
}

const MOST_FREQUENT = 5

async function findFrequent(
  db: Reader,
  { from, to, levels }: Omit<LevelledSpan, 'key'>,
  unitIds: readonly string[],
  what: 'topics' | 'employers',
): Promise<Frequent[]> {
  const of = sql.ref(what === 'topics' ? 'topic_id' : 'employer_id')
  const { rows } = await sql<Frequent>`
    select unit_id, id, count, name_ru, name_kk, name_en from (
      select a.branch_id as unit_id, a.${of} as id, count(*)::int8 as count,
        row_number() over (partition by a.branch_id order by count(*) desc, a.${of}) as place
      from appeals a
      where a.branch_id = ${anyId(unitIds)} and a.received_on between ${from} and ${to} and a.status <> 'annulled' and a.level = ${anyText(levels)} and a.${of} is not null
      group by a.branch_id, a.${of}
    ) counted join ${sql.table(what)} using (id) where place <= ${MOST_FREQUENT} order by unit_id, place`.execute(db)
  return rows
}

const presented = ({ id, count, ...name }: Frequent) => ({ id, label: labelOf(name), count })
