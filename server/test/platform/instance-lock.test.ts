import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { acquireInstanceLock, InstanceRunningError } from '../../src/platform/instance-lock.ts'
import { isRunning } from '../../src/platform/processes.ts'
import { aFolder, anInstance, kill } from './processes-of-test.ts'

const lockOf = (folder: string) => path.join(folder, 'instance.lock')

test('a second instance is refused with the number of the first, which keeps its lock', async () => {
  const folder = aFolder()
  const first = await anInstance(folder, 'lock')

  expect(() => acquireInstanceLock(folder)).toThrow(InstanceRunningError)
  expect(() => acquireInstanceLock(folder)).toThrow(`process ${first.pid}`)
  expect(isRunning(first.pid ?? 0)).toBe(true)
  expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toMatchObject({ pid: first.pid })
})

test('a released lock can be taken again, and leaves nothing behind', () => {
  const folder = aFolder()
  acquireInstanceLock(folder)()
  acquireInstanceLock(folder)()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a killed process is taken over, and releasing it then works', async () => {
  const folder = aFolder()
  await kill(await anInstance(folder, 'lock'))
  expect(existsSync(lockOf(folder))).toBe(true)

  const release = acquireInstanceLock(folder)
  expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toMatchObject({ pid: process.pid })
  release()
  expect(readdirSync(folder)).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'a process that only has the number of the dead holder is not mistaken for it',
  () => {
    const folder = aFolder()
    writeFileSync(lockOf(folder), JSON.stringify({ pid: process.ppid, start: 'an earlier boot', id: 'x' }))
    expect(acquireInstanceLock(folder)).toBeTypeOf('function')
  },
)

test('a lock that a power cut left empty, and a takeover that was killed half-way, are recovered', () => {
  const folder = aFolder()
  writeFileSync(lockOf(folder), '')
  writeFileSync(`${lockOf(folder)}.takeover`, JSON.stringify({ pid: 2 ** 22 + 1, start: null, id: 'x' }))
  expect(acquireInstanceLock(folder)).toBeTypeOf('function')
  expect(readdirSync(folder)).toEqual(['instance.lock'])
})

test('of several that meet a stale lock at once, one gets it', async () => {
  const folder = aFolder()
  writeFileSync(lockOf(folder), JSON.stringify({ pid: 2 ** 22 + 1, start: null, id: 'x' }))
  const starter = path.join(import.meta.dirname, 'starter.ts')
  const many = Array.from({ length: 6 }, () =>
    spawn(process.execPath, [starter, folder, 'lock'], { stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  const outcomes = await Promise.all(
    many.map((child) =>
      Promise.race([once(child.stdout, 'data').then(() => 'started'), once(child, 'exit').then(() => 'refused')]),
    ),
  )
  await Promise.all(many.filter((child) => child.exitCode === null).map(kill))
  expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(1)
})
