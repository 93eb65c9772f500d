import type { RouteOutput } from '@qorgan/shared/contract'
import type { Day } from '@qorgan/shared/dates'
import type { search } from '@qorgan/shared/search'
import { findMembersByIin, findMembersByPhone, findMembersByWords, presentMember, wordsOf } from '../members/service.ts'
import { findCases, peopleOf } from '../legal-cases/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { readPhone } from '../platform/phones.ts'
import { findAppealsByWords, findAppealsOf } from './queries.ts'

type Found = RouteOutput<typeof search>

const MOST = 10

/** One field for everything. A whole IIN and a phone find a person with their appeals; whatever finds nobody is searched as words. */
export async function findAnything(db: Reader, actor: Actor, iins: IinCipher, q: string, today: Day): Promise<Found> {
  const compact = q.replace(/\s/g, '')
  const iin = /^\d{12}$/.test(compact) ? compact : null
  const phone = iin === null ? readPhone(q) : null
  const byNumber = iin !== null || phone !== null
  const known =
    iin !== null
      ? await findMembersByIin(db, actor, iins.hash(iin))
      : phone !== null
        ? await findMembersByPhone(db, actor, phone, MOST)
        : []
  const theirs = byNumber
    ? await findAppealsOf(
        db,
        actor,
        known.map(({ id }) => id),
        phone,
        MOST,
      )
    : []
  const words = known.length + theirs.length > 0 ? [] : wordsOf(q)
  const members = words.length > 0 ? await findMembersByWords(db, actor, words, MOST) : known.slice(0, MOST)
  const appeals = words.length > 0 ? await findAppealsByWords(db, actor, q, words, MOST) : theirs
  return {
    appeals,
    members: members.map((member) => presentMember(actor, iins, member)),
    cases: await findCasesOf(db, actor, words.length > 0 ? { q } : { memberId: known.map(({ id }) => id) }, today),
  }
}

/** Cases by number, person and summary, or those of the people who were found; under their pseudonym where the actor reads no more. */
async function findCasesOf(
  db: Reader,
  actor: Actor,
  filter: { q: string } | { memberId: string[] },
  today: Day,
): Promise<Found['cases']> {
  const isEmpty = 'memberId' in filter && filter.memberId.length === 0
  if (isEmpty || !may(actor, 'legalCases:read')) return []
  const rows = await findCases(db, actor, filter, today, { sort: '-openedOn', limit: MOST })
  return rows.slice(0, MOST).map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    openedOn: may(actor, 'legalCases:inspect') ? row.openedOn : null,
    people: peopleOf(actor, row)
      .map(({ fullName }) => fullName)
      .join(', '),
  }))
}
