import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from './file-store.ts'
import { isUuid } from './ids.ts'
import { StartError } from './start-error.ts'

export const incomingOf = (folder: string): string => path.join(folder, 'incoming')

/** Files in a folder, spread over 256 below it; whoever else serves the same database must see the same folder. */
export function folderStore(folder: string): FileStore {
  const placeOf = (key: string) => {
    if (!isUuid(key)) throw new RangeError('a key of the file store is a UUID')
    return path.join(folder, key.slice(0, 2), key)
  }
  return {
    incoming: incomingOf(folder),
    keep: async (key, file) => {
      const place = placeOf(key)
      const created = await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      // The bytes were flushed where they waited; the name is given at once, and is there after a power cut, too.
      await rename(file.path, place)
      await flushFolder(path.dirname(place))
      if (created) await flushFolder(folder)
    },
    open: async (key, size) => {
      const handle = await open(placeOf(key))
      const about = await handle.stat()
      if (about.size === size) return handle.createReadStream()
      await handle.close()
      throw new Error(`the file has ${about.size} bytes and not ${size}`)
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  }
}

/** A new name is durable once its folder is. Windows has no such thing, and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function checkFolder(folder: string): Promise<void> {
  const probe = path.join(folder, `start-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(probe, 'wx', 0o600)
    try {
      await handle.writeFile('Qorgan')
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rm(probe)
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    throw new StartError(
      `Files cannot be kept in ${folder} (${code}). Let the user that runs Qorgan write there, or name another folder in QORGAN_FILES_DIR.`,
    )
  }
}
