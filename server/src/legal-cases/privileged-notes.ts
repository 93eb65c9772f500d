import type { PrivilegedNote } from '@qorgan/shared/privileged-notes'
import { recordEvent } from '../audit/service.ts'
import { type Actor, may } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import { AppError, notFound } from '../platform/errors.ts'
import { type IfMatch, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import type { NoteCipher } from '../platform/note-cipher.ts'
import { type CaseActing, leaveCaseTrace, lockCase, seenCase } from './acting.ts'
import { refuseCaseAction } from './policy.ts'
import { findNote, findNotes, lockNote, type NoteRow } from './privileged-queries.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import type { CaseRow } from './queries.ts'

/** No text leaves by the log, the trail, an error or the hash of a repeated creation. */
type Acting = CaseActing & { notes: NoteCipher }

/** Opens the notes of a case. Looking is an event: it is written down for the case's readers, and in the trail. */
export async function openNotes(acting: Acting, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const { tx, actor, caseId, today, notes } = acting
  const row = await seenCase(tx, actor, caseId, today)
  const page = pageOf(
    await findNotes(tx, row.id, limit, readCursor(cursor, 2)),
    limit,
    (note) => [note.place, note.id],
    (note) => shown(actor, notes, note),
  )
  await tx.insertInto('privilegedOpenings').values({ caseId: row.id, userId: actor.userId, role: actor.role }).execute()
  await recordEvent(tx, actor, {
    unitId: row.branchId,
    action: 'privilegedNote.opened',
    entity: 'legalCase',
    entityId: row.id,
    count: page.items.length,
  })
  return page
}

export async function writeNote(
  acting: Acting,
  draft: { id?: string | undefined; kind: PrivilegedNote['kind']; text: string },
): Promise<{ note: PrivilegedNote; isNew: boolean }> {
  const { tx, actor, notes } = acting
  const row = await lockCase(acting)
  const id = draft.id ?? newId()
  const { kind, text } = draft
  const claimed = { kind, caseId: row.id, fingerprint: notes.fingerprint(text) }
  if (draft.id && !(await claimId(tx, actor, 'privilegedNote', id, claimed)))
    return { note: await describeNote(acting, row, id), isNew: false }
  refuseCaseAction(row, 'privileged-notes')
  await tx
    .insertInto('privilegedNotes')
    .values({
      id,
      caseId: row.id,
      kind,
      cipher: notes.encrypt(text, { noteId: id, caseId: row.id }),
      writtenBy: actor.userId,
    })
    .execute()
  const note = await describeNote(acting, row, id)
  await leaveCaseTrace(acting, row, { ...traceOf(id), action: 'privilegedNote.written' })
  return { note, isNew: true }
}

/** Everybody changes their own words alone. */
export async function rewriteNote(
  acting: Acting & { ifMatch: IfMatch },
  itemId: string,
  text: string,
): Promise<PrivilegedNote> {
  const { tx, actor, notes } = acting
  const row = await lockCase(acting)
  const before = isUuid(itemId) ? await lockNote(tx, row.id, itemId) : undefined
  if (!before) throw notFound()
  requireVersion(acting.ifMatch, before.version)
  refuseCaseAction(row, 'privileged-notes')
  if (before.writtenBy !== actor.userId) throw new AppError('note.notOwn')
  await tx
    .updateTable('privilegedNotes')
    .set({ cipher: notes.encrypt(text, { noteId: before.id, caseId: row.id }), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
  const note = await describeNote(acting, row, before.id)
  await leaveCaseTrace(acting, row, {
    ...traceOf(before.id),
    details: { changed: true },
    action: 'privilegedNote.changed',
    fields: ['text'],
  })
  return note
}

const traceOf = (id: string) => ({ kind: 'note_written', entity: 'privilegedNote', entityId: id }) as const

async function describeNote({ tx, actor, notes }: Acting, row: CaseRow, id: string): Promise<PrivilegedNote> {
  const note = await findNote(tx, row.id, id)
  if (!note) throw new AppError('record.idInUse')
  return shown(actor, notes, note)
}

const shown = (actor: Actor, notes: NoteCipher, row: NoteRow): PrivilegedNote => ({
  id: row.id,
  kind: row.kind,
  text: notes.decrypt(row.cipher, { noteId: row.id, caseId: row.caseId }),
  writtenBy: { id: row.writtenBy, fullName: row.fullName },
  writtenAt: row.createdAt.toISOString(),
  version: row.version,
  can: { edit: row.writtenBy === actor.userId && may(actor, 'privilegedNotes:write') },
})
