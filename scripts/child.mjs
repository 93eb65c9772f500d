import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const children = new Set()
let interruption

// A terminal sends Ctrl-C to every process of the group, `kill` only to one: so the signal is passed on, once, and whoever
// gets it twice takes it for one. This process stays until its children have ended, so that nothing is left behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt(signal))

// npm that is killed says nothing to its script: nobody would be left to stop what runs here.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && interrupt('SIGTERM'), 500).unref()
}

function interrupt(signal) {
  if (interruption) return
  interruption = signal
  for (const child of children) stop(child)
}

function stop(child) {
  child.kill(interruption === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
}

export const isInterrupted = () => interruption !== undefined

/** Runs a program to its end and gives its exit code, in a shell's way when a signal ended it. */
export function run(program, args, { onOutput, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options })
    children.add(child)
    if (interruption) stop(child)
    if (onOutput) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput)
    const end = (code) => {
      children.delete(child)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      end(127)
    })
    child.once('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** Runs several side by side; when one ends, so do the others. */
export async function runTogether(...runs) {
  const code = await Promise.race(runs.map((start) => start()))
  interrupt('SIGTERM')
  while (children.size > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  return code
}
