import type { RouteOutput } from '@qorgan/shared/contract'
import type { search } from '@qorgan/shared/search'
import { findMembersByIin, findMembersByPhone, findMembersByWords, presentMember, wordsOf } from '../members/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import type { IinCipher } from '../platform/iin-cipher.ts'
import { readPhone } from '../platform/phones.ts'
import { findAppealsByWords, findAppealsOf } from './queries.ts'

type Found = RouteOutput<typeof search>

const MOST = 10

/** One field for everything. A whole IIN and a phone find a person with their appeals; whatever finds nobody is searched as words. */
export async function findAnything(db: Reader, actor: Actor, iins: IinCipher, q: string): Promise<Found> {
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
  return { appeals, members: members.map((member) => presentMember(actor, iins, member)), cases: [] }
}
