import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'qorgan platform '))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })
  return folder
}

/** Another instance, up and running. */
export async function anInstance(directory: string, what: 'lock' | 'database'): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'starter.ts'), directory, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('the instance ended before it was started')
    }),
  ])
  return child
}

export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
