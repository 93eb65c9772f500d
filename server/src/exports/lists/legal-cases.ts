import type { LegalCase } from '@qorgan/shared/legal-cases'
import { dayOf } from '../../platform/clock.ts'
import type { Column } from '../sheets/columns.ts'
import type { Words } from '../words/words.ts'
import type { Directories } from './directories.ts'

/** Whatever the caller may not see of a case is null in it already; the facts of an accusation leave in no file. */
export function legalCaseColumns(words: Words, names: Directories, isPersonal: boolean): Column<LegalCase>[] {
  const { column } = words
  return [
    { label: column.number, width: 15, kind: 'text', value: ({ number }) => number },
    { label: column.openedOn, width: 12, kind: 'day', value: ({ openedOn }) => openedOn },
    { label: column.kind, width: 18, kind: 'text', value: ({ kind }) => words.caseKind[kind] },
    { label: column.status, width: 16, kind: 'text', value: ({ status }) => words.caseStatus[status] },
    { label: column.stage, width: 20, kind: 'text', value: ({ stage }) => words.caseStage[stage] },
    {
      label: column.outcome,
      width: 22,
      kind: 'text',
      value: ({ outcome }) => (outcome === null ? null : words.caseOutcome[outcome]),
    },
    { label: column.closedOn, width: 12, kind: 'day', value: ({ closedOn }) => closedOn },
    { label: column.unit, width: 28, kind: 'text', value: ({ branchId }) => names.unit(branchId) },
    { label: column.appeal, width: 18, kind: 'text', value: ({ appealNumber }) => appealNumber },
    { label: column.people, width: 9, kind: 'int', value: ({ people }) => people },
    ...(isPersonal ? people(words) : []),
    {
      label: column.decision,
      width: 20,
      kind: 'text',
      value: ({ decision }) => (decision === null ? null : words.decision[decision.decision]),
    },
    { label: column.decidedOn, width: 13, kind: 'day', value: ({ decision }) => decision?.decidedOn ?? null },
    {
      label: column.counsel,
      width: 30,
      kind: 'text',
      value: ({ counsel }) => joined(counsel.filter(({ endedOn }) => endedOn === null).map(({ fullName }) => fullName)),
    },
    {
      label: column.hearingOn,
      width: 14,
      kind: 'day',
      value: ({ nextHearing }) => (nextHearing === null ? null : dayOf(new Date(nextHearing.startsAt))),
    },
    { label: column.court, width: 30, kind: 'text', value: ({ nextHearing }) => nextHearing?.court ?? null },
    { label: column.deadlineOn, width: 14, kind: 'day', value: ({ nextDeadlineOn }) => nextDeadlineOn },
    { label: column.allotted, width: 16, kind: 'int', value: ({ money }) => money?.allotted ?? null },
    { label: column.committed, width: 18, kind: 'int', value: ({ money }) => money?.committed ?? null },
    { label: column.paid, width: 16, kind: 'int', value: ({ money }) => money?.paid ?? null },
    { label: column.left, width: 16, kind: 'int', value: ({ money }) => money?.left ?? null },
    { label: column.effect, width: 16, kind: 'int', value: ({ effect }) => effect?.received ?? null },
  ]
}

const people = ({ column }: Words): Column<LegalCase>[] => [
  {
    label: column.members,
    width: 34,
    kind: 'text',
    value: ({ members }) => joined(members.map(({ fullName }) => fullName)),
  },
  { label: column.summary, width: 45, kind: 'text', value: ({ summary }) => summary },
  { label: column.opposingParty, width: 28, kind: 'text', value: ({ opposingParty }) => opposingParty },
]

const joined = (names: readonly string[]) => (names.length === 0 ? null : names.join(', '))
