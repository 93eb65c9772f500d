import type { Day } from '@qorgan/shared/dates'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import type { DB } from '../platform/db/index.ts'

type Eb = ExpressionBuilder<DB, 'legalCases'>

/** The cases that an actor may know exist. Row-level security says the same again; counsel's dates only here, by the union's clock. */
export const visibleTo =
  (actor: Actor, today: Day) =>
  (eb: Eb): Expression<SqlBool> => {
    switch (databaseRoleOf(actor)) {
      case 'qorgan_union':
      case 'qorgan_legal':
      case 'qorgan_system':
        return eb.lit(true)
      case 'qorgan_unit':
        return eb.and([eb('legalCases.branchId', '=', actor.unitId), eb('legalCases.restricted', '=', false)])
      case 'qorgan_accountant':
        return seesUnion(actor) ? eb.lit(true) : eb('legalCases.branchId', '=', actor.unitId)
      case 'qorgan_lawyer':
        return eb.exists(
          eb
            .selectFrom('caseAssignments')
            .innerJoin('lawyers', 'lawyers.id', 'caseAssignments.lawyerId')
            .select('caseAssignments.id')
            .whereRef('caseAssignments.caseId', '=', 'legalCases.id')
            .where('lawyers.userId', '=', actor.userId)
            .where('caseAssignments.contractDate', '<=', today)
            .where((a) => a.or([a('caseAssignments.endedOn', 'is', null), a('caseAssignments.endedOn', '>=', today)])),
        )
      case 'qorgan_organisation':
      case 'qorgan_administrator':
        return eb.lit(false)
    }
  }

/**
 * How much of a visible case an actor sees. `whole`: the legal department, its counsel, and of what is not restricted the council and
 * the auditor; a restricted one its readers alone. `money`: its sums and contracts under a pseudonym. `name`: that it is there.
 */
export type Sight = 'whole' | 'money' | 'name'

export function sightOf(actor: Actor, { restricted, isReader }: { restricted: boolean; isReader: boolean }): Sight {
  switch (databaseRoleOf(actor)) {
    case 'qorgan_lawyer':
    case 'qorgan_system':
      return 'whole'
    case 'qorgan_legal':
      return !restricted || isReader || actor.role === 'legal_head' ? 'whole' : 'name'
    case 'qorgan_union':
      return !restricted || isReader ? 'whole' : 'money'
    case 'qorgan_accountant':
      return 'money'
    default:
      return 'name'
  }
}
