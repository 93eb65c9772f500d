import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a process with this number runs. One that has ended and only waits to be collected by its parent doesn't. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return linuxStat(pid)?.state !== 'Z'
}

/**
 * When a process began, in the system's own words: equal for one process, different for the next that gets its number.
 * Undefined where the system doesn't tell.
 */
export function startOf(pid: number): string | undefined {
  const stat = linuxStat(pid)
  if (stat) return `${bootId()}/${stat.startTicks}`
  if (process.platform === 'win32' || process.platform === 'linux') return undefined
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { LC_ALL: 'C', TZ: 'UTC' },
  })
  return ps.stdout?.trim() || undefined
}

/** Waits until the process has ended; false when it still runs after `milliseconds`. */
export async function hasEnded(pid: number, milliseconds: number): Promise<boolean> {
  for (let left = milliseconds; left > 0 && isRunning(pid); left -= 25) await wait(25)
  return !isRunning(pid)
}

/** Fields 3 and 22 of proc(5); the second field is a name in brackets that may hold anything. */
function linuxStat(pid: number): { state: string | undefined; startTicks: string | undefined } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], startTicks: fields[19] }
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
