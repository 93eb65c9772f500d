import type { RouteInput } from '@qorgan/shared/contract'
import { Day } from '@qorgan/shared/dates'
import type { Label } from '@qorgan/shared/fields'
import type { LegalCaseKind } from '@qorgan/shared/legal-cases'
import type { changeCaseDeadline } from '@qorgan/shared/legal-terms'
import type { FieldError } from '@qorgan/shared/errors'
import { editionOn, findActiveRules, type KeptRule, ruleAsKept, type RuleRow } from '../deadlines/service.ts'
import type { Reader } from '../platform/db/index.ts'
import { fieldError, invalid, invalidAt } from '../platform/errors.ts'
import type { DeadlineRow } from './deadline-queries.ts'

const FIRST_DAY = '2000-01-01'

/** A day on which something was: not before anything was, and not ahead. */
export function refuseDay(path: '/eventDate' | '/doneOn', day: Day, today: Day): void {
  if (day > today) throw invalidAt(path, 'field.inFuture')
  if (day < FIRST_DAY) throw invalid(fieldError(path, 'too_small'))
}

/** The edition of a rule that an event in a case of this kind falls under. */
export async function editionFor(db: Reader, kind: LegalCaseKind, key: string, eventDate: Day): Promise<RuleRow> {
  const editions = (await findActiveRules(db, [key])).get(key) ?? []
  const [latest] = editions
  if (!latest) throw invalidAt('/ruleKey', 'field.absent')
  const edition = editionOn(editions, eventDate)
  if (!isFor(edition ?? latest, kind)) throw invalidAt('/ruleKey', 'field.notOneOf')
  if (!edition) throw invalid(fieldError('/eventDate', 'too_small'))
  return edition
}

/** A rule that names no kind is for every one. */
export const isFor = ({ kinds }: Pick<RuleRow, 'kinds'>, kind: LegalCaseKind): boolean =>
  kinds.length === 0 || kinds.includes(kind)

/** The event has another day: the rule's edition by that day, or, where the rule was taken out of use, the one the term was computed by. */
export async function editionAgain(
  db: Reader,
  kept: { ruleId: string; rule: KeptRule },
  eventDate: Day,
): Promise<{ ruleId: string; rule: KeptRule }> {
  const editions = (await findActiveRules(db, [kept.rule.key])).get(kept.rule.key) ?? []
  const edition = editionOn(editions, eventDate)
  if (edition) return { ruleId: edition.id, rule: ruleAsKept(edition) }
  if (kept.rule.validFrom <= eventDate) return kept
  throw invalid(fieldError('/eventDate', 'too_small'))
}

export interface Computed {
  date: Day
  explained: Label
  provisional: boolean
}
/** Days of the contract end with 2199. */
export function refuseTooLate({ date }: Computed): void {
  if (!Day.safeParse(date).success) throw invalidAt('/eventDate', 'field.tooLate')
}

type Change = RouteInput<typeof changeCaseDeadline>['body']

/** Pure: the day and its reason after a change. `computedOn` is what the rule gives now; none for a term of one's own. */
export function changedDay(
  row: Pick<DeadlineRow, 'ruleId' | 'dueOn' | 'eventDate' | 'overrideReason'>,
  change: Change,
  computedOn: Day | null,
): { dueOn: Day; overrideReason: string | null } {
  const errors = wrongParts(row, change)
  if (errors.length > 0) throw invalid(...errors)
  if (computedOn === null) return { dueOn: change.dueOn ?? row.dueOn, overrideReason: null }
  const isMoved = change.eventDate !== undefined
  const dueOn = change.dueOn ?? (isMoved ? computedOn : row.dueOn)
  if (dueOn === computedOn) return { dueOn, overrideReason: null }
  // Another day than the rule's has its reason; the one that was given stays as long as its day does.
  const overrideReason = change.reason ?? (!isMoved && dueOn === row.dueOn ? row.overrideReason : null)
  if (overrideReason === null) throw invalidAt('/reason', 'field.required')
  if (dueOn < (change.eventDate ?? row.eventDate ?? '')) throw invalidAt('/dueOn', 'field.reversed')
  return { dueOn, overrideReason }
}

/** A term by a rule has the rule's title, one of one's own has no event and no computed day that would need a reason. */
function wrongParts(row: Pick<DeadlineRow, 'ruleId' | 'overrideReason'>, change: Change): FieldError[] {
  const errors: FieldError[] = []
  const isOwn = row.ruleId === null
  if (isOwn && change.eventDate !== undefined) errors.push(fieldError('/eventDate', 'field.notAllowed'))
  if (isOwn && change.reason !== undefined) errors.push(fieldError('/reason', 'field.notAllowed'))
  if (!isOwn && change.title !== undefined) errors.push(fieldError('/title', 'field.notAllowed'))
  const hasDay = change.dueOn !== undefined || (row.overrideReason !== null && change.eventDate === undefined)
  if (!isOwn && change.reason !== undefined && !hasDay) errors.push(fieldError('/dueOn', 'field.required'))
  return errors
}
