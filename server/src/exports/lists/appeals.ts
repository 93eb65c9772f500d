import type { Appeal } from '@qorgan/shared/appeals'
import type { Column } from '../sheets/columns.ts'
import type { Words } from '../words/words.ts'
import type { Directories } from './directories.ts'

export function appealColumns(words: Words, names: Directories, isPersonal: boolean): Column<Appeal>[] {
  const { column } = words
  return [
    { label: column.number, width: 18, kind: 'text', value: ({ number }) => number },
    { label: column.receivedOn, width: 12, kind: 'day', value: ({ receivedOn }) => receivedOn },
    { label: column.status, width: 17, kind: 'text', value: ({ status }) => words.status[status] },
    { label: column.category, width: 22, kind: 'text', value: ({ category }) => words.category[category] },
    { label: column.topic, width: 26, kind: 'text', value: ({ topicId }) => names.topic(topicId) },
    { label: column.subject, width: 45, kind: 'text', value: ({ subject }) => subject },
    ...(isPersonal ? applicant(words) : []),
    {
      label: column.membership,
      width: 18,
      kind: 'text',
      value: ({ applicant: { membership } }) => words.membership[membership],
    },
    { label: column.signatories, width: 12, kind: 'int', value: ({ signatories }) => signatories },
    { label: column.unit, width: 28, kind: 'text', value: ({ branchId }) => names.unit(branchId) },
    { label: column.handling, width: 28, kind: 'text', value: ({ handlingBranchId }) => names.unit(handlingBranchId) },
    { label: column.level, width: 20, kind: 'text', value: ({ level }) => words.level[level] },
    {
      label: column.organisation,
      width: 30,
      kind: 'text',
      value: ({ primaryOrganisationId }) => names.organisation(primaryOrganisationId),
    },
    { label: column.employer, width: 30, kind: 'text', value: ({ employerId }) => names.employer(employerId) },
    { label: column.region, width: 22, kind: 'text', value: ({ regionCode }) => names.region(regionCode) },
    { label: column.channel, width: 17, kind: 'text', value: ({ channel }) => words.channel[channel] },
    { label: column.repeatOf, width: 18, kind: 'text', value: ({ repeatOf }) => repeatOf?.number ?? null },
    { label: column.consultation, width: 13, kind: 'yes', value: ({ consultation }) => consultation },
    { label: column.dueOn, width: 12, kind: 'day', value: ({ dueOn }) => dueOn },
    {
      label: column.outcome,
      width: 24,
      kind: 'text',
      value: ({ outcome }) => (outcome === null ? null : words.outcome[outcome]),
    },
    { label: column.resolvedOn, width: 12, kind: 'day', value: ({ resolvedOn }) => resolvedOn },
    { label: column.assignee, width: 26, kind: 'text', value: ({ assignee }) => assignee?.fullName ?? null },
    { label: column.received, width: 16, kind: 'int', value: ({ effect }) => effect.received },
    { label: column.agreed, width: 16, kind: 'int', value: ({ effect }) => effect.agreed },
    { label: column.claimed, width: 16, kind: 'int', value: ({ effect }) => effect.claimed },
    { label: column.people, width: 9, kind: 'int', value: ({ effect }) => effect.people },
    { label: column.legalCase, width: 15, kind: 'text', value: ({ legalCase }) => legalCase?.number ?? null },
  ]
}

/** Who it is from, how to reach them, and the answer, which speaks of them. */
const applicant = ({ column }: Words): Column<Appeal>[] => [
  { label: column.applicant, width: 32, kind: 'text', value: ({ applicant: { fullName } }) => fullName },
  { label: column.phone, width: 16, kind: 'text', value: ({ applicant: { phone } }) => phone },
  { label: column.answer, width: 45, kind: 'text', value: ({ resolution }) => resolution?.summary ?? null },
]
