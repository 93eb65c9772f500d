import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

const launcher = path.join(import.meta.dirname, '../scripts/run.mjs')

export interface RunningServer {
  url: string
  /** From the start of the process to its ready line. */
  startSeconds: number
  stop: () => Promise<void>
}

/** The program as `npm start` runs it, on a free port, with its embedded PostgreSQL in the given folder. */
export async function startServer(dataDirectory: string): Promise<RunningServer> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: {
      ...process.env,
      PORT: String(port),
      QORGAN_DATA_DIR: dataDirectory,
      QORGAN_REQUESTS_PER_MINUTE: '100000000',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([
    lineOf(child, 'Qorgan is ready at'),
    exited.then(() => {
      throw new Error('the server ended before it was ready')
    }),
  ])
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return { url: `http://127.0.0.1:${port}`, startSeconds: (performance.now() - started) / 1000, stop }
}

function lineOf(child: ChildProcess, beginning: string): Promise<void> {
  return new Promise((resolve) => {
    if (!child.stdout) throw new Error('the output of the server is not piped')
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith(beginning)) resolve()
    })
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A signed-in caller of the API; answers are the parsed bodies, anything but a success throws. */
export async function signIn(url: string, login: string, password: string) {
  const call = async <T>(method: string, route: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/api/v1${route}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }
  const headers: Record<string, string> = {}
  const { accessToken } = await call<{ accessToken: string }>('POST', '/auth/login', { login, password })
  headers['authorization'] = `Bearer ${accessToken}`
  return { call, headers }
}

/** Resident memory of the API's process, as it says itself in `/metrics`; in MB of 2^20 bytes. */
export async function residentMemory(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]
  return Number(bytes) / 2 ** 20
}
