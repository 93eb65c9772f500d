import { appealsInOrder, knownTo } from '../../appeals/service.ts'
import { toBranchId } from '../../organisation/service.ts'
import type { Column } from '../sheets/columns.ts'
import type { Words } from '../words/words.ts'
import type { Directories } from './directories.ts'

/** What of the list's rows stands in a file; of a hundred thousand rows nothing else is read. */
export async function appealsForFile(...asked: Parameters<typeof appealsInOrder>) {
  return (await appealsInOrder(...asked))
    .clearSelect()
    .select([
      'appeals.number',
      'appeals.receivedOn',
      'appeals.status',
      'appeals.category',
      'appeals.topicId',
      'appeals.subject',
      'appeals.applicantName',
      'appeals.applicantPhone',
      'appeals.summary',
      'appeals.membership',
      'appeals.signatories',
      'appeals.branchId',
      'appeals.handlingUnitId',
      'appeals.level',
      'appeals.primaryOrganisationId',
      'appeals.employerId',
      'appeals.regionCode',
      'appeals.channel',
      'appeals.consultation',
      'appeals.dueOn',
      'appeals.outcome',
      'appeals.resolvedOn',
      'ledger.received',
      'ledger.agreed',
      'ledger.claimed',
      'ledger.people',
    ])
    .select((eb) => [
      eb
        .selectFrom('users')
        .select('users.fullName')
        .whereRef('users.id', '=', 'appeals.assigneeId')
        .as('assigneeName'),
      eb
        .selectFrom('appeals as earlier')
        .select('earlier.number')
        .whereRef('earlier.id', '=', 'appeals.repeatOfId')
        .as('repeatOfNumber'),
      eb
        .selectFrom('legalCases as c')
        .select('c.number')
        .whereRef('c.appealId', '=', 'appeals.id')
        // A restricted case is not tied to a name, here as on the appeal.
        .where(knownTo(asked[1]))
        .as('caseNumber'),
    ])
}
export type AppealLine = Awaited<ReturnType<Awaited<ReturnType<typeof appealsForFile>>['executeTakeFirstOrThrow']>>

export function appealColumns(words: Words, names: Directories, isPersonal: boolean): Column<AppealLine>[] {
  const { column } = words
  return [
    { label: column.number, width: 18, kind: 'text', value: ({ number }) => number },
    { label: column.receivedOn, width: 12, kind: 'day', value: ({ receivedOn }) => receivedOn },
    { label: column.status, width: 17, kind: 'text', value: ({ status }) => words.status[status] },
    { label: column.category, width: 22, kind: 'text', value: ({ category }) => words.categoryShort[category] },
    { label: column.topic, width: 26, kind: 'text', value: ({ topicId }) => names.topic(topicId) },
    ...(isPersonal ? applicant(words) : []),
    { label: column.membership, width: 18, kind: 'text', value: ({ membership }) => words.membership[membership] },
    { label: column.signatories, width: 12, kind: 'int', value: ({ signatories }) => signatories },
    { label: column.unit, width: 28, kind: 'text', value: ({ branchId }) => names.unit(toBranchId(branchId)) },
    {
      label: column.handling,
      width: 28,
      kind: 'text',
      value: ({ handlingUnitId }) => names.unit(toBranchId(handlingUnitId)),
    },
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
    { label: column.repeatOf, width: 18, kind: 'text', value: ({ repeatOfNumber }) => repeatOfNumber },
    { label: column.consultation, width: 13, kind: 'yes', value: ({ consultation }) => consultation },
    { label: column.dueOn, width: 12, kind: 'day', value: ({ dueOn }) => dueOn },
    {
      label: column.outcome,
      width: 24,
      kind: 'text',
      value: ({ outcome }) => (outcome === null ? null : words.outcome[outcome]),
    },
    { label: column.resolvedOn, width: 12, kind: 'day', value: ({ resolvedOn }) => resolvedOn },
    { label: column.assignee, width: 26, kind: 'text', value: ({ assigneeName }) => assigneeName },
    { label: column.received, width: 16, kind: 'int', value: ({ received }) => received ?? 0 },
    { label: column.agreed, width: 16, kind: 'int', value: ({ agreed }) => agreed ?? 0 },
    { label: column.claimed, width: 16, kind: 'int', value: ({ claimed }) => claimed ?? 0 },
    { label: column.people, width: 9, kind: 'int', value: ({ people }) => people ?? 0 },
    { label: column.legalCase, width: 15, kind: 'text', value: ({ caseNumber }) => caseNumber },
  ]
}

/** Who it is from, how to reach them, and what people wrote, which speaks of them. */
const applicant = ({ column }: Words): Column<AppealLine>[] => [
  { label: column.subject, width: 45, kind: 'text', value: ({ subject }) => subject },
  { label: column.applicant, width: 32, kind: 'text', value: ({ applicantName }) => applicantName },
  { label: column.phone, width: 16, kind: 'text', value: ({ applicantPhone }) => applicantPhone },
  { label: column.answer, width: 45, kind: 'text', value: ({ summary }) => summary },
]
