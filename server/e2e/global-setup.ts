import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { scratchFolder } from '../src/platform/scratch-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the program answers that every journey uses. */
    origin: string
  }
}

/** The program as people run it, on a free port, with its own database and the demonstration data: one for all journeys. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['QORGAN_E2E_ORIGIN']
  if (running) {
    project.provide('origin', running)
    return async () => undefined
  }
  const folder = await mkdtemp(path.join(scratchFolder(), 'qorgan-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../src/main.ts')], {
    env: {
      ...process.env,
      PORT: String(port),
      QORGAN_DATA_DIR: folder,
      QORGAN_REQUESTS_PER_MINUTE: '100000',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('Qorgan is ready at')) resolve()
    })
  })
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`the server ended before it was ready:\n${lines.join('\n')}`)
    }),
  ])
  project.provide('origin', `http://127.0.0.1:${port}`)
  return async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
