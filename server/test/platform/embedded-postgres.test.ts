import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { isRunning } from '../../src/platform/processes.ts'
import { aFolder, anInstance, kill } from './processes-of-test.ts'

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return rows[0] && Object.values(rows[0])[0]
  } finally {
    await client.end()
  }
}

async function start(directory: string, temporary = false) {
  const said: string[] = []
  const postgres = await startEmbeddedPostgres({
    directory,
    password: 'secret',
    temporary,
    onProgress: (sentence) => said.push(sentence),
  })
  onTestFinished(postgres.stop)
  return { ...postgres, said, url: postgres.superuserUrl('postgres') }
}

const postmasterOf = (directory: string) =>
  Number(readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[0])

test('a cluster is made once with the house settings, stops cleanly and keeps its data', async () => {
  const directory = path.join(aFolder(), 'postgres')
  const first = await start(directory)
  const shown = async (name: string) => ask(first.url, `select setting from pg_settings where name = '${name}'`)
  expect(
    await ask(first.url, `select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'postgres'`),
  ).toBe('b C.UTF-8')
  expect(await shown('data_checksums')).toBe('on')
  expect(await shown('fsync')).toBe('on')
  expect(await shown('listen_addresses')).toBe('127.0.0.1')
  expect(await shown('log_parameter_max_length_on_error')).toBe('0')
  await ask(first.url, `create table kept as select 'жолданым' as word`)
  await first.stop()
  expect(await first.exited).toMatchObject({ isExpected: true })

  const second = await start(directory)
  expect(second.said).toEqual([])
  expect(await ask(second.url, 'select word from kept')).toBe('жолданым')
})

test('the server of a killed instance is stopped first, and what it had committed is there', async () => {
  const folder = aFolder()
  const directory = path.join(folder, 'postgres')
  await kill(await anInstance(folder, 'database'))
  const orphan = postmasterOf(directory)
  expect(isRunning(orphan)).toBe(true)

  const next = await start(directory)
  expect(next.said).toEqual(['Stopping the database that an interrupted run left behind'])
  expect(isRunning(orphan)).toBe(false)
  expect(await ask(next.url, 'select 1')).toBe(1)
})

test('a number in postmaster.pid that now belongs to another program is no obstacle, and that program is left alone', async () => {
  const directory = path.join(aFolder(), 'postgres')
  await (await start(directory)).stop()
  const bystander = await anInstance(aFolder(), 'lock')
  writeFileSync(
    path.join(directory, 'postmaster.pid'),
    `${bystander.pid}\n${directory}\n1700000000\n54321\n\n127.0.0.1\n\nready   \n`,
  )

  const next = await start(directory)
  expect(await ask(next.url, 'select 1')).toBe(1)
  expect(isRunning(bystander.pid ?? 0)).toBe(true)
})

test('an interrupted initdb is done again', async () => {
  const folder = aFolder()
  const half = path.join(folder, 'postgres.unfinished-1')
  mkdirSync(path.join(half, 'base'), { recursive: true })
  writeFileSync(path.join(half, 'PG_VERSION'), '18\n')
  writeFileSync(`${half}.password`, 'secret\n')

  const postgres = await start(path.join(folder, 'postgres'))
  expect(postgres.said).toEqual(['Creating the database'])
  expect(await ask(postgres.url, 'select 1')).toBe(1)
  expect(readdirSync(folder)).toEqual(['postgres'])
})

test('a folder with files of somebody else is not touched', async () => {
  const folder = aFolder()
  mkdirSync(path.join(folder, 'postgres'))
  writeFileSync(path.join(folder, 'postgres', 'thesis.txt'), 'mine')
  await expect(start(path.join(folder, 'postgres'))).rejects.toThrow('holds files but no PostgreSQL cluster')
  expect(readdirSync(path.join(folder, 'postgres'))).toEqual(['thesis.txt'])
})

test('a server that dies by itself is noticed; a temporary one leaves no folder', async () => {
  const directory = path.join(aFolder(), 'postgres')
  const postgres = await start(directory, true)
  process.kill(postmasterOf(directory), 'SIGQUIT')
  expect(await postgres.exited).toMatchObject({ isExpected: false })
  await postgres.stop()
  expect(existsSync(directory)).toBe(false)
})
