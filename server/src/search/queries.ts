import { type SqlBool, sql } from 'kysely'
import { visibleTo } from '../appeals/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { anyId } from '../platform/db/expressions.ts'
import type { Reader } from '../platform/db/index.ts'

const selectFound = (db: Reader, actor: Actor, most: number) =>
  db
    .selectFrom('appeals')
    .select([
      'appeals.id',
      'appeals.number',
      'appeals.status',
      'appeals.category',
      'appeals.subject',
      'appeals.receivedOn',
      'appeals.applicantName',
    ])
    .where(visibleTo(actor))
    .where('appeals.status', '<>', 'annulled')
    .orderBy('appeals.receivedOn', 'desc')
    .orderBy('appeals.id', 'desc')
    .limit(most)

/** The newest of those whose number, applicant or text has the words; a few are read beyond, since annulled ones fall out. */
export const findAppealsByWords = (db: Reader, actor: Actor, q: string, words: readonly string[], most: number) =>
  selectFound(db, actor, most)
    .where(sql<SqlBool>`appeals.id = any(array(select matching_appeals(${q}, ${[...words]}::text[], ${most * 5})))`)
    .execute()

/** The newest of these people, and of whoever left this phone. */
export const findAppealsOf = (
  db: Reader,
  actor: Actor,
  memberIds: readonly string[],
  phone: string | null,
  most: number,
) =>
  selectFound(db, actor, most)
    .where((eb) =>
      eb.or([
        eb('appeals.memberId', '=', anyId(memberIds)),
        ...(phone === null ? [] : [eb('appeals.applicantPhone', '=', phone)]),
      ]),
    )
    .execute()
