import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { isUuid } from './ids.ts'

/** A file of this machine that is whole, flushed, and known by its size and hash. */
export interface WaitingFile {
  path: string
  size: number
  sha256: Buffer
}

/** Where the bytes of files are. A key is random and says nothing; what a file is called and whose it is stands in the database. */
export interface FileStore {
  /** A folder of this machine, where what arrives waits until it is known to be whole and harmless. */
  readonly incoming: string
  /** Takes a waiting file in under its key: whole, or not at all. */
  keep: (key: string, file: WaitingFile) => Promise<void>
  /** Its bytes. Fails before the first one when the file is not there, or not of this size. */
  open: (key: string, size: number) => Promise<Readable>
  /** Also where there is none. */
  remove: (key: string) => Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    files: FileStore
  }
}

export interface S3Settings {
  /** Absent: Amazon's own. */
  endpoint: string | undefined
  bucket: string
  region: string
  /** Absent: whatever the machine is allowed by its own role. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
}

export interface FileStoreSettings {
  /** Of the files themselves, or, with a bucket, of those that are arriving. */
  folder: string
  s3: S3Settings | undefined
}

/** Takes away what uploads have left behind that never came to their end; those that still run are younger. */
export async function clearIncoming({ incoming }: FileStore, olderThan: Date): Promise<number> {
  let cleared = 0
  for (const name of (await readdir(incoming).catch(ifThere)) ?? []) {
    const place = path.join(incoming, name)
    const about = isUuid(name) ? await stat(place).catch(ifThere) : undefined
    if (!about || about.mtime >= olderThan) continue
    await rm(place, { recursive: true, force: true })
    cleared++
  }
  return cleared
}

/** Another process may have been faster. */
function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
