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
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error.ts'

/** What a process needs beside a database of its own. The keys of the IIN and of the notes live outside the database, always. */
export interface ServerSecrets {
  jwtSecret: string
  /** AES-256-GCM: 32 bytes, base64. */
  iinEncryptionKey: string
  /** HMAC-SHA-256: 32 bytes, base64. */
  iinHashKey: string
  /** AES-256-GCM of privileged notes: 32 bytes, base64. */
  notesKey: string
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
  notesKey: key,
  databasePassword: password,
  ownerPassword: password,
  apiPassword: password,
}

/** What came with a later version, by its age: an installation that is older than one gets it at its next start. */
const later = ['notesKey'] as const satisfies (keyof EmbeddedSecrets)[]

/** The secrets of the embedded installation: made at its first start, read from then on. */
export function loadSecrets(dataDirectory: string, say: (sentence: string) => void = () => undefined): EmbeddedSecrets {
  const file = path.join(dataDirectory, 'secrets')
  if (!existsSync(file)) {
    refuseToForget(dataDirectory, file)
    mkdirSync(dataDirectory, { recursive: true })
    const secrets = Object.fromEntries(Object.entries(generators).map(([name, generate]) => [name, generate()]))
    createOnce(file, asText(secrets))
  }
  chmodSync(file, 0o600)
  for (const name of later) if (addOnce(file, name)) say(`${file} has a new secret, ${name}: copy the file anew`)
  return read(file)
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

/**
 * Adds a secret that the file is too old to have; true when it did. Processes that start at once must not each keep their own: the value
 * first gets a file of its own, which only one of them creates, and goes into the secrets only while they still lack it.
 */
function addOnce(file: string, name: keyof EmbeddedSecrets): boolean {
  if (name in read(file, name)) return false
  const aside = `${file}.${name}`
  createOnce(aside, generators[name]())
  // Gone again only after somebody has put it into the secrets, which are therefore read after it.
  const value = existsSync(aside) ? readFileSync(aside, 'utf8') : ''
  const secrets = read(file, name)
  const isMissing = !(name in secrets)
  if (isMissing) renameSync(prepare(file, asText({ ...secrets, [name]: value })), file)
  rmSync(aside, { force: true })
  return isMissing
}

const asText = (secrets: object) => `${JSON.stringify(secrets, null, 2)}\n`

function prepare(file: string, text: string): string {
  const prepared = `${file}.${randomUUID()}`
  const descriptor = openSync(prepared, 'wx', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  return prepared
}

/** Complete or not there: written aside, flushed, then given its name, which fails if another process was first. */
function createOnce(file: string, text: string): void {
  const prepared = prepare(file, text)
  try {
    linkSync(prepared, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(prepared, { force: true })
  }
}

/** Everything but one that may be absent is there, or the file is damaged. */
function read(file: string, absent?: keyof EmbeddedSecrets): EmbeddedSecrets {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    value = undefined
  }
  const isWhole = (secrets: unknown): secrets is EmbeddedSecrets =>
    typeof secrets === 'object' &&
    secrets !== null &&
    Object.keys(generators).every(
      (name) =>
        typeof (secrets as Record<string, unknown>)[name] === 'string' || (name === absent && !(name in secrets)),
    )
  if (!isWhole(value))
    throw new StartError(
      `${file} is damaged. Restore it from your copy: with new secrets the stored IINs and notes could not be read.`,
    )
  return value
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
  notesKey: { variable: 'QORGAN_NOTES_KEY', isGood: isKey, needs: '32 random bytes in base64' },
  apiPassword: { variable: 'QORGAN_DATABASE_API_PASSWORD', isGood: isAtLeast(16), needs: 'at least 16 characters' },
}

/** With a database of yours (DATABASE_URL) several processes share the secrets, so each is given and none is invented. */
export function secretsFromEnvironment(environment: Record<string, string | undefined>): ServerSecrets {
  const problems = Object.values(rules).flatMap(({ variable, isGood, needs }) => {
    const value = environment[variable] ?? ''
    if (value === '') return [`${variable} is missing: with DATABASE_URL it must be given (${needs}).`]
    return isGood(value) ? [] : [`${variable} is too short or malformed: it needs ${needs}.`]
  })
  const keys = ['QORGAN_IIN_ENCRYPTION_KEY', 'QORGAN_IIN_HASH_KEY', 'QORGAN_NOTES_KEY']
  for (const [index, variable] of keys.entries()) {
    const twin = keys
      .slice(0, index)
      .find((earlier) => environment[variable] && environment[earlier] === environment[variable])
    if (twin) problems.push(`${variable} and ${twin} are the same: they must be two keys.`)
  }
  if (problems.length > 0) throw new StartError(problems.join('\n'))
  const given = (name: keyof ServerSecrets) => environment[rules[name].variable] ?? ''
  return {
    jwtSecret: given('jwtSecret'),
    iinEncryptionKey: given('iinEncryptionKey'),
    iinHashKey: given('iinHashKey'),
    notesKey: given('notesKey'),
    apiPassword: given('apiPassword'),
  }
}
