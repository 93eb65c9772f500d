import { randomBytes, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error.ts'

/** What a process needs beside a database of its own. The two keys of the IIN live outside the database, always. */
export interface ServerSecrets {
  jwtSecret: string
  /** AES-256-GCM: 32 bytes, base64. */
  iinEncryptionKey: string
  /** HMAC-SHA-256: 32 bytes, base64. */
  iinHashKey: string
  /** The password of the role that requests run as. */
  apiPassword: string
}

/** The embedded database has two more: its superuser's and its owner's. */
export interface EmbeddedSecrets extends ServerSecrets {
  databasePassword: string
  ownerPassword: string
}

const key = () => randomBytes(32).toString('base64')
const password = () => randomBytes(24).toString('base64url')

const generators: Record<keyof EmbeddedSecrets, () => string> = {
  jwtSecret: key,
  iinEncryptionKey: key,
  iinHashKey: key,
  databasePassword: password,
  ownerPassword: password,
  apiPassword: password,
}

/** The secrets of the embedded installation: made at its first start, read from then on. */
export function loadSecrets(dataDirectory: string): EmbeddedSecrets {
  const file = path.join(dataDirectory, 'secrets')
  if (!existsSync(file)) {
    refuseToForget(dataDirectory, file)
    mkdirSync(dataDirectory, { recursive: true })
    const secrets = Object.fromEntries(Object.entries(generators).map(([name, generate]) => [name, generate()]))
    createOnce(file, `${JSON.stringify(secrets, null, 2)}\n`)
  }
  chmodSync(file, 0o600)
  return parse(readFileSync(file, 'utf8'), file)
}

/** New keys beside an old database would make every IIN in it unreadable, silently. */
function refuseToForget(dataDirectory: string, file: string): void {
  if (!existsSync(dataDirectory)) return
  const holdsCluster = readdirSync(dataDirectory).some((name) =>
    existsSync(path.join(dataDirectory, name, 'PG_VERSION')),
  )
  if (!holdsCluster) return
  throw new StartError(
    `${file} is missing, but there is a database beside it that was written with those secrets. Restore the file from your copy.`,
  )
}

/** Complete or not there: written aside, flushed, then given its name, which fails if another process was first. */
function createOnce(file: string, text: string): void {
  const prepared = `${file}.${randomUUID()}`
  const descriptor = openSync(prepared, 'wx', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  try {
    linkSync(prepared, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(prepared, { force: true })
  }
}

function parse(text: string, file: string): EmbeddedSecrets {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    read = undefined
  }
  const isWhole = (value: unknown): value is EmbeddedSecrets =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(generators).every((name) => typeof (value as Record<string, unknown>)[name] === 'string')
  if (!isWhole(read))
    throw new StartError(
      `${file} is damaged. Restore it from your copy: with new secrets the stored IINs could not be read.`,
    )
  return read
}

interface Rule {
  variable: string
  isGood: (value: string) => boolean
  needs: string
}

const isKey = (value: string) => /^[A-Za-z0-9+/]{43}=$/.test(value)
const isAtLeast = (length: number) => (value: string) => value.length >= length

const rules: Record<keyof ServerSecrets, Rule> = {
  jwtSecret: { variable: 'QORGAN_JWT_SECRET', isGood: isAtLeast(32), needs: 'at least 32 characters' },
  iinEncryptionKey: { variable: 'QORGAN_IIN_ENCRYPTION_KEY', isGood: isKey, needs: '32 random bytes in base64' },
  iinHashKey: { variable: 'QORGAN_IIN_HASH_KEY', isGood: isKey, needs: '32 random bytes in base64' },
  apiPassword: { variable: 'QORGAN_DATABASE_API_PASSWORD', isGood: isAtLeast(16), needs: 'at least 16 characters' },
}

/** With a database of yours (DATABASE_URL) several processes share the secrets, so each is given and none is invented. */
export function secretsFromEnvironment(environment: Record<string, string | undefined>): ServerSecrets {
  const problems = Object.values(rules).flatMap(({ variable, isGood, needs }) => {
    const value = environment[variable] ?? ''
    if (value === '') return [`${variable} is missing: with DATABASE_URL it must be given (${needs}).`]
    return isGood(value) ? [] : [`${variable} is too short or malformed: it needs ${needs}.`]
  })
  if (
    environment['QORGAN_IIN_HASH_KEY'] &&
    environment['QORGAN_IIN_HASH_KEY'] === environment['QORGAN_IIN_ENCRYPTION_KEY']
  )
    problems.push('QORGAN_IIN_HASH_KEY and QORGAN_IIN_ENCRYPTION_KEY are the same: they must be two keys.')
  if (problems.length > 0) throw new StartError(problems.join('\n'))
  const given = (name: keyof ServerSecrets) => environment[rules[name].variable] ?? ''
  return {
    jwtSecret: given('jwtSecret'),
    iinEncryptionKey: given('iinEncryptionKey'),
    iinHashKey: given('iinHashKey'),
    apiPassword: given('apiPassword'),
  }
}
