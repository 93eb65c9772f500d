import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadSecrets, secretsFromEnvironment } from '../../src/platform/secrets.ts'
import { aFolder } from './processes-of-test.ts'

test('secrets are made once, for the owner alone', () => {
  const folder = aFolder()
  const made = loadSecrets(folder)
  expect(Buffer.from(made.iinEncryptionKey, 'base64')).toHaveLength(32)
  expect(new Set(Object.values(made)).size).toBe(6)

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

const given = {
  QORGAN_JWT_SECRET: 'j'.repeat(32),
  QORGAN_IIN_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  QORGAN_IIN_HASH_KEY: Buffer.alloc(32, 2).toString('base64'),
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
  expect(message({}).split('\n')).toHaveLength(4)
})
