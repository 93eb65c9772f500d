import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { loadSecrets, secretsFromEnvironment } from '../../src/platform/secrets.ts'
import { aFolder } from './processes-of-test.ts'

test('secrets are made once, for the owner alone', () => {
  const folder = aFolder()
  const made = loadSecrets(folder)
  expect(Buffer.from(made.iinEncryptionKey, 'base64')).toHaveLength(32)
  expect(new Set(Object.values(made)).size).toBe(7)

  chmodSync(path.join(folder, 'secrets'), 0o644)
  expect(loadSecrets(folder)).toEqual(made)
  expect(statSync(path.join(folder, 'secrets')).mode & 0o777).toBe(0o600)
})

test('secrets that are lost or damaged are never replaced by new ones', () => {
  const folder = aFolder()
  loadSecrets(folder)
  writeFileSync(path.join(folder, 'secrets'), '{"jwtSecret":')
  expect(() => loadSecrets(folder)).toThrow('is damaged')
  expect(readFileSync(path.join(folder, 'secrets'), 'utf8')).toBe('{"jwtSecret":')

  const withCluster = aFolder()
  mkdirSync(path.join(withCluster, 'postgres'))
  writeFileSync(path.join(withCluster, 'postgres', 'PG_VERSION'), '18\n')
  expect(() => loadSecrets(withCluster)).toThrow('is missing, but there is a database beside it')
})

test('an installation of an earlier version gets the secret that it lacks, once, and keeps the others', () => {
  const folder = aFolder()
  const file = path.join(folder, 'secrets')
  const { notesKey: _, ...older } = loadSecrets(folder)
  writeFileSync(file, JSON.stringify(older))
  const said: string[] = []
  const grown = loadSecrets(folder, (sentence) => said.push(sentence))
  expect(grown).toEqual({ ...older, notesKey: grown.notesKey })
  expect(Buffer.from(grown.notesKey, 'base64')).toHaveLength(32)
  expect(said).toEqual([expect.stringContaining('has a new secret, notesKey')])
  expect(loadSecrets(folder, (sentence) => said.push(sentence))).toEqual(grown)
  expect(said).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(['secrets'])
  expect(statSync(file).mode & 0o777).toBe(0o600)

  // Whoever was first had written the value down and was stopped there: it is that one.
  writeFileSync(file, JSON.stringify(older))
  writeFileSync(`${file}.notesKey`, grown.notesKey)
  expect(loadSecrets(folder).notesKey).toBe(grown.notesKey)
  expect(readdirSync(folder)).toEqual(['secrets'])

  const { iinHashKey: _hash, ...damaged } = older
  writeFileSync(file, JSON.stringify(damaged))
  expect(() => loadSecrets(folder)).toThrow('is damaged')
})

test('processes that start at once on an older installation agree on the new secret', async () => {
  const folder = aFolder()
  const { notesKey: _, ...older } = loadSecrets(folder)
  writeFileSync(path.join(folder, 'secrets'), JSON.stringify(older))
  const module = path.resolve(import.meta.dirname, '../../src/platform/secrets.ts')
  const script = `const { loadSecrets } = await import(${JSON.stringify(module)}); process.stdout.write(loadSecrets(${JSON.stringify(folder)}).notesKey)`
  const run = promisify(execFile)
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '--eval', script])),
  )
  expect(new Set(answers.map(({ stdout }) => stdout))).toEqual(new Set([loadSecrets(folder).notesKey]))
})

const given = {
  QORGAN_JWT_SECRET: 'j'.repeat(32),
  QORGAN_IIN_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  QORGAN_IIN_HASH_KEY: Buffer.alloc(32, 2).toString('base64'),
  QORGAN_NOTES_KEY: Buffer.alloc(32, 3).toString('base64'),
  QORGAN_DATABASE_API_PASSWORD: 'p'.repeat(16),
}

test('with a database of yours each secret must be given, and the sentence names every one that is not', () => {
  expect(secretsFromEnvironment(given)).toMatchObject({
    jwtSecret: given.QORGAN_JWT_SECRET,
    apiPassword: 'p'.repeat(16),
  })
  const message = (environment: Record<string, string>) => {
    try {
      secretsFromEnvironment(environment)
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(message({ ...given, QORGAN_JWT_SECRET: '' })).toContain('QORGAN_JWT_SECRET is missing')
  expect(message({ ...given, QORGAN_IIN_HASH_KEY: 'c2hvcnQ=' })).toContain('QORGAN_IIN_HASH_KEY is too short')
  expect(message({ ...given, QORGAN_IIN_HASH_KEY: given.QORGAN_IIN_ENCRYPTION_KEY })).toContain('must be two keys')
  expect(message({ ...given, QORGAN_NOTES_KEY: given.QORGAN_IIN_HASH_KEY })).toContain('must be two keys')
  expect(message({}).split('\n')).toHaveLength(5)
})
