import type { Attachment } from '@qorgan/shared/attachments'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor } from '../platform/auth/actor.ts'
import type { DB, Reader, Tx } from '../platform/db/index.ts'
import { anyText } from '../platform/db/expressions.ts'
import { readCursor } from '../platform/http/pages.ts'
import { type Holder, mayOpen, mayRemove } from './policy.ts'

const ofHolder =
  ({ kind, id }: Holder) =>
  (eb: ExpressionBuilder<DB, 'attachments'>) =>
    eb(kind === 'appeal' ? 'attachments.appealId' : 'attachments.caseId', '=', id)

/** Files of a record that the caller has found; row-level security asks for the record again. */
const selectAttachments = (db: Reader, holder: Holder) =>
  db
    .selectFrom('attachments')
    .innerJoin('users', 'users.id', 'attachments.uploadedBy')
    .select([
      'attachments.id',
      'attachments.fileName',
      'attachments.mediaType',
      'attachments.size',
      'attachments.sha256',
      'attachments.storageKey',
      'attachments.uploadedBy',
      'attachments.removedAt',
      'attachments.version',
      'attachments.createdAt',
      'users.fullName as uploadedByName',
    ])
    // A Date keeps milliseconds, PostgreSQL microseconds: the place in a list is exact.
    .select(sql<string>`attachments.created_at::text`.as('place'))
    .where(ofHolder(holder))
export type AttachmentRow = Awaited<ReturnType<ReturnType<typeof selectAttachments>['executeTakeFirstOrThrow']>>

export function findAttachments(
  db: Reader,
  holder: Holder,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<AttachmentRow[]> {
  const after = readCursor(cursor, 2)
  return selectAttachments(db, holder)
    .where('attachments.removedAt', 'is', null)
    .$if(after !== undefined, (rest) =>
      rest.where(
        sql<boolean>`(attachments.created_at, attachments.id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`,
      ),
    )
    .orderBy('attachments.createdAt', 'desc')
    .orderBy('attachments.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Removed ones, too. */
export const findAttachment = (db: Reader, holder: Holder, id: string) =>
  selectAttachments(db, holder).where('attachments.id', '=', id).executeTakeFirst()

/** What one person has attached to a record already, among files of these hashes. */
export const findSame = (db: Reader, holder: Holder, actor: Actor, hashes: readonly Buffer[]) =>
  selectAttachments(db, holder)
    .where('attachments.uploadedBy', '=', actor.userId)
    .where('attachments.removedAt', 'is', null)
    .where(sql<boolean>`encode(attachments.sha256, 'hex') = ${anyText(hashes.map((hash) => hash.toString('hex')))}`)
    .orderBy('attachments.id')
    .execute()

/** How many files a record holds, and how many bytes. */
export const sumAttachments = (tx: Tx, holder: Holder) =>
  tx
    .selectFrom('attachments')
    .select([sql<number>`count(*)::int8`.as('files'), sql<number>`coalesce(sum(size), 0)::int8`.as('bytes')])
    .where(ofHolder(holder))
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()

const folders = { appeal: 'appeals', case: 'legal-cases' } as const

export function presentAttachment(actor: Actor, holder: Holder, row: AttachmentRow): Attachment {
  const isThere = row.removedAt === null
  return {
    id: row.id,
    fileName: row.fileName,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256.toString('hex'),
    url: `/api/v1/${folders[holder.kind]}/${holder.id}/attachments/${row.id}/content`,
    uploadedBy: { id: row.uploadedBy, fullName: row.uploadedByName },
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    can: {
      open: isThere && mayOpen(actor, holder),
      remove: isThere && holder.takesFiles && mayRemove(actor, row),
    },
  }
}
