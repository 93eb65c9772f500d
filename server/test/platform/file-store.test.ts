import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import type { FileStore } from '../../src/platform/file-store.ts'
import { openFileStore } from '../../src/platform/file-store-open.ts'
import { startS3 } from './s3.ts'

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'qorgan-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' }
async function aBucket() {
  const s3 = await startS3('files', credentials.accessKeyId)
  onTestFinished(s3.close)
  return { ...s3, settings: { endpoint: s3.endpoint, bucket: 'files', region: 'us-east-1', credentials } }
}

async function waiting(store: FileStore, content: string) {
  const place = path.join(store.incoming, randomUUID())
  await writeFile(place, content)
  return { path: place, size: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest() }
}

const stores = {
  'a folder': async () => {
    const folder = await aFolder()
    const store = await openFileStore({ folder, s3: undefined })
    const held = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.parentPath !== store.incoming)
        .map(({ name }) => name)
    return { store, held }
  },
  'a bucket': async () => {
    const { settings, objects } = await aBucket()
    const store = await openFileStore({ folder: await aFolder(), s3: settings })
    return { store, held: async () => [...objects.keys()] }
  },
}

describe.each(Object.entries(stores))('%s', (_, open) => {
  test('keeps a file, gives it back, and forgets it', async () => {
    const { store, held } = await open()
    expect(await held(), 'what tried the store is gone').toEqual([])
    const content = 'Қорған '.repeat(100_000)
    const file = await waiting(store, content)
    const key = randomUUID()
    await store.keep(key, file)
    expect(await held()).toEqual([key])
    expect(await text(await store.open(key, file.size))).toBe(content)
    await expect(store.open(key, file.size + 1)).rejects.toThrow(`not ${file.size + 1}`)
    await store.remove(key)
    await store.remove(key)
    expect(await held()).toEqual([])
    await expect(store.open(key, file.size)).rejects.toThrow(/ENOENT|NoSuchKey/)
  })

  test('keeps nothing of what is not there', async () => {
    const { store, held } = await open()
    const file = await waiting(store, 'x')
    await rm(file.path)
    await expect(store.keep(randomUUID(), file)).rejects.toThrow('ENOENT')
    expect(await held()).toEqual([])
  })
})

test('a folder takes only keys of ours, and a bucket what arrives as it was sent', async () => {
  const folder = await openFileStore({ folder: await aFolder(), s3: undefined })
  await expect(folder.open('../../etc/passwd', 1)).rejects.toThrow('UUID')
  const { settings, objects } = await aBucket()
  const bucket = await openFileStore({ folder: await aFolder(), s3: settings })
  const file = await waiting(bucket, 'sent')
  await writeFile(file.path, 'bent')
  await expect(bucket.keep(randomUUID(), file)).rejects.toThrow('BadDigest')
  expect(objects.size).toBe(0)
})

describe('a start', () => {
  test('without a place for files says so', async () => {
    const folder = await aFolder()
    const taken = path.join(folder, 'taken')
    await writeFile(taken, '')
    await expect(openFileStore({ folder: taken, s3: undefined })).rejects.toThrow(
      `Files cannot be kept in ${path.join(taken, 'incoming')} (ENOTDIR). Let the user that runs Qorgan write there, or name another folder in QORGAN_FILES_DIR.`,
    )
    const { settings } = await aBucket()
    await expect(openFileStore({ folder, s3: { ...settings, bucket: 'other' } })).rejects.toThrow(
      `Files cannot be kept in the bucket other at ${settings.endpoint} (NoSuchBucket).`,
    )
    const wrong = { ...credentials, accessKeyId: 'wrong' }
    await expect(openFileStore({ folder, s3: { ...settings, credentials: wrong } })).rejects.toThrow(
      'InvalidAccessKeyId',
    )
    await expect(openFileStore({ folder, s3: { ...settings, endpoint: 'http://127.0.0.1:1' } })).rejects.toThrow(
      'ECONNREFUSED',
    )
  })

  test('reads where files are from the environment', () => {
    const of = (environment: Record<string, string>) => readConfig({ QORGAN_DATA_DIR: '/data', ...environment }).files
    expect(of({})).toEqual({ folder: path.resolve('/data/files'), s3: undefined })
    expect(of({ QORGAN_FILES_DIR: '/files', QORGAN_S3_BUCKET: '' })).toEqual({
      folder: path.resolve('/files'),
      s3: undefined,
    })
    const bucket = { QORGAN_S3_BUCKET: 'files' }
    expect(of(bucket).s3).toEqual({ bucket: 'files', region: 'us-east-1', endpoint: undefined, credentials: undefined })
    const whole = {
      QORGAN_S3_ENDPOINT: 'https://s3.kz',
      QORGAN_S3_REGION: 'kz-1',
      QORGAN_S3_ACCESS_KEY: 'key',
      QORGAN_S3_SECRET_KEY: 'secret',
    }
    expect(of({ ...bucket, ...whole }).s3).toEqual({
      bucket: 'files',
      region: 'kz-1',
      endpoint: 'https://s3.kz',
      credentials,
    })
    expect(() => of(whole)).toThrow('QORGAN_S3_ENDPOINT is given without QORGAN_S3_BUCKET')
    expect(() => of({ ...bucket, QORGAN_S3_ACCESS_KEY: 'key' })).toThrow('go together')
    expect(() => of({ ...bucket, QORGAN_S3_ENDPOINT: 'here' })).toThrow('QORGAN_S3_ENDPOINT is not right')
  })
})
