import type { Attachment } from '@qorgan/shared/attachments'
import type { Page } from '@qorgan/shared/pagination'
import { sql } from 'kysely'
import { recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError, notFound } from '../platform/errors.ts'
import type { FileToSend } from '../platform/http/file-routes.ts'
import { pageOf } from '../platform/http/pages.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import type { Added } from './adding.ts'
import { type Holder, mayOpen, mayRemove } from './policy.ts'
import { type AttachmentRow, findAttachment, findAttachments, presentAttachment } from './queries.ts'

export { type Added, addFiles } from './adding.ts'
export { clearFiles } from './clearing.ts'
export type { Holder } from './policy.ts'

export async function listFiles(
  db: Reader,
  actor: Actor,
  holder: Holder,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<Attachment>> {
  return pageOf(
    await findAttachments(db, holder, asked),
    asked.limit,
    (row) => [row.place, row.id],
    (row) => presentAttachment(actor, holder, row),
  )
}

async function found(db: Reader, holder: Holder, id: string): Promise<AttachmentRow> {
  const row = isUuid(id) ? await findAttachment(db, holder, id) : undefined
  if (!row) throw notFound()
  return row
}

/** A file to send, and the trace that its opening leaves. */
export async function openFile(
  db: Reader,
  actor: Actor,
  holder: Holder,
  id: string,
): Promise<{ file: FileToSend; leaveTrace: (tx: Tx) => Promise<void> }> {
  const file = await found(db, holder, id)
  if (file.removedAt !== null || !mayOpen(actor, holder)) throw notFound()
  const event = { unitId: holder.unitId, action: 'attachment.opened', entity: 'attachment', entityId: file.id }
  return { file, leaveTrace: (tx) => recordEvent(tx, actor, event) }
}

/** Marks it, on the locked record: nobody finds it any more, and its bytes go a fortnight later. The caller leaves the trace. */
export async function removeFile(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch: IfMatch },
  { holder, refuse }: { holder: Holder; refuse: () => void },
  { id, reason }: { id: string; reason: string },
): Promise<Attachment> {
  const row = await found(tx, holder, id)
  if (!ifMatch.absent) requireVersion(ifMatch, row.version)
  refuse()
  if (row.removedAt !== null) throw new AppError('attachment.removed')
  if (!mayRemove(actor, row)) throw new AppError('auth.forbidden')
  await tx
    .updateTable('attachments')
    .set({ removedAt: sql`now()`, removedBy: actor.userId, removeReason: reason, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  return presentAttachment(actor, holder, await found(tx, holder, id))
}

/** What the log of a record says of a file: never its name, in which people write names. */
export const detailsOf = ({ id, size, mediaType }: Added) => ({ attachmentId: id, size, mediaType })
