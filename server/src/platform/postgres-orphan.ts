import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hasEnded, isRunning } from './processes.ts'
import { StartError } from './start-error.ts'

/**
 * Stops the server that a killed process left behind on this cluster. The caller holds the instance lock, so the server of a
 * living instance is never met here.
 */
export async function stopOrphan(directory: string, say: (sentence: string) => void): Promise<void> {
  const pidFile = path.join(directory, 'postmaster.pid')
  const lines = linesOf(pidFile)
  const pid = Number(lines[0])
  if (!isRunning(pid)) return
  if (!isPostmasterOf(pid, directory)) {
    // The number belongs to another program now, and PostgreSQL would refuse to start because of it. It takes its parent's
    // number for a stale one, and still checks by the rest of the file that no old backend is attached.
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'))
    return
  }
  say('Stopping the database that an interrupted run left behind')
  // Fast, then immediate; never SIGKILL, which would leave its backends writing.
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (tell(pid, signal) && (await hasEnded(pid, patience))) return
  }
  throw new StartError(
    `A PostgreSQL server (process ${pid}) still works on ${directory} and does not stop. Stop it and start again.`,
  )
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function tell(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** A postmaster works inside its cluster's folder and carries that folder among its arguments. */
function isPostmasterOf(pid: number, directory: string): boolean {
  const command = commandOf(pid)
  if (!command.includes('postgres')) return false
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(directory)
  } catch {
    return command.includes(directory)
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}
