import path from 'node:path'
import { z } from 'zod'
import type { FileStoreSettings } from './file-store.ts'
import { type EmbeddedSecrets, loadSecrets, secretsFromEnvironment, type ServerSecrets } from './secrets.ts'
import { StartError } from './start-error.ts'

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const Environment = z.object({
  PORT: optional(z.coerce.number().int().min(1).max(65_535)),
  HOST: optional(z.string()),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  QORGAN_DATA_DIR: optional(z.string()),
  QORGAN_FILES_DIR: optional(z.string()),
  QORGAN_S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  QORGAN_S3_BUCKET: optional(z.string()),
  QORGAN_S3_REGION: optional(z.string()),
  QORGAN_S3_ACCESS_KEY: optional(z.string()),
  QORGAN_S3_SECRET_KEY: optional(z.string()),
  QORGAN_PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  QORGAN_TRUST_PROXY: optional(z.string()),
  QORGAN_REQUESTS_PER_MINUTE: optional(z.coerce.number().int().min(1)),
  QORGAN_POOL_SIZE: optional(z.coerce.number().int().min(2).max(100)),
  METRICS_TOKEN: optional(z.string().min(16)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
})

export interface Config {
  port: number
  host: string
  dataDirectory: string
  /** Absent: the embedded PostgreSQL in the data directory. */
  databaseUrl: string | undefined
  files: FileStoreSettings
  /** Where people reach it; decides whether cookies are `Secure`. */
  publicUrl: string | undefined
  /** Addresses of the proxy in front, as fastify's `trustProxy` takes them. */
  trustProxy: string | undefined
  requestsPerMinute: number
  poolSize: number
  metricsToken: string | undefined
  logLevel: string
}

/** The only reader of the environment. A value that makes no sense stops the start with a sentence that names it. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartError(`The environment variable ${String(issue?.path[0])} is not right: ${issue?.message}.`)
  }
  const given = parsed.data
  const dataDirectory = path.resolve(given.QORGAN_DATA_DIR ?? path.join(import.meta.dirname, '../../../.data'))
  return {
    port: given.PORT ?? 3000,
    host: given.HOST ?? '127.0.0.1',
    dataDirectory,
    databaseUrl: given.DATABASE_URL,
    files: { folder: path.resolve(given.QORGAN_FILES_DIR ?? path.join(dataDirectory, 'files')), s3: s3Of(given) },
    publicUrl: given.QORGAN_PUBLIC_URL,
    trustProxy: given.QORGAN_TRUST_PROXY,
    requestsPerMinute: given.QORGAN_REQUESTS_PER_MINUTE ?? 600,
    poolSize: given.QORGAN_POOL_SIZE ?? 10,
    metricsToken: given.METRICS_TOKEN,
    logLevel: given.LOG_LEVEL ?? 'info',
  }
}

/** A bucket decides; half a description of one is a mistake, and not a folder. */
function s3Of(given: z.output<typeof Environment>): FileStoreSettings['s3'] {
  const { QORGAN_S3_BUCKET: bucket, QORGAN_S3_ACCESS_KEY: key, QORGAN_S3_SECRET_KEY: secret } = given
  if (!bucket) {
    const stray = Object.keys(Environment.shape).find(
      (name) => name.startsWith('QORGAN_S3_') && given[name as keyof typeof given] !== undefined,
    )
    if (stray) throw new StartError(`The environment variable ${stray} is given without QORGAN_S3_BUCKET.`)
    return undefined
  }
  if (!key !== !secret)
    throw new StartError('The environment variables QORGAN_S3_ACCESS_KEY and QORGAN_S3_SECRET_KEY go together.')
  return {
    endpoint: given.QORGAN_S3_ENDPOINT,
    bucket,
    region: given.QORGAN_S3_REGION ?? 'us-east-1',
    credentials: key && secret ? { accessKeyId: key, secretAccessKey: secret } : undefined,
  }
}

/** Generated beside an embedded cluster; with a `DATABASE_URL` each must be given. */
export function readSecrets(
  config: Config,
  environment: NodeJS.ProcessEnv,
  say?: (sentence: string) => void,
): ServerSecrets | EmbeddedSecrets {
  return config.databaseUrl ? secretsFromEnvironment(environment) : loadSecrets(config.dataDirectory, say)
}
