import { randomUUID } from 'node:crypto'
import { type Attachment, attachmentLimits } from '@qorgan/shared/attachments'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../platform/auth/actor.ts'
import type { Reader, Tx } from '../platform/db/index.ts'
import { AppError, fieldError, invalid } from '../platform/errors.ts'
import type { FileStore } from '../platform/file-store.ts'
import type { ArrivedFile } from '../platform/http/arrivals.ts'
import type { Uploading } from '../platform/http/file-routes.ts'
import { newId } from '../platform/ids.ts'
import { cleanFileName } from './file-names.ts'
import { judgeFile, type MediaType } from './file-types.ts'
import { strikeOut, takeAway, writeDown } from './pending.ts'
import type { Holder } from './policy.ts'
import { findSame, presentAttachment, sumAttachments } from './queries.ts'

export interface Added {
  id: string
  size: number
  mediaType: string
}

/** What an appeal and a case do each in their own way. */
export interface Adding {
  /** 404 for whoever does not see the record, before a byte is read. */
  see: (db: Reader) => Promise<Holder>
  /** Holds the record until the files stand in it. */
  lock: (tx: Tx) => Promise<{ holder: Holder; refuse: () => void; leaveTrace: (added: Added[]) => Promise<void> }>
}

interface Call extends Uploading {
  actor: Actor
  request: FastifyRequest
  reply: FastifyReply
}

const { fileBytes, filesAtOnce, recordFiles, recordBytes } = attachmentLimits

/**
 * All files of a request, or none. No transaction is open while they come: seen first, then streamed and looked into on this machine's
 * disk, then stored, and named in the record by one transaction. What the same person has attached before is not attached again, so a
 * repeated upload answers what the first one did.
 */
export async function addFiles(call: Call, { see, lock }: Adding): Promise<{ items: Attachment[] }> {
  const { actor, request, reply, reading, writing } = call
  const { files: store } = request.server
  const seen = await reading(see)
  const files = await judged(await call.receive({ fileBytes, files: filesAtOnce, allBytes: recordBytes }))
  const known = await reading((db) => findKnown(db, seen, actor, files))
  const stored = files.filter((file) => !known.has(nameOf(file))).map((file) => ({ ...file, key: randomUUID() }))
  const keys = stored.map(({ key }) => key)
  let unnamed = keys
  try {
    if (keys.length > 0) await writing((tx) => writeDown(tx, actor, keys))
    for (const file of stored) await keep(store, file, request)
    const { items, named } = await writing(async (tx) => {
      const { holder, refuse, leaveTrace } = await lock(tx)
      const before = await findKnown(tx, holder, actor, files)
      const added = stored.filter((file) => !before.has(nameOf(file))).map((file) => ({ ...file, id: newId() }))
      if (added.length > 0) {
        refuse()
        await refuseTooMany(tx, holder, added)
        await insert(tx, actor, holder, added)
      }
      const names = new Set(added.map(({ key }) => key))
      await strikeOut(tx, actor, [...names])
      const now = await findKnown(tx, holder, actor, files)
      const rows = files.flatMap((file) => now.get(nameOf(file)) ?? [])
      // One that was known has been removed meanwhile, and nobody has stored it again.
      if (rows.length !== files.length) throw new AppError('record.busy')
      if (added.length > 0) await leaveTrace(added)
      return { items: rows.map((row) => presentAttachment(actor, holder, row)), named: names }
    })
    unnamed = keys.filter((key) => !named.has(key))
    if (named.size === 0) reply.code(200)
    return { items }
  } finally {
    // After a failure all of them, after a race those that somebody was faster with; nothing that a record names.
    if (unnamed.length > 0)
      await takeAway({ files: store, writing, actor }, { keys: unnamed }).catch((error: unknown) =>
        request.log.warn({ err: error }, 'files of an upload that failed are left to the hourly job'),
      )
  }
}

interface JudgedFile extends ArrivedFile {
  mediaType: MediaType
}

/** Their types and their cleaned names; everything that is wrong with them at once. The same file twice is one. */
async function judged(arrived: readonly ArrivedFile[]): Promise<JudgedFile[]> {
  const files = new Map<string, JudgedFile>()
  const errors = []
  for (const [n, file] of arrived.entries()) {
    const fileName = cleanFileName(file.fileName)
    const judgement = await judgeFile(file, fileName)
    if ('refusal' in judgement) errors.push(fieldError(`/file/${n}`, judgement.refusal))
    else files.set(nameOf({ ...file, fileName }), { ...file, fileName, ...judgement })
  }
  if (errors.length > 0) throw invalid(...errors)
  return [...files.values()]
}

const nameOf = ({ sha256, fileName }: { sha256: Buffer; fileName: string }) => `${sha256.toString('hex')} ${fileName}`

async function findKnown(db: Reader, holder: Holder, actor: Actor, files: readonly JudgedFile[]) {
  const rows = await findSame(
    db,
    holder,
    actor,
    files.map(({ sha256 }) => sha256),
  )
  return new Map(rows.map((row) => [nameOf(row), row]))
}

async function keep(store: FileStore, file: JudgedFile & { key: string }, { log }: FastifyRequest): Promise<void> {
  try {
    await store.keep(file.key, file)
  } catch (error) {
    log.error({ err: error }, 'a file could not be kept in the store')
    const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new AppError(isFull ? 'server.diskFull' : 'server.unavailable', {}, undefined, { cause: error })
  }
}

async function refuseTooMany(tx: Tx, holder: Holder, added: readonly Added[]): Promise<void> {
  const { files, bytes } = await sumAttachments(tx, holder)
  const more = added.reduce((sum, { size }) => sum + size, 0)
  if (files + added.length > recordFiles || bytes + more > recordBytes) throw new AppError('attachment.tooMany')
}

const insert = (
  tx: Tx,
  actor: Actor,
  { kind, id }: Holder,
  added: readonly (JudgedFile & { id: string; key: string })[],
) =>
  tx
    .insertInto('attachments')
    .values(
      added.map((file) => ({
        id: file.id,
        appealId: kind === 'appeal' ? id : null,
        caseId: kind === 'case' ? id : null,
        fileName: file.fileName,
        mediaType: file.mediaType,
        size: file.size,
        sha256: file.sha256,
        storageKey: file.key,
        uploadedBy: actor.userId,
      })),
    )
    .execute()
