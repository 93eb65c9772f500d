import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isRunning, startOf } from './processes.ts'
import { StartError } from './start-error.ts'

/** Another process works on this data directory. */
export class InstanceRunningError extends StartError {
  readonly pid: number
  constructor(pid: number, directory: string) {
    super(
      `Qorgan already runs on this data (process ${pid}, ${directory}) and goes on unharmed. ` +
        `Stop it first, or choose another directory with QORGAN_DATA_DIR.`,
    )
    this.pid = pid
  }
}

interface Holder {
  pid: number
  /** When that process began: a number that the system gave to another program since is not mistaken for the holder. */
  start: string | null
  id: string
}

/** Claims the data directory for this process, or throws `InstanceRunningError`. The answer gives it back. */
export function acquireInstanceLock(directory: string): () => void {
  mkdirSync(path.dirname(path.resolve(directory)), { recursive: true })
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = path.join(directory, 'instance.lock')
  return acquire(file, directory)
}

function acquire(file: string, directory: string): () => void {
  const mine: Holder = { pid: process.pid, start: startOf(process.pid) ?? null, id: randomUUID() }
  const prepared = `${file}.${mine.id}`
  writeFileSync(prepared, `${JSON.stringify(mine)}\n`, { mode: 0o600, flag: 'wx' })
  try {
    if (!linked(prepared, file)) replaceStale(prepared, file, directory)
  } finally {
    rmSync(prepared, { force: true })
  }
  return () => {
    if (holderOf(file)?.id === mine.id) rmSync(file, { force: true })
  }
}

/** `link` makes the lock appear complete and at once, or fails because there is one: nobody ever reads half a lock. */
function linked(prepared: string, file: string): boolean {
  try {
    linkSync(prepared, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes over the lock of a process that is gone. Two starts may find the same stale lock: the right to replace it is a lock of
 * its own, and whoever gets it looks again, because the other may have finished in between.
 */
function replaceStale(prepared: string, file: string, directory: string): void {
  refuseIfHeld(file, directory)
  const release = acquire(`${file}.takeover`, directory)
  try {
    refuseIfHeld(file, directory)
    renameSync(prepared, file)
  } finally {
    release()
  }
}

function refuseIfHeld(file: string, directory: string): void {
  const holder = holderOf(file)
  if (!holder || !isRunning(holder.pid)) return
  const start = startOf(holder.pid)
  const isReusedNumber = start !== undefined && holder.start !== null && start !== holder.start
  if (!isReusedNumber) throw new InstanceRunningError(holder.pid, directory)
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    // Gone since, or damaged by a power cut: nobody that runs holds it.
    return undefined
  }
}
