import type { AppealCategory } from '@qorgan/shared/organisation'
import type { AppealLevel, AppealOutcome, AppealStatus, Channel } from '@qorgan/shared/effects'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { toUnitIds } from '../organisation/service.ts'
import type { DB } from '../platform/db/index.ts'
import { anyId, anyText } from '../platform/db/expressions.ts'

/** The attributes of an appeal by which lists of appeals, of effects and the cells of reports are filtered alike. */
export interface AppealAttributes {
  category?: AppealCategory[] | undefined
  branchId?: string[] | undefined
  level?: AppealLevel[] | undefined
  status?: AppealStatus[] | undefined
  outcome?: (AppealOutcome | 'none')[] | undefined
  channel?: Channel[] | undefined
  topicId?: string[] | undefined
  employerId?: string[] | undefined
  primaryOrganisationId?: string[] | undefined
  regionCode?: string[] | undefined
}

type Eb = ExpressionBuilder<DB, 'appeals'>
type Condition = Expression<SqlBool>

const given = (values: readonly string[] | undefined): values is readonly string[] =>
  values !== undefined && values.length > 0

/** One of the values; `none` is a record without a value. */
export function isOneOf(
  eb: Eb,
  column:
    | 'topicId'
    | 'employerId'
    | 'primaryOrganisationId'
    | 'memberId'
    | 'batchId'
    | 'assigneeId'
    | 'regionCode'
    | 'outcome'
    | 'noEffectReason',
  values: readonly string[],
): Condition {
  const isId = column.endsWith('Id')
  const wanted = values.filter((value) => value !== 'none')
  const alternatives: Condition[] = []
  if (wanted.length > 0)
    alternatives.push(eb(`appeals.${column}`, '=', (isId ? anyId(wanted) : anyText(wanted)) as never))
  if (wanted.length < values.length) alternatives.push(eb(`appeals.${column}`, 'is', null))
  return eb.or(alternatives)
}

/** Conditions on the columns that the ledger keeps too. */
export function countedAs(
  eb: ExpressionBuilder<DB, 'appeals' | 'effects'>,
  table: 'appeals' | 'effects',
  filter: AppealAttributes,
): Condition[] {
  const conditions: Condition[] = []
  if (given(filter.category)) conditions.push(eb(`${table}.category`, '=', anyText(filter.category) as never))
  if (given(filter.branchId)) conditions.push(eb(`${table}.branchId`, '=', anyId(toUnitIds(filter.branchId))))
  if (given(filter.level)) conditions.push(eb(`${table}.level`, '=', anyText(filter.level) as never))
  return conditions
}

/** Conditions that only the appeal itself can answer. */
export function ofAppeal(eb: Eb, filter: AppealAttributes): Condition[] {
  const conditions: Condition[] = []
  if (given(filter.status)) conditions.push(eb('appeals.status', '=', anyText(filter.status) as never))
  if (given(filter.outcome)) conditions.push(isOneOf(eb, 'outcome', filter.outcome))
  if (given(filter.channel)) conditions.push(eb('appeals.channel', '=', anyText(filter.channel) as never))
  if (given(filter.topicId)) conditions.push(isOneOf(eb, 'topicId', filter.topicId))
  if (given(filter.employerId)) conditions.push(isOneOf(eb, 'employerId', filter.employerId))
  if (given(filter.primaryOrganisationId))
    conditions.push(isOneOf(eb, 'primaryOrganisationId', filter.primaryOrganisationId))
  if (given(filter.regionCode)) conditions.push(isOneOf(eb, 'regionCode', filter.regionCode))
  return conditions
}
