import {
  addAppealAttachments,
  type Attachment,
  attachmentLimits,
  listAppealAttachments,
  removeAppealAttachment,
} from '@qorgan/shared/attachments'
import { annulAppeal, getAppeal } from '@qorgan/shared/appeals'
import { listAudit } from '@qorgan/shared/audit'
import { listTimeline } from '@qorgan/shared/timeline'
import { fillPath } from '@qorgan/shared/contract'
import { createHash, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { clearFiles } from '../../src/attachments/service.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { aBranch, aUser, type TestBranch, type TestUser } from '../factories.ts'
import { type FileOfForm, formOf } from '../forms.ts'
import { type Client, system, test } from '../harness.ts'
import { docx, jpeg, pdf, png } from '../sample-files.ts'

type As = (user: TestUser) => Client
const contract = { name: 'Трудовой договор.pdf', bytes: pdf() }
const photo = { name: 'скан.jpg', bytes: jpeg() }

async function anAppeal(client: Client, traits: object = {}): Promise<string> {
  const { status, body } = await client.send('POST', '/appeals', {
    body: {
      receivedOn: '2026-11-19',
      channel: 'phone',
      category: 'pay',
      subject: 'О доплате',
      applicant: { anonymous: true },
      ...traits,
    },
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

const attach = async (client: Client, id: string, ...files: FileOfForm[]) =>
  client.send('POST', fillPath(addAppealAttachments.path, { id }), await formOf(...files))

async function aBranchAtWork(
  db: Db,
  as: As,
): Promise<{ branch: TestBranch; chair: Client; specialist: Client; id: string }> {
  const branch = await aBranch(db)
  const chair = as(await aUser(db, 'branch_chair', branch))
  const specialist = as(await aUser(db, 'branch_specialist', branch))
  return { branch, chair, specialist, id: await anAppeal(specialist) }
}

const listOf = async (client: Client, id: string) =>
  (await client.call(listAppealAttachments, { params: { id } })).body.items

/** What the trail says of files, oldest first. */
async function trailOf(db: Db, as: As, ids: readonly string[]): Promise<string[]> {
  const auditor = as(await aUser(db, 'auditor'))
  const { body } = await auditor.call(listAudit, { query: { entity: ['attachment'], entityId: [...ids] } })
  return body.items.map(({ action }) => action).toReversed()
}

/** Every file under the store's folder, those that wait included. */
const onDisk = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
const pending = (db: Db) => system(db, (tx) => tx.selectFrom('pendingFiles').selectAll().execute())

describe('attaching', () => {
  test('several files at once: they are listed, opened, and in the log', async ({ db, as, filesFolder }) => {
    const { specialist, chair, id } = await aBranchAtWork(db, as)
    const { status, body } = await attach(specialist, id, contract, photo, { name: 'расчёт.docx', bytes: docx() })
    expect(status).toBe(201)
    const items: Attachment[] = body.items
    expect(items.map(({ fileName, mediaType, size }) => ({ fileName, mediaType, size }))).toEqual([
      { fileName: 'Трудовой договор.pdf', mediaType: 'application/pdf', size: pdf().length },
      { fileName: 'скан.jpg', mediaType: 'image/jpeg', size: jpeg().length },
      {
        fileName: 'расчёт.docx',
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        size: docx().length,
      },
    ])
    expect((await listOf(chair, id)).map((file) => file.id)).toEqual(items.map((file) => file.id).toReversed())
    const [first] = items
    const opened = await chair.send('GET', first?.url ?? '')
    expect(opened.status).toBe(200)
    expect(opened.body).toBe(pdf().toString())
    const sha256 = createHash('sha256').update(pdf())
    expect(first?.sha256).toBe(sha256.copy().digest('hex'))
    expect(opened.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf().length),
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('Трудовой договор.pdf')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      etag: `"${first?.sha256}"`,
      'repr-digest': `sha-256=:${sha256.digest('base64')}:`,
    })
    const log = (await chair.call(listTimeline, { params: { id } })).body.items.filter(
      ({ kind }) => kind === 'file_added',
    )
    expect(log.map(({ details }) => details)).toEqual(
      items.map((file) => ({ attachmentId: file.id, size: file.size, mediaType: file.mediaType })),
    )
    expect(await trailOf(db, as, [first?.id ?? ''])).toEqual(['attachment.added', 'attachment.opened'])
    expect((await chair.call(getAppeal, { params: { id } })).body.version).toBe(1)
    expect(await onDisk(filesFolder)).toHaveLength(3)
    expect(await pending(db)).toEqual([])
  })

  test('again after a lost answer attaches nothing twice', async ({ db, as }) => {
    const { specialist, chair, id } = await aBranchAtWork(db, as)
    const { body } = await attach(specialist, id, contract, photo)
    const again = await attach(specialist, id, contract, photo)
    expect(again.status).toBe(200)
    expect(again.body).toEqual(body)
    expect((await attach(specialist, id, contract, contract)).body.items).toEqual([body.items[0]])
    // One more, another name, another person: those are new.
    const more = await attach(specialist, id, contract, { name: 'плюс.png', bytes: png() })
    expect(more.status).toBe(201)
    expect(more.body.items[0]).toEqual(body.items[0])
    expect((await attach(specialist, id, { ...contract, name: 'Копия.pdf' })).status).toBe(201)
    expect((await attach(chair, id, contract)).status).toBe(201)
    expect(await listOf(chair, id)).toHaveLength(5)
    // Whatever has become of the appeal since.
    const annulled = await chair.call(annulAppeal, { params: { id }, version: 1, body: { reason: 'Дважды' } })
    expect(annulled.status).toBe(200)
    expect((await attach(specialist, id, contract, photo)).status).toBe(200)
    const refused = await attach(specialist, id, { name: 'поздно.pdf', bytes: pdf('поздно') })
    expect(refused.body).toMatchObject({ status: 409, code: 'appeal.wrongStatus' })
  })

  test('by several at once attaches each once', async ({ db, as, filesFolder }) => {
    const { specialist, id } = await aBranchAtWork(db, as)
    const before = (await onDisk(filesFolder)).length
    const answers = await Promise.all(Array.from({ length: 6 }, () => attach(specialist, id, contract, photo)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await listOf(specialist, id)).toHaveLength(2)
    expect(await onDisk(filesFolder)).toHaveLength(before + 2)
    expect(await pending(db)).toEqual([])
  })

  test('all or nothing: one that is not taken, and none is', async ({ db, as, filesFolder }) => {
    const { specialist, id } = await aBranchAtWork(db, as)
    const before = await onDisk(filesFolder)
    const { body } = await attach(
      specialist,
      id,
      contract,
      { name: 'письмо.pdf', bytes: '<html>' },
      { name: 'вирус.exe', bytes: 'MZ' },
      { name: 'пусто.txt', bytes: '' },
      { name: 'макрос.docx', bytes: docx({ name: 'word/vbaProject.bin', text: 'x' }) },
    )
    expect(body).toMatchObject({
      status: 422,
      errors: [
        { path: '/file/1', code: 'field.wrongFileType' },
        { path: '/file/2', code: 'field.unknownFileType' },
        { path: '/file/3', code: 'field.emptyFile' },
        { path: '/file/4', code: 'field.unsafeFile' },
      ],
    })
    expect(JSON.stringify(body)).not.toContain('вирус')
    expect(await listOf(specialist, id)).toEqual([])
    expect(await onDisk(filesFolder)).toEqual(before)
  })

  test('has limits: of a file, of a request, of a record', { timeout: 60_000 }, async ({ db, as, filesFolder }) => {
    const { branch, specialist, id } = await aBranchAtWork(db, as)
    const before = await onDisk(filesFolder)
    const large = Buffer.concat([pdf(), Buffer.alloc(attachmentLimits.fileBytes)])
    expect((await attach(specialist, id, photo, { name: 'b.pdf', bytes: large })).body).toMatchObject({
      status: 413,
      code: 'request.tooLarge',
      errors: [{ path: '/file/1', code: 'too_big' }],
    })
    const fits = large.subarray(0, attachmentLimits.fileBytes)
    expect((await attach(specialist, id, { name: 'b.pdf', bytes: fits })).status).toBe(201)
    const many = Array.from({ length: 26 }, (_, n) => ({ name: `${n}.txt`, bytes: `${n}` }))
    expect((await attach(specialist, id, ...many)).body).toMatchObject({
      status: 422,
      errors: [{ path: '/file', code: 'too_big' }],
    })
    expect((await attach(specialist, id, ...many.slice(1))).status).toBe(201)
    expect((await attach(specialist, id, { ...photo, field: 'picture' })).body).toMatchObject({
      status: 422,
      errors: [{ path: '/picture', code: 'field.unknown' }],
    })
    expect((await attach(specialist, id)).body).toMatchObject({
      status: 422,
      errors: [{ path: '/file', code: 'field.required' }],
    })
    // As if so many had come one by one.
    const uploader = await aUser(db, 'branch_chair', branch)
    const fill = (files: number, size: number) =>
      system(db, (tx) =>
        sql`insert into attachments (appeal_id, file_name, media_type, size, sha256, storage_key, uploaded_by)
          select ${id}, 'x.txt', 'text/plain', ${size}::int8, '', gen_random_uuid()::text, ${uploader.id} from generate_series(1, ${files}::int)`.execute(
          tx,
        ),
      )
    await fill(473, 1)
    expect((await attach(specialist, id, photo)).status).toBe(201)
    expect((await attach(specialist, id, contract)).body).toMatchObject({ status: 409, code: 'attachment.tooMany' })
    await system(db, (tx) =>
      sql`update attachments set removed_at = now(), remove_reason = 'x' where size = 1`.execute(tx),
    )
    await fill(1, 180 * 1_048_576)
    expect((await attach(specialist, id, contract)).body).toMatchObject({ status: 409, code: 'attachment.tooMany' })
    expect(await onDisk(filesFolder)).toHaveLength(before.length + 27)
    expect(await pending(db)).toEqual([])
  })

  test('takes a form and nothing else', async ({ db, as }) => {
    const { specialist, id } = await aBranchAtWork(db, as)
    const url = fillPath(addAppealAttachments.path, { id })
    const { body, headers } = await formOf(contract)
    const send = (sent: Buffer | string | undefined, type?: string) =>
      specialist.send('POST', url, { body: sent, headers: type ? { 'content-type': type } : {} })
    for (const type of ['application/json', 'application/pdf', 'multipart/mixed; boundary=x', 'multipart/form-data'])
      expect((await send(body, type)).body, type).toMatchObject({ status: 415, code: 'request.unsupportedMediaType' })
    expect((await send(undefined)).status).toBe(415)
    for (const broken of [body.subarray(0, 100), body.subarray(0, -20), Buffer.from('--x'), Buffer.alloc(5000)])
      expect((await send(broken, headers['content-type'])).body).toMatchObject({
        status: 400,
        code: 'request.malformed',
      })
    expect(await listOf(specialist, id)).toEqual([])
  })
})

describe('who may', () => {
  test('another branch meets nothing', async ({ db, as }) => {
    const { specialist, id } = await aBranchAtWork(db, as)
    const { body } = await attach(specialist, id, contract)
    const stranger = as(await aUser(db, 'branch_chair', await aBranch(db)))
    const own = await anAppeal(stranger)
    const [file] = body.items
    const removal = { body: { reason: 'x' } }
    for (const record of [id, own, randomUUID(), 'x']) {
      const path = `/appeals/${record}/attachments`
      if (record !== own) {
        expect((await stranger.send('GET', path)).status).toBe(404)
        expect((await attach(stranger, record, contract)).status).toBe(404)
      }
      expect((await stranger.send('GET', `${path}/${file.id}/content`)).status).toBe(404)
      expect((await stranger.send('POST', `${path}/${file.id}/remove`, removal)).status).toBe(404)
    }
    expect(await trailOf(db, as, [file.id])).toEqual(['attachment.added'])
  })

  test('the accountant opens what belongs to money given, the auditor nothing restricted', async ({ db, as }) => {
    const { branch, specialist, id } = await aBranchAtWork(db, as)
    const accountant = as(await aUser(db, 'accountant', branch))
    const auditor = as(await aUser(db, 'auditor'))
    const aid = await anAppeal(specialist, { category: 'material_aid', aid: { paid: 100, paidOn: '2026-11-19' } })
    const restricted = await anAppeal(specialist, { restricted: true })
    for (const record of [id, aid, restricted]) expect((await attach(specialist, record, contract)).status).toBe(201)
    const [receipt] = await listOf(accountant, aid)
    expect(receipt?.can).toEqual({ open: true, remove: false })
    expect((await accountant.send('GET', receipt?.url ?? '')).status).toBe(200)
    expect((await attach(accountant, aid, photo)).status).toBe(403)
    for (const record of [id, restricted])
      expect((await accountant.send('GET', `/appeals/${record}/attachments`)).status).toBe(404)

    const [secret] = await listOf(auditor, restricted)
    expect(secret?.can).toEqual({ open: false, remove: false })
    expect((await auditor.send('GET', secret?.url ?? '')).status).toBe(404)
    const [open] = await listOf(auditor, id)
    expect(open?.can).toEqual({ open: true, remove: false })
    expect((await auditor.send('GET', open?.url ?? '')).status).toBe(200)
    expect(await trailOf(db, as, [secret?.id ?? '', open?.id ?? ''])).toEqual([
      'attachment.added',
      'attachment.added',
      'attachment.opened',
    ])
    expect((await attach(auditor, id, photo)).status).toBe(403)
    expect((await attach(as(await aUser(db, 'council_head')), id, photo)).body).toMatchObject({
      code: 'appeal.handledElsewhere',
    })
  })
})

describe('removing', () => {
  test('is for whoever attached it, and the chair; its bytes go a fortnight later', async ({
    db,
    as,
    files,
    filesFolder,
  }) => {
    const { branch, specialist, chair, id } = await aBranchAtWork(db, as)
    const colleague = as(await aUser(db, 'branch_specialist', branch))
    const { body } = await attach(specialist, id, contract, photo)
    const [first, second] = body.items
    const remove = (client: Client, itemId: string, version?: number) =>
      client.call(removeAppealAttachment, {
        params: { id, itemId },
        body: { reason: 'Не то дело' },
        ...(version && { version }),
      })
    expect((await listOf(colleague, id)).map(({ can }) => can)).toEqual([
      { open: true, remove: false },
      { open: true, remove: false },
    ])
    expect((await remove(colleague, first.id)).body).toMatchObject({ status: 403, code: 'auth.forbidden' })
    expect((await remove(specialist, first.id, 7)).body).toMatchObject({ status: 412 })
    const removed = await remove(specialist, first.id, 1)
    expect(removed.body).toMatchObject({ id: first.id, version: 2, can: { open: false, remove: false } })
    expect((await remove(specialist, first.id)).body).toMatchObject({ status: 409, code: 'attachment.removed' })
    expect((await remove(chair, second.id)).status).toBe(200)
    expect(await listOf(chair, id)).toEqual([])
    expect((await chair.send('GET', first.url)).status).toBe(404)
    const entries = (await chair.call(listTimeline, { params: { id } })).body.items
    expect(entries.filter(({ kind }) => kind === 'file_removed')).toMatchObject([
      { text: 'Не то дело', details: { attachmentId: first.id } },
      { text: 'Не то дело', details: { attachmentId: second.id } },
    ])
    expect((await attach(specialist, id, contract)).status, 'once more').toBe(201)

    const keysOf = (ids: string[]) =>
      system(db, (tx) => tx.selectFrom('attachments').select('storageKey').where('id', 'in', ids).execute()).then(
        (rows) => rows.map(({ storageKey }) => storageKey),
      )
    const gone = await keysOf([first.id, second.id])
    const stays = await keysOf((await listOf(chair, id)).map((file) => file.id))
    const after = (days: number) => new Date(Date.now() + days * 86_400_000)
    await clearFiles({ db, files, now: after(13) })
    expect(await onDisk(filesFolder)).toEqual(expect.arrayContaining([...gone, ...stays]))
    await Promise.all([1, 2, 3].map(() => clearFiles({ db, files, now: after(15) })))
    const left = await onDisk(filesFolder)
    expect(left).toEqual(expect.arrayContaining(stays))
    expect(left.filter((key) => gone.includes(key))).toEqual([])
    expect(await trailOf(db, as, [first.id])).toEqual(['attachment.added', 'attachment.removed', 'attachment.cleared'])
    expect(await listOf(chair, id)).toHaveLength(1)
  })
})
