import type { matchMembers, Member } from '@qorgan/shared/members'
import type { RouteInput, RouteOutput } from '@qorgan/shared/contract'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { iinIn, namesIn } from './names.ts'
import { presentMember } from './present.ts'
import { findMembersByCard, findMembersByIins, findMembersByNames, type MemberRow, type Whom } from './queries.ts'

type Row = RouteInput<typeof matchMembers>['body']['rows'][number]
type Match = RouteOutput<typeof matchMembers>['items'][number]
type MatchedBy = Match['candidates'][number]['matchedBy']

const MOST_CANDIDATES = 5
/** Of the ranks that `matching_names` gives: all that was written agrees. */
const WHOLE_NAME = 1

/**
 * Candidates for the rows of a pasted list, by the surest thing that finds any: the IIN, the card, the whole name, else names
 * alike. Three statements at most, however long the list is.
 */
export async function matchRows(
  db: Reader,
  actor: Actor,
  iins: IinCipher,
  rows: readonly Row[],
  whom: Whom = actor,
): Promise<Match[]> {
  const found = new Map<number, { member: MemberRow; matchedBy: MatchedBy }[]>()
  const note = (row: number, member: MemberRow, matchedBy: MatchedBy) => {
    const candidates = found.get(row) ?? []
    if (candidates.length < MOST_CANDIDATES) found.set(row, [...candidates, { member, matchedBy }])
  }
  await noteByIin(db, whom, iins, rows, note)
  await noteByCard(db, whom, rows, (row) => found.has(row), note)
  const names = rows.flatMap(({ text }, row) => (found.has(row) ? [] : namesIn(text, row)))
  for (const { row, rank, ...member } of names.length > 0 ? await findMembersByNames(db, whom, names) : []) {
    const isWhole = rank <= WHOLE_NAME
    // People of the whole name come first; those who are merely alike are offered only where there is none of them.
    if (isWhole || found.get(row)?.[0]?.matchedBy !== 'fullName') note(row, member, isWhole ? 'fullName' : 'name')
  }
  const presented = new Map<string, Member>()
  const present = (member: MemberRow): Member => {
    const known = presented.get(member.id) ?? presentMember(actor, iins, member)
    presented.set(member.id, known)
    return known
  }
  return rows.map((_, row) => ({
    row,
    candidates: (found.get(row) ?? []).map(({ member, matchedBy }) => ({ ...present(member), matchedBy })),
  }))
}

type Note = (row: number, member: MemberRow, matchedBy: MatchedBy) => void

async function noteByIin(db: Reader, whom: Whom, iins: IinCipher, rows: readonly Row[], note: Note): Promise<void> {
  const asked = rows.flatMap(({ text, iin }, row) => {
    const number = iinIn(iin ?? '') ?? iinIn(text)
    return number === undefined ? [] : [{ row, hash: iins.hash(number) }]
  })
  if (asked.length === 0) return
  const hashes = asked.map(({ hash }) => hash)
  const found = Map.groupBy(await findMembersByIins(db, whom, hashes), ({ hash }) => hash)
  for (const { row, hash } of asked)
    for (const { member } of found.get(hash.toString('hex')) ?? []) note(row, member, 'iin')
}

async function noteByCard(
  db: Reader,
  whom: Whom,
  rows: readonly Row[],
  isFound: (row: number) => boolean,
  note: Note,
): Promise<void> {
  const asked = rows.flatMap(({ cardNumber }, row) => {
    const number = cardNumber?.trim() ?? ''
    return number === '' || isFound(row) ? [] : [{ row, number }]
  })
  if (asked.length === 0) return
  const members = Map.groupBy(
    await findMembersByCard(
      db,
      whom,
      asked.map(({ number }) => number),
    ),
    ({ cardNumber }) => cardNumber ?? '',
  )
  for (const { row, number } of asked) for (const member of members.get(number) ?? []) note(row, member, 'cardNumber')
}
