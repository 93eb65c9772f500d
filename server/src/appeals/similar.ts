import type { SimilarAppeal } from '@qorgan/shared/appeals'
import type { AppealCategory } from '@qorgan/shared/organisation'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader } from '../platform/db/index.ts'
import { anyId } from '../platform/db/expressions.ts'
import { findMembersForAppeals } from '../members/service.ts'
import { invalidAt } from '../platform/errors.ts'
import { visibleTo } from './scope.ts'

interface Likeness {
  memberId?: string | null | undefined
  category?: AppealCategory | null | undefined
  employerId?: string | null | undefined
  text?: string | null | undefined
}

const MOST = 10

/** Repeat candidates of the applicant first, then like ones. Restricted appeals are never hinted at. */
export async function findSimilarAppeals(
  db: Reader,
  actor: Actor,
  { memberId, category, employerId, text }: Likeness,
): Promise<z.output<typeof SimilarAppeal>[]> {
  const candidates = () =>
    db
      .selectFrom('appeals')
      .select(['id', 'number', 'receivedOn', 'category', 'subject', 'status', 'outcome', 'applicantName'])
      .where(visibleTo(actor))
      .where('restricted', '=', false)
      .where('status', '<>', 'annulled')
      .orderBy('receivedOn', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST)
  const repeats = memberId ? await candidates().where('memberId', '=', memberId).execute() : []
  if (memberId && repeats.length === 0 && (await findMembersForAppeals(db, actor, [memberId])).length === 0)
    throw invalidAt('/memberId', 'field.absent')
  if (employerId && !(await db.selectFrom('employers').select('id').where('id', '=', employerId).executeTakeFirst()))
    throw invalidAt('/employerId', 'field.absent')
  const like = text?.trim() ? await findLikeWorded(db, text) : undefined
  const alike =
    like || (category && employerId)
      ? await candidates()
          .$if(!!category, (rest) => rest.where('category', '=', category as AppealCategory))
          .$if(!!employerId, (rest) => rest.where('employerId', '=', employerId as string))
          .$if(like !== undefined, (rest) => rest.where('id', '=', anyId(like ?? [])))
          .where('id', '<>', sql<string>`all(${sql.val(repeats.map(({ id }) => id))}::uuid[])`)
          .execute()
      : []
  return [...repeats.map((row) => ({ ...row, repeat: true })), ...alike.map((row) => ({ ...row, repeat: false }))]
}

/** Appeals that share words with a text: any of its first dozen. */
async function findLikeWorded(db: Reader, text: string): Promise<string[]> {
  const words = text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word.length > 3)
    .slice(0, 12)
  if (words.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`select id from matching_appeals(${words.join(' or ')}, '{}', 200) as id`.execute(db)
  return rows.map(({ id }) => id)
}
