import { type matchMembers } from '@qorgan/shared/members'
import type { RouteOutput } from '@qorgan/shared/contract'
import { memberName } from '../../members/member-name.ts'
import type { BatchRow, Candidate } from './draft.ts'

type Match = RouteOutput<typeof matchMembers>['items'][number]
type Found = Match['candidates'][number]

export const needsMatch = (row: BatchRow): boolean =>
  !row.asked &&
  !row.outsider &&
  row.member === null &&
  (row.text.trim().length > 1 || row.iin !== '' || row.cardNumber !== '')

export const matchRequest = (row: BatchRow) => ({
  text: row.text,
  iin: row.iin || null,
  cardNumber: row.cardNumber || null,
})

const sure = new Set<Found['matchedBy']>(['iin', 'cardNumber', 'fullName'])

/** One sure candidate is taken; several, or one who is merely alike, are for the person to choose from. */
export function withMatch(row: BatchRow, found: readonly Found[], place: (member: Found) => string): BatchRow {
  const candidates: Candidate[] = found.map((member) => ({
    id: member.id,
    name: memberName(member),
    about: place(member),
  }))
  const [only] = found
  const taken = found.length === 1 && only && sure.has(only.matchedBy) ? (candidates[0] ?? null) : null
  return { ...row, asked: true, candidates, member: taken }
}
