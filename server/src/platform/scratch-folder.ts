import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const ONE_GIB = 2 ** 30

/** Where short-lived clusters live: memory when there is room for them, else the system's temporary folder. */
export function scratchFolder(): string {
  try {
    const shm = statfsSync('/dev/shm')
    if (shm.bavail * shm.bsize >= ONE_GIB) return '/dev/shm'
  } catch {
    // No /dev/shm on this system.
  }
  return tmpdir()
}
