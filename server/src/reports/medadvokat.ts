import type { RouteOutput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import { LegalCaseKind, LegalOutcome } from '@qorgan/shared/legal-cases'
import type { MedAdvokatFigures, reportMedAdvokat } from '@qorgan/shared/reports'
import { sql } from 'kysely'
import { type Actor, databaseRoleOf } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { invalidAt } from '../platform/errors.ts'
import { findRows } from './row-labels.ts'

interface Question {
  from: Day
  to: Day
  unitIds: readonly string[] | undefined
  byBranch: boolean
}
interface Figure {
  unitId: string
  what: 'cases' | 'outcomes' | 'allotted' | 'committed' | 'paid' | 'effect'
  key: string
  amount: number
}
/** Of a unit, or with `unitId` null of all of them: a member of two branches' cases is one of the people. */
interface Helped {
  unitId: string | null
  people: number
}

/**
 * Whom MedAdvokat helped, how it ended and what it cost: cases and people by the day of the decision to fund, outcomes by the day of
 * closing, money by the days of decisions, contracts and payments. Two definer functions count, restricted cases too where the caller's lists show them:
 * a branch's own figures are of what it sees.
 */
export async function reportOnMedAdvokat(
  db: Reader,
  actor: Actor,
  { from, to, unitIds, byBranch }: Question,
): Promise<RouteOutput<typeof reportMedAdvokat>> {
  if (to < from) throw invalidAt('/to', 'field.reversed')
  const units = unitIds ? sql`${sql.val([...unitIds])}::uuid[]` : sql`null::uuid[]`
  const { rows: figures } =
    await sql<Figure>`select unit_id as "unitId", what, key, amount from medadvokat_figures(${from}, ${to}, ${units})`.execute(
      db,
    )
  const { rows: helped } =
    await sql<Helped>`select unit_id as "unitId", people from helped_people(${from}, ${to}, ${units})`.execute(db)
  const peopleOf = (unitId: string | null) => helped.find((row) => row.unitId === unitId)?.people ?? 0
  const isOneBranch = databaseRoleOf(actor) === 'qorgan_unit' || unitIds?.length === 1
  const total = figuresOf(figures, peopleOf(null))
  const shown = isOneBranch ? guarded(actor, total) : total
  return {
    ...shown,
    effect: shown.allotted === null ? null : sumOf(figures, 'effect'),
    withoutRestricted: databaseRoleOf(actor) === 'qorgan_unit',
    ...(byBranch && {
      rows: (await findRows(db, actor, 'branch')).map(({ key, value, label }) => ({
        branchId: key === 'council' ? null : key,
        label,
        figures: guarded(
          actor,
          figuresOf(
            figures.filter(({ unitId }) => unitId === value),
            value === null ? 0 : peopleOf(value),
          ),
        ),
      })),
    }),
  }
}

const sumOf = (figures: readonly Figure[], what: Figure['what'], key?: string): number =>
  figures
    .filter((figure) => figure.what === what && (key === undefined || figure.key === key))
    .reduce((sum, { amount }) => sum + amount, 0)

function figuresOf(figures: readonly Figure[], peopleHelped: number): MedAdvokatFigures {
  const of = <K extends string>(keys: readonly K[], what: Figure['what']) =>
    Object.fromEntries(keys.map((key) => [key, sumOf(figures, what, key)])) as Record<K, number>
  return {
    peopleHelped,
    cases: { ...of(LegalCaseKind.options, 'cases'), total: sumOf(figures, 'cases') },
    allotted: sumOf(figures, 'allotted'),
    committed: sumOf(figures, 'committed'),
    paid: sumOf(figures, 'paid'),
    outcomes: of(LegalOutcome.options, 'outcomes'),
  }
}

/** From so many on a number of people tells nothing of one of them. */
const FEWEST = 5
const isSmall = (n: number | null) => n !== null && n > 0 && n < FEWEST

/**
 * Small numbers of a branch are for the legal department and the council's own people alone. Where one part is small its neighbours go, too, so that
 * nothing is left to subtract; and money goes with few cases.
 */
function guarded(actor: Actor, figures: MedAdvokatFigures): MedAdvokatFigures {
  if (actor.isCouncil) return figures
  const { total, ...kinds } = figures.cases
  const few = isSmall(total) || isSmall(figures.peopleHelped)
  return {
    peopleHelped: few ? null : figures.peopleHelped,
    cases: { ...withoutSmall(kinds), total: few ? null : total },
    allotted: few ? null : figures.allotted,
    committed: few ? null : figures.committed,
    paid: few ? null : figures.paid,
    outcomes: withoutSmall(figures.outcomes),
  }
}

const withoutSmall = <K extends string>(parts: Record<K, number | null>): Record<K, number | null> =>
  Object.values<number | null>(parts).some(isSmall)
    ? (Object.fromEntries(Object.keys(parts).map((key) => [key, null])) as Record<K, null>)
    : parts
