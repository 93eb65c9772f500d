import { type Day, addDays, addMonths } from '@qorgan/shared/dates'
import { explainLegalTerm, legalTerm as endOf } from '@qorgan/shared/legal-term'
import { addWorkingDays } from '@qorgan/shared/working-days'
import { type KeptRule, editionOn, ruleAsKept } from '../../deadlines/service.ts'
import type { Reference } from '../reference.ts'

/** A procedural term: by a rule of law that is in the database, or one's own. */
export interface Term {
  ruleId: string | null
  rule: KeptRule | null
  title: string | null
  eventDate: Day | null
  dueOn: Day
  computedOn: Day | null
  explained: object | null
  provisional: boolean
}

/** What these terms are called and how long they are, where the database has no rule of that key. */
const known: Record<string, { title: string; due: (day: Day, reference: Reference) => Day }> = {
  'civil.appeal': { title: 'Апелляционная жалоба, ст. 403 ГПК', due: (day) => addMonths(day, 1) },
  'criminal.appeal': { title: 'Апелляционная жалоба на приговор, ст. 418 УПК', due: (day) => addDays(day, 15) },
  'administrative.court_ruling': {
    title: 'Жалоба на постановление суда, ст. 832 КоАП',
    due: (day) => addDays(day, 10),
  },
  'appk.suit': { title: 'Иск в административный суд, ст. 136 АППК', due: (day) => addMonths(day, 1) },
  'labour.reinstatement.court_after_commission': {
    title: 'Иск в суд после согласительной комиссии, ст. 160 ТК',
    due: (day) => addMonths(day, 2),
  },
  'labour.commission.consideration': {
    title: 'Рассмотрение спора согласительной комиссией, ст. 159 ТК',
    due: (day, { calendar }) => addWorkingDays(calendar, day, 15).date,
  },
}
export const knownTerms: readonly string[] = Object.keys(known)

export function legalTerm(reference: Reference, key: string, eventDate: Day): Term {
  const { calendar, rules } = reference
  const edition = editionOn(rules.get(key) ?? [], eventDate)
  if (!edition) {
    const { title, due } = known[key]!
    // A term that ends on a day off ends on the next working day.
    return ownTerm(title, addWorkingDays(calendar, due(eventDate, reference), 0).date)
  }
  const rule = ruleAsKept(edition)
  const end = endOf(calendar, eventDate, rule)
  return {
    ruleId: edition.id,
    rule,
    title: null,
    eventDate,
    dueOn: end.date,
    computedOn: end.date,
    explained: explainLegalTerm(end, rule),
    provisional: end.provisionalYears.length > 0,
  }
}

export const ownTerm = (title: string, dueOn: Day): Term => ({
  ruleId: null,
  rule: null,
  title,
  eventDate: null,
  dueOn,
  computedOn: null,
  explained: null,
  provisional: false,
})
