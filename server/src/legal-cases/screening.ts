import { Day } from '@qorgan/shared/dates'
import type { Conciliation } from '@qorgan/shared/legal-cases'
import type { getScreening } from '@qorgan/shared/legal-terms'
import type { RouteReply } from '@qorgan/shared/contract'
import { sql } from 'kysely'
import { editionOn, findActiveRules, findCalendar, type KeptRule, ruleAsKept } from '../deadlines/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'
import { isFor } from './deadline-change.ts'
import { citationOf, computed } from './deadline-queries.ts'
import { readable } from './filters.ts'
import type { CaseRow } from './queries.ts'
import { visibleTo } from './scope.ts'

type Screening = RouteReply<typeof getScreening>

/** What to look at before a decision, from what is known at this moment. */
export async function screen(db: Reader, actor: Actor, row: CaseRow, today: Day): Promise<Screening> {
  const facts = row.contents?.conciliation ?? null
  return {
    members: await membersOf(db, actor, row, today),
    terms: facts ? await termsOf(db, row, facts) : [],
    standsStill: facts !== null && standsStill(facts),
  }
}

async function membersOf(db: Reader, actor: Actor, row: CaseRow, today: Day): Promise<Screening['members']> {
  const persons = row.persons ?? []
  const ids = persons.map(({ memberId }) => memberId)
  const members = new Map(
    (await db.selectFrom('members').select(['id', 'joinedOn', 'leftOn']).where('id', '=', anyId(ids)).execute()).map(
      (member) => [member.id, member],
    ),
  )
  const others = await db
    .selectFrom('legalCases')
    .innerJoin('legalCaseMembers as p', 'p.caseId', 'legalCases.id')
    .select(['p.memberId', 'legalCases.id as caseId', 'legalCases.number'])
    .where(visibleTo(actor, today))
    .where(sql<boolean>`${readable(actor)}`)
    .where('p.memberId', '=', anyId(ids))
    .where('legalCases.id', '<>', row.id)
    .orderBy('legalCases.openedOn', 'desc')
    .orderBy('legalCases.id', 'desc')
    .execute()
  const casesOf = Map.groupBy(others, ({ memberId }) => memberId)
  return persons.map(({ memberId, fullName }) => {
    const { joinedOn = null, leftOn = null } = members.get(memberId) ?? {}
    return {
      memberId,
      fullName,
      // Of the day of looking: the day of leaving is the last one of membership.
      isMember: (joinedOn === null || joinedOn <= today) && (leftOn === null || leftOn >= today),
      joinedOn,
      leftOn,
      otherCases: (casesOf.get(memberId) ?? []).map(({ caseId, number }) => ({ caseId, number })),
    }
  })
}

/** Labour Code art. 160: while there is no commission, the terms of a worker who is bound by it wait. */
const standsStill = ({ commission, createdOn }: Conciliation) => commission === 'none' && !createdOn

/** Which rule runs from which day, by what the commission has done: Labour Code art. 159-160. */
export function runningTerms(facts: Conciliation): { key: string; eventDate: Day }[] {
  const { dispute, commission, knownOn, createdOn, appliedOn, decidedOn } = facts
  if (standsStill(facts)) return []
  // The clock began when both were there: the violation, and a commission to turn to.
  const began = commission === 'exempt' ? knownOn : ([knownOn, createdOn].filter(isDay).toSorted().at(-1) ?? null)
  const term = (key: string, eventDate: Day | null | undefined) => (eventDate ? [{ key, eventDate }] : [])
  const considered = appliedOn && !decidedOn ? term('labour.commission.consideration', appliedOn) : []
  if (dispute === 'other') return [...considered, ...term('labour.other', began)]
  if (commission === 'exempt') return term('labour.reinstatement.court_directly', began)
  if (decidedOn) return term('labour.reinstatement.court_after_commission', decidedOn)
  return appliedOn ? considered : term('labour.reinstatement.commission', began)
}
const isDay = (day: Day | null | undefined): day is Day => typeof day === 'string'

async function termsOf(db: Reader, row: CaseRow, facts: Conciliation): Promise<Screening['terms']> {
  const running = runningTerms(facts)
  if (running.length === 0) return []
  const rules = await findActiveRules(
    db,
    running.map(({ key }) => key),
  )
  const calendar = await findCalendar(db)
  const present = await db
    .selectFrom('caseDeadlines')
    .select(['rule', 'eventDate'])
    .where('caseId', '=', row.id)
    .where('ruleId', 'is not', null)
    .execute()
  const isAdded = (key: string, eventDate: Day) =>
    present.some((term) => (term.rule as KeptRule).key === key && term.eventDate === eventDate)
  return running.flatMap(({ key, eventDate }) => {
    const edition = editionOn(rules.get(key) ?? [], eventDate)
    if (!edition || !isFor(edition, row.kind)) return []
    const rule = ruleAsKept(edition)
    const { date, explained, provisional } = computed(calendar, rule, eventDate)
    const { title, certainty } = rule
    const added = isAdded(key, eventDate)
    // Days of the contract end with 2199.
    if (!Day.safeParse(date).success) return []
    return [
      {
        ruleKey: key,
        title,
        article: citationOf(rule),
        eventDate,
        dueOn: date,
        explained,
        certainty,
        provisional,
        added,
      },
    ]
  })
}
