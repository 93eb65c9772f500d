import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../platform/errors.ts'
import type { Grid, Parameters } from '../grid.ts'
import type { Paper } from '../paper.ts'

/** What is to be made, and of what. */
export type PrintJob =
  | { format: 'pdf' | 'docx'; paper: Paper; madeAt: Date }
  | { format: 'xlsx'; grid: Grid; parameters: Parameters; madeAt: Date }
export type PrintAnswer = { bytes: Uint8Array } | { error: string }

export interface Press {
  print: (job: PrintJob) => Promise<Buffer>
  close: () => void
}

interface Limits {
  /** Made at the same time, each in a process of its own. */
  atOnce: number
  /** Standing in the queue; whoever comes after them is told to come again. */
  waiting: number
  jobMs: number
  /** Of one process, where the system tells it. */
  memoryBytes: number
  idleMs: number
}
const usual: Limits = { atOnce: 2, waiting: 8, jobMs: 30_000, memoryBytes: 700 * 2 ** 20, idleMs: 60_000 }
const RETRY_SECONDS = 5
const MEMORY_LOOK_MS = 200
const JAVASCRIPT_MB = 384

/**
 * Makes files in processes of their own: the typesetter, its fonts and whatever a report needs while it is made never enter the server, one
 * that takes too long or too much is ended in the middle of its work, and with the last job the memory is the system's again.
 */
export function openPress(limits: Partial<Limits> = {}): Press {
  const { atOnce, waiting, jobMs, memoryBytes, idleMs } = { ...usual, ...limits }
  const printers: Printer[] = []
  const queue: (() => void)[] = []
  let working = 0

  const made = async (job: PrintJob): Promise<Buffer> => {
    let printer = printers.find(({ isFree }) => isFree)
    if (!printer) {
      printer = new Printer({ jobMs, memoryBytes, idleMs })
      printers.push(printer)
    }
    try {
      return await printer.print(job)
    } finally {
      for (const gone of printers.filter(({ isGone }) => isGone)) printers.splice(printers.indexOf(gone), 1)
    }
  }
  /** A place that is left goes to whoever waits longest. */
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else working--
  }
  return {
    print: async (job) => {
      if (working < atOnce) working++
      else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve))
      else throw new AppError('server.unavailable', { retryAfter: RETRY_SECONDS })
      try {
        return await made(job)
      } finally {
        leave()
      }
    },
    close: () => {
      for (const printer of printers) printer.end()
    },
  }
}

class Printer {
  isFree = true
  isGone = false
  #idle: NodeJS.Timeout | undefined
  readonly #child: ChildProcess
  readonly #limits: Pick<Limits, 'jobMs' | 'memoryBytes' | 'idleMs'>

  constructor(limits: Pick<Limits, 'jobMs' | 'memoryBytes' | 'idleMs'>) {
    this.#limits = limits
    this.#child = fork(path.join(import.meta.dirname, 'printer.ts'), [], {
      // It has no business with the database, the secrets or the terminal.
      env: { PATH: process.env['PATH'] },
      execArgv: [`--max-old-space-size=${JAVASCRIPT_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.once('exit', () => this.end())
    this.#child.on('error', () => this.end())
    // An idle one keeps nobody from leaving.
    this.#child.unref()
    this.#child.channel?.unref()
  }

  async print(job: PrintJob): Promise<Buffer> {
    this.isFree = false
    clearTimeout(this.#idle)
    this.#child.channel?.ref()
    const late = setTimeout(() => this.end(), this.#limits.jobMs)
    const watching = setInterval(() => void this.#endIfLarge(), MEMORY_LOOK_MS)
    try {
      const answer = await this.#ask(job)
      if ('error' in answer) throw new Error(`a file could not be made: ${answer.error}`)
      return Buffer.from(answer.bytes)
    } finally {
      clearTimeout(late)
      clearInterval(watching)
      this.#child.channel?.unref()
      this.isFree = !this.isGone
      this.#idle = setTimeout(() => this.end(), this.#limits.idleMs).unref()
    }
  }

  end(): void {
    this.isGone = true
    this.isFree = false
    clearTimeout(this.#idle)
    this.#child.kill('SIGKILL')
  }

  #ask(job: PrintJob): Promise<PrintAnswer> {
    return new Promise((resolve, reject) => {
      const gone = () => reject(new AppError('server.unavailable', { retryAfter: RETRY_SECONDS }))
      this.#child.once('exit', gone)
      this.#child.once('message', (answer: PrintAnswer) => {
        this.#child.off('exit', gone)
        resolve(answer)
      })
      this.#child.send(job, (error) => {
        if (error) gone()
      })
    })
  }

  /** Native code knows no limit of its own, so somebody looks; where there is no `/proc`, time alone is limited. */
  async #endIfLarge(): Promise<void> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8').catch(() => '')
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)
    if (kilobytes * 1024 > this.#limits.memoryBytes) this.end()
  }
}
