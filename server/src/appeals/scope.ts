import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, databaseRoleOf, seesUnion } from '../platform/auth/actor.ts'
import type { DB } from '../platform/db/index.ts'

type Eb = ExpressionBuilder<DB, 'appeals'>

/** The appeals that an actor may know exist. Every read and every lock goes through it; row-level security says the same again. */
export const visibleTo =
  (actor: Actor) =>
  (eb: Eb): Expression<SqlBool> => {
    switch (databaseRoleOf(actor)) {
      case 'qorgan_union':
      case 'qorgan_system':
        return eb.lit(true)
      case 'qorgan_unit':
        return eb.or([
          eb('appeals.branchId', '=', actor.unitId),
          eb('appeals.handlingUnitId', '=', actor.unitId),
          eb('appeals.transferToUnitId', '=', actor.unitId),
        ])
      case 'qorgan_organisation':
        return ofOrganisation(eb, actor)
      case 'qorgan_accountant':
        return eb.and([
          eb('appeals.category', 'in', ['sanatorium', 'material_aid']),
          eb('appeals.restricted', '=', false),
          receivedByUnit(eb, actor),
        ])
      // Their appeals are those of legal cases.
      case 'qorgan_legal':
        return ofReadableCase(eb, actor)
      case 'qorgan_lawyer':
      case 'qorgan_administrator':
        return eb.lit(false)
    }
  }

/** A primary organisation's chair sees what the organisation itself received, never what its members sent over its head. */
const ofOrganisation = (eb: Eb, actor: Actor) =>
  eb.and([
    eb('appeals.primaryOrganisationId', '=', actor.organisationId),
    eb('appeals.receivedLevel', '=', 'primary_organisation'),
  ])

/** Of a restricted case the appeal is for the case's readers, too. */
function ofReadableCase(eb: Eb, actor: Actor): Expression<SqlBool> {
  const cases = eb.selectFrom('legalCases').select('legalCases.id').whereRef('legalCases.appealId', '=', 'appeals.id')
  if (actor.role === 'legal_head') return eb.exists(cases)
  return eb.exists(
    cases.where((c) =>
      c.or([
        c('legalCases.restricted', '=', false),
        c('legalCases.openedBy', '=', actor.userId),
        sql<SqlBool>`exists (select from named_cases() id where id = legal_cases.id)`,
      ]),
    ),
  )
}

const receivedByUnit = (eb: Eb, actor: Actor): Expression<SqlBool> =>
  seesUnion(actor) ? eb.lit(true) : eb('appeals.branchId', '=', actor.unitId)

/** Lists and counts hold what the caller's unit received: a transferred appeal is counted once. */
export const receivedBy =
  (actor: Actor) =>
  (eb: Eb): Expression<SqlBool> =>
    databaseRoleOf(actor) === 'qorgan_organisation' ? ofOrganisation(eb, actor) : receivedByUnit(eb, actor)

/** Of `legal_cases as c`: whether an appeal may name its case. Beside a person's name the number of a restricted one would undo its pseudonym. */
export function knownTo(actor: Actor): RawBuilder<SqlBool> {
  switch (databaseRoleOf(actor)) {
    // Who is not a reader does not see the appeal either.
    case 'qorgan_legal':
    case 'qorgan_system':
      return sql<SqlBool>`true`
    case 'qorgan_union':
      return sql<SqlBool>`(not c.restricted or exists (select from named_cases() id where id = c.id))`
    default:
      return sql<SqlBool>`not c.restricted`
  }
}
