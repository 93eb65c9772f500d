import type { Day } from '@qorgan/shared/dates'
import { AppealCategory } from '@qorgan/shared/organisation'
import type { OrganisationDigest } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import { seesUnion } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { invalidAt } from '../platform/errors.ts'

interface Question {
  from: Day
  to: Day
  unitIds: readonly string[] | undefined
  organisationIds: readonly string[] | undefined
}
interface Counted {
  id: string
  category: AppealCategory
  received: number
  resolved: number
  positive: number
  openAtEnd: number
  effect: number
  people: number
}

/** From so many on a number says nothing of one of them. */
const FEWEST = 5

/**
 * A page for each primary organisation: what its people asked of the branch and the council, and what was won. No names; a number below
 * five is null, and where one category is small all are, so that nothing is left to subtract.
 */
export async function findDigests(db: Reader, actor: Actor, question: Question): Promise<OrganisationDigest[]> {
  const { from, to, unitIds, organisationIds } = question
  if (to < from) throw invalidAt('/to', 'field.reversed')
  const organisations = await db
    .selectFrom('primaryOrganisations')
    .select(['id', 'nameRu as ru', 'nameKk as kk', 'nameEn as en'])
    .$if(!seesUnion(actor), (rest) => rest.where('branchId', '=', actor.unitId))
    .$if(unitIds !== undefined, (rest) => rest.where('branchId', '=', anyId(unitIds ?? [])))
    .$if(organisationIds !== undefined, (rest) => rest.where('id', '=', anyId(organisationIds ?? [])))
    .where((eb) => eb.or([eb('activeTo', 'is', null), eb('activeTo', '>=', from)]))
    .orderBy(sql`name_ru collate "ru-x-icu"`)
    .orderBy('id')
    .execute()
  const counted = Map.groupBy(
    await countByOrganisation(
      db,
      { from, to },
      organisations.map(({ id }) => id),
    ),
    ({ id }) => id,
  )
  return organisations.map(({ id, ...label }) => digestOf({ id, label, from, to }, counted.get(id) ?? []))
}

async function countByOrganisation(
  db: Reader,
  { from, to }: { from: Day; to: Day },
  ids: readonly string[],
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with asked as (
      select a.primary_organisation_id as id, a.category,
        count(*) filter (where a.received_on between ${from} and ${to}) as received,
        count(*) filter (where a.resolved_on between ${from} and ${to}) as resolved,
        count(*) filter (where a.resolved_on between ${from} and ${to} and a.outcome in ('satisfied', 'partly_satisfied', 'settled')) as positive,
        count(*) filter (where a.resolved_on is null or a.resolved_on > ${to}) as open_at_end
      from appeals a where a.primary_organisation_id = any(${sql.val([...ids])}::uuid[]) and a.status <> 'annulled' and a.received_on <= ${to} group by 1, 2
    ), won as (
      select a.primary_organisation_id as id, a.category, sum(e.amount) as effect, sum(e.people) as people
      from effects e join appeals a on a.id = e.appeal_id
      where a.primary_organisation_id = any(${sql.val([...ids])}::uuid[]) and e.stage = 'received' and e.voided_at is null and e.occurred_on between ${from} and ${to} group by 1, 2
    )
    select id, category, coalesce(received, 0) as received, coalesce(resolved, 0) as resolved, coalesce(positive, 0) as positive,
      coalesce(open_at_end, 0) as "openAtEnd", coalesce(effect, 0)::int8 as effect, coalesce(people, 0)::int8 as people
    from asked full join won using (id, category)`.execute(db)
  return rows
}

function digestOf(
  { id, label, from, to }: { id: string; label: OrganisationDigest['label']; from: Day; to: Day },
  counted: readonly Counted[],
): OrganisationDigest {
  const sum = (name: 'received' | 'resolved' | 'positive' | 'openAtEnd' | 'effect' | 'people') =>
    counted.reduce((total, one) => total + one[name], 0)
  const shown = (n: number) => (n > 0 && n < FEWEST ? null : n)
  const byCategory = AppealCategory.options.map(
    (category) => [category, counted.find((one) => one.category === category)?.received ?? 0] as const,
  )
  const isTelling = byCategory.some(([, n]) => shown(n) === null)
  const people = shown(sum('people'))
  return {
    primaryOrganisationId: id,
    label,
    from,
    to,
    received: shown(sum('received')),
    byCategory: Object.fromEntries(byCategory.map(([category, n]) => [category, isTelling ? null : n])) as Record<
      AppealCategory,
      number | null
    >,
    resolved: shown(sum('resolved')),
    positive: shown(sum('positive')),
    effect: people === null || shown(sum('received')) === null ? null : sum('effect'),
    people,
    openAtEnd: shown(sum('openAtEnd')),
  }
}
