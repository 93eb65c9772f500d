import {
  addPrivilegedNote,
  changePrivilegedNote,
  listPrivilegedNotes,
  listPrivilegedOpenings,
} from '@qorgan/shared/privileged-notes'
import type { FastifyInstance } from 'fastify'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { seenCase } from './acting.ts'
import { openNotes, rewriteNote, writeNote } from './privileged-notes.ts'
import { findOpenings } from './privileged-queries.ts'

export function privilegedNoteRoutes(app: FastifyInstance): void {
  const notes = app.noteCipher

  // Reading them leaves a trace, so it is a command.
  command(app, listPrivilegedNotes, ({ tx, actor, input: { params, query }, clock }) =>
    openNotes({ tx, actor, caseId: params.id, today: clock.today(), notes }, query),
  )

  command(app, addPrivilegedNote, async ({ tx, actor, input: { params, body }, clock, reply }) => {
    const { note, isNew } = await writeNote({ tx, actor, caseId: params.id, today: clock.today(), notes }, body)
    if (!isNew) reply.code(200)
    return note
  })

  command(app, changePrivilegedNote, ({ tx, actor, input: { params, body }, ifMatch, clock }) =>
    rewriteNote({ tx, actor, caseId: params.id, today: clock.today(), ifMatch, notes }, params.itemId, body.text),
  )

  query(app, listPrivilegedOpenings, async ({ db, actor, input: { params, query }, clock }) => {
    const row = await seenCase(db, actor, params.id, clock.today())
    return pageOf(
      await findOpenings(db, row.id, query.limit, readCursor(query.cursor, 2)),
      query.limit,
      (opening) => [opening.place, opening.id],
      ({ id, userId, fullName, role, at }) => ({ id, by: { id: userId, fullName }, role, at: at.toISOString() }),
    )
  })
}
