import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Cluster, createClusterOnce } from './postgres-cluster.ts'
import { stopOrphan } from './postgres-orphan.ts'
import { chooseRunner, findBinaries, giveTo } from './postgres-runner.ts'
import { StartError } from './start-error.ts'

interface Options {
  /** The cluster's own folder, made when it isn't there. The caller holds the instance lock of the folder around it. */
  directory: string
  /** The superuser's: written into a new cluster, expected by an old one. */
  password: string
  /** For tests: gives up safety for speed, and the folder goes when the server stops. */
  temporary?: boolean
  onProgress?: (sentence: string) => void
}

export interface EmbeddedPostgres {
  superuserUrl: (database: string) => string
  stop: () => Promise<void>
  /** Resolves when the server is gone: because of `stop`, or unexpectedly. */
  exited: Promise<Exit>
}

interface Exit {
  isExpected: boolean
  reason: string
}

/** Starts a PostgreSQL 18 of our own on a free port of 127.0.0.1, making its cluster first if there is none. */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const directory = path.resolve(options.directory)
  const parent = path.dirname(directory)
  mkdirSync(parent, { recursive: true })
  const binaries = await findBinaries()
  const cluster: Cluster = {
    directory,
    password: options.password,
    isTemporary: options.temporary ?? false,
    binaries,
    runner: chooseRunner(binaries, parent),
    say: options.onProgress ?? (() => undefined),
  }
  await stopOrphan(directory, cluster.say)
  await createClusterOnce(cluster)
  giveTo(cluster.runner, directory)
  return launch(cluster)
}

/** What PostgreSQL says when the port was taken in between, or when backends of a killed server are still leaving. */
const passing = /could not bind|Address already in use|pre-existing shared memory block/

async function launch(cluster: Cluster, attemptsLeft = 20): Promise<EmbeddedPostgres> {
  const port = await freePort()
  const child = spawnServer(cluster, port)
  let isStopping = false
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      resolve({ isExpected: false, reason: error.message })
    })
    child.once('exit', (code, signal) => {
      resolve({ isExpected: isStopping, reason: `PostgreSQL ended (${signal ?? code})` })
    })
  })
  let hasEnded = false
  void exited.then(() => {
    hasEnded = true
  })
  const failure = await Promise.race([exited, ready(child, cluster, () => hasEnded)])
  if (failure) {
    const log = existsSync(logOf(cluster)) ? readFileSync(logOf(cluster), 'utf8').slice(-2000) : ''
    if (!passing.test(log) || attemptsLeft === 0)
      throw new StartError(`${failure.reason} while starting.\n${log.trim()}`)
    await wait(250)
    return launch(cluster, attemptsLeft - 1)
  }

  // Whatever ends this process without `stop`, short of SIGKILL, takes the server along.
  const abandon = () => {
    child.kill(cluster.isTemporary ? 'SIGQUIT' : 'SIGINT')
    if (cluster.isTemporary) rmSync(cluster.directory, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', abandon)

  return {
    superuserUrl: (database) =>
      `postgres://postgres:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    exited,
    stop: async () => {
      isStopping = true
      await shutDown(child, exited)
      process.off('exit', abandon)
      if (cluster.isTemporary) rmSync(cluster.directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function spawnServer(cluster: Cluster, port: number): ChildProcess {
  const { directory, binaries, runner, isTemporary } = cluster
  const log = logOf(cluster)
  if (existsSync(log)) renameSync(log, `${log}.1`)
  const output = openSync(log, 'w', 0o600)
  const given = settings(isTemporary).flatMap((setting) => ['-c', setting])
  const [program, args] = runner.command(binaries.postgres, ['-D', directory, '-p', String(port), ...given])
  try {
    // In a session of its own: a Ctrl-C in the terminal reaches us, and we stop the server when its clients are gone.
    return spawn(program, args, {
      ...runner.options,
      cwd: directory,
      stdio: ['ignore', output, output],
      detached: true,
    })
  } finally {
    closeSync(output)
  }
}

function settings(isTemporary: boolean): string[] {
  const memory = Math.max(512, Math.floor(os.totalmem() / 2 ** 21))
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
    'shared_buffers=256MB',
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    `effective_cache_size=${memory}MB`,
    'jit=off',
    'timezone=UTC',
    'lc_messages=C',
    'password_encryption=scram-sha-256',
    // The log must hold no personal data: no parameters, no rows that break a constraint, no statements of failed requests.
    'log_timezone=UTC',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    ...(isTemporary ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []),
  ]
}

const logOf = ({ directory }: Cluster) => path.join(directory, 'server.log')

/** Waits as pg_ctl does, for the eighth line of postmaster.pid. Recovery after a power cut may take its time. */
async function ready(child: ChildProcess, { directory, say }: Cluster, hasEnded: () => boolean): Promise<undefined> {
  for (let waited = 0; !hasEnded(); waited += 20) {
    const [pid, , , , , , , status] = linesOf(path.join(directory, 'postmaster.pid'))
    if (Number(pid) === child.pid && status?.trim() === 'ready') return
    if (waited === 5000) say('The database is recovering from an interruption')
    await wait(20)
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Fast shutdown; if clients or the disk hold it up, immediate; as the last resort a kill, from which it recovers at the next start. */
async function shutDown(child: ChildProcess, exited: Promise<Exit>): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5000],
  ] as const) {
    child.kill(signal)
    const patient = new AbortController()
    const isGone = await Promise.race([
      exited.then(() => true),
      wait(patience, false, { signal: patient.signal }).catch(() => false),
    ])
    patient.abort()
    if (isGone) return
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
}
