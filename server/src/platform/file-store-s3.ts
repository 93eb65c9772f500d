import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { FileStore, S3Settings } from './file-store.ts'
import { StartError } from './start-error.ts'

const CONNECT_MS = 5000
const ANSWER_MS = 60_000

/** It would write to the console; what it fails at is thrown, and told by whoever asked. */
const quiet = () => undefined
const silent = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet }

/** Files in a bucket of anything that speaks S3. The client is an optional package: twenty megabytes that most installations never need. */
export async function openS3Store(settings: S3Settings, incoming: string): Promise<FileStore> {
  const { bucket: Bucket, endpoint, region, credentials } = settings
  const sdk = await import('@aws-sdk/client-s3').catch(() => {
    throw new StartError('Files are to be kept in S3, but the optional package @aws-sdk/client-s3 is not installed.')
  })
  const client = new sdk.S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials: { ...credentials } }),
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    logger: silent,
    // The hash that we know anyway is sent and checked; others that every store would have to know are not.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const remove = async (Key: string) => void (await client.send(new sdk.DeleteObjectCommand({ Bucket, Key })))
  const store: FileStore = {
    incoming,
    keep: async (Key, file) => {
      const handle = await open(file.path)
      const Body = handle.createReadStream()
      const ChecksumSHA256 = file.sha256.toString('base64')
      // A disk that fails under the client's hands would be nobody's error, and end the process.
      const failure = new Promise<never>((_, reject) => Body.once('error', reject))
      const sent = client.send(
        new sdk.PutObjectCommand({ Bucket, Key, Body, ContentLength: file.size, ChecksumSHA256 }),
      )
      await Promise.race([sent, failure]).finally(() => Body.destroy())
    },
    open: async (Key, size) => {
      const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand({ Bucket, Key }))
      if (!(Body instanceof Readable)) throw new Error('the store has answered without a file')
      if (ContentLength === size) return Body
      Body.destroy()
      throw new Error(`the file has ${ContentLength} bytes and not ${size}`)
    },
    remove,
  }
  const probe = `start-${randomUUID()}`
  try {
    await client.send(new sdk.PutObjectCommand({ Bucket, Key: probe, Body: 'Qorgan' }))
    await remove(probe)
  } catch (error) {
    throw new StartError(
      `Files cannot be kept in the bucket ${Bucket} at ${endpoint ?? `Amazon S3, ${region}`} (${reasonOf(error)}). Check the QORGAN_S3_ variables and the rights of their key.`,
    )
  }
  return store
}

const reasonOf = (error: unknown) => {
  const { code, name } = error as { code?: string; name?: string }
  return code ?? name ?? String(error)
}
