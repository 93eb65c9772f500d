import { addAppealAttachments, type Attachment } from '@qorgan/shared/attachments'
import { fillPath } from '@qorgan/shared/contract'
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, vi } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { clearFiles } from '../../src/attachments/service.ts'
import type { FileStore } from '../../src/platform/file-store.ts'
import { folderStore } from '../../src/platform/file-store-folder.ts'
import { aBranch, aUser } from '../factories.ts'
import { formOf } from '../forms.ts'
import { clientFor, system, test as base, testSecrets } from '../harness.ts'
import { jpeg, pdf } from '../sample-files.ts'

/** A server with real sockets, whose store does as a test says. */
const test = base.extend('served', { scope: 'file' }, async ({ db, clock, filesFolder }, { onCleanup }) => {
  const folder = folderStore(filesFolder)
  const files: FileStore = { ...folder }
  const app = await buildApp({
    db,
    clock,
    files,
    secrets: testSecrets,
    readiness: { isReady: true },
    requestsPerMinute: 100_000,
    isSecure: false,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  onCleanup(() => app.close())
  const chair = await aUser(db, 'branch_chair', await aBranch(db))
  const client = clientFor(app, chair)
  const { body } = await client.send('POST', '/appeals', {
    body: {
      receivedOn: '2026-11-19',
      channel: 'phone',
      category: 'pay',
      subject: 'О доплате',
      applicant: { anonymous: true },
    },
  })
  const url = fillPath(addAppealAttachments.path, { id: body.id })
  const list = async (): Promise<Attachment[]> => (await client.send('GET', url)).body.items
  /** Sends the head of an upload, and then what the test writes. */
  const begin = (headers: Record<string, string>) =>
    request({
      port: (app.server.address() as AddressInfo).port,
      method: 'POST',
      path: `/api/v1${url}`,
      headers: {
        ...headers,
        authorization: `Bearer ${app.jwt.sign({ sub: chair.id, sid: chair.sessionId })}`,
      },
    }).on('error', () => undefined)
  const onDisk = async () =>
    (await readdir(filesFolder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const pending = () => system(db, (tx) => tx.selectFrom('pendingFiles').selectAll().execute())
  return { app, client, files, folder, url, list, begin, onDisk, pending }
})

const answerTo = (sent: ClientRequest) =>
  new Promise<{ status: number; text: string }>((resolve) =>
    sent.on('response', (response) => {
      let text = ''
      response.on('data', (data: Buffer) => (text += data.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    }),
  )
const MEGABYTE = 1_048_576

describe('an upload that is cut off', () => {
  test('goes to the disk as it comes, and leaves nothing there', async ({ served }) => {
    const { begin, onDisk, list, pending } = served
    const { body, headers } = await formOf(
      { name: 'first.jpg', bytes: jpeg() },
      { name: 'b.pdf', bytes: Buffer.concat([pdf(), Buffer.alloc(12 * MEGABYTE)]) },
    )
    const sent = begin({ ...headers, 'content-length': String(body.length) })
    sent.write(body.subarray(0, 8 * MEGABYTE))
    // What has come is on the disk while the rest is still to come: what is in memory is less than a tenth of it.
    await vi.waitFor(
      async () => {
        const sizes = await Promise.all(
          (await onDisk()).map(({ parentPath, name }) => stat(path.join(parentPath, name))),
        )
        expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(7.5 * MEGABYTE)
      },
      { timeout: 10_000 },
    )
    sent.destroy()
    await vi.waitFor(async () => expect(await onDisk()).toEqual([]), { timeout: 10_000 })
    expect(await list()).toEqual([])
    expect(await pending()).toEqual([])
  })

  test('between two files leaves nothing, too', async ({ served }) => {
    const { begin, onDisk, list } = served
    const { body, headers } = await formOf({ name: 'a.pdf', bytes: pdf() }, { name: 'b.jpg', bytes: jpeg() })
    const sent = begin({ ...headers, 'content-length': String(body.length) })
    sent.write(body.subarray(0, body.indexOf('b.jpg')))
    await vi.waitFor(async () => expect(await onDisk()).not.toEqual([]))
    sent.destroy()
    await vi.waitFor(async () => expect(await onDisk()).toEqual([]), { timeout: 10_000 })
    expect(await list()).toEqual([])
  })

  test('is answered when it is refused, and may send to its end', async ({ served }) => {
    const { begin, onDisk } = served
    const { body, headers } = await formOf({ name: 'b.pdf', bytes: Buffer.alloc(30 * MEGABYTE) })
    const sent = begin({ ...headers, 'content-length': String(body.length) })
    const answer = answerTo(sent)
    sent.end(body)
    expect(await answer).toMatchObject({ status: 413 })
    await vi.waitFor(async () => expect(await onDisk()).toEqual([]))
  })

  test('who may not is answered before anything is read', async ({ served }) => {
    const { begin, onDisk } = served
    const { body, headers } = await formOf({ name: 'b.pdf', bytes: pdf() })
    const sent = begin({ ...headers, 'content-length': String(body.length * 100) })
    sent.setHeader('authorization', 'Bearer nobody')
    const answer = answerTo(sent)
    sent.write(body)
    expect(await answer).toMatchObject({ status: 401 })
    expect(await onDisk()).toEqual([])
    sent.destroy()
  })
})

describe('a store that fails', () => {
  test('while files are put in: none stays, none is named', async ({ served }) => {
    const { client, files, folder, url, list, onDisk, pending } = served
    let puts = 0
    files.keep = (key, file) => (++puts === 2 ? Promise.reject(new Error('gone')) : folder.keep(key, file))
    const form = await formOf({ name: 'a.pdf', bytes: pdf() }, { name: 'b.jpg', bytes: jpeg() })
    expect((await client.send('POST', url, form)).body).toMatchObject({ status: 503, code: 'server.unavailable' })
    files.keep = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    expect((await client.send('POST', url, form)).body).toMatchObject({ status: 507, code: 'server.diskFull' })
    files.keep = folder.keep
    expect(await list()).toEqual([])
    expect(await onDisk()).toEqual([])
    expect(await pending()).toEqual([])
    expect((await client.send('POST', url, form)).status).toBe(201)
  })

  test('when a file is opened: it says so, and nothing was opened', async ({ db, served }) => {
    const { client, files, list } = served
    const auditor = clientFor(served.app, await aUser(db, 'auditor'))
    const [file] = await list()
    const opened = async () =>
      (await auditor.send('GET', `/audit?entityId=${file?.id}&action=attachment.opened`)).body.items.length
    const { storageKey } = await system(db, (tx) =>
      tx
        .selectFrom('attachments')
        .select('storageKey')
        .where('id', '=', file?.id ?? '')
        .executeTakeFirstOrThrow(),
    )
    await files.remove(storageKey)
    expect((await client.send('GET', file?.url ?? '')).body).toMatchObject({ status: 503, code: 'server.unavailable' })
    const cut = path.join(files.incoming, randomUUID())
    await mkdir(files.incoming, { recursive: true })
    await writeFile(cut, 'half')
    await files.keep(storageKey, { path: cut, size: 4, sha256: Buffer.alloc(0) })
    expect((await client.send('GET', file?.url ?? '')).body).toMatchObject({ status: 503, code: 'server.unavailable' })
    expect(await opened()).toBe(0)
  })

  test('what a crash has left is taken away a day later, and nothing that a record names', async ({ db, served }) => {
    const { client, files, url, list, onDisk, pending } = served
    await client.send('POST', url, await formOf({ name: 'stays.pdf', bytes: pdf('stays') }))
    const before = (await onDisk()).length
    // Ended between the store and the record; and while a file was coming.
    const key = randomUUID()
    await system(db, (tx) => tx.insertInto('pendingFiles').values({ storageKey: key }).execute())
    const upload = path.join(files.incoming, randomUUID())
    await mkdir(upload, { recursive: true })
    for (const name of ['0', '1']) await writeFile(path.join(upload, name), 'half')
    await files.keep(key, { path: path.join(upload, '1'), size: 4, sha256: Buffer.alloc(0) })
    expect(await onDisk()).toHaveLength(before + 2)

    await clearFiles({ db, files, now: new Date() })
    expect(await onDisk()).toHaveLength(before + 2)
    const old = new Date(Date.now() - 25 * 3_600_000)
    await utimes(upload, old, old)
    await clearFiles({ db, files, now: new Date() })
    expect(await onDisk()).toHaveLength(before + 1)
    const tomorrow = new Date(Date.now() + 25 * 3_600_000)
    await Promise.all([1, 2].map(() => clearFiles({ db, files, now: tomorrow })))
    expect(await onDisk()).toHaveLength(before)
    expect(await pending()).toEqual([])
    const [file] = await list()
    expect((await client.send('GET', file?.url ?? '')).body).toBe(pdf('stays').toString())
  })

  test('a record is not made of what somebody has begun to take away', async ({ db, served }) => {
    const { client, files, folder, url, list } = served
    const before = await list()
    // A process that slept for a day between the store and the record.
    files.keep = async (key, file) => {
      await folder.keep(key, file)
      await clearFiles({ db, files, now: new Date(Date.now() + 25 * 3_600_000) })
    }
    const form = await formOf({ name: 'late.pdf', bytes: pdf('late') })
    expect((await client.send('POST', url, form)).status).toBe(503)
    files.keep = folder.keep
    expect(await list()).toEqual(before)
  })
})
