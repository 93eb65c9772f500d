import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { StartError } from './platform/start-error.ts'

/** The first load makes a lot of rows: in a process of its own, so that the server stays as small as it will be. */
export function loadInChild(
  environment: NodeJS.ProcessEnv,
  say: (sentence: string) => void,
  stopping: Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), 'first-load'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    void stopping.then(() => child.kill('SIGTERM'))
    createInterface(child.stdout).on('line', say)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new StartError(`The first load did not finish (${signal ?? code}). Nothing of it was kept; start again.`),
        )
    })
  })
}
