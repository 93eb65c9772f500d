import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'
import { connect } from './db/connect.ts'
import type { Db } from './db/index.ts'
import { createOwnDatabase, prepareDatabase } from './db/prepare.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { acquireInstanceLock, InstanceRunningError } from './instance-lock.ts'
import type { EmbeddedSecrets, ServerSecrets } from './secrets.ts'

export interface OpenDatabase {
  db: Db
  /** Absent with a `DATABASE_URL`: resolves when the embedded server is gone. */
  exited: EmbeddedPostgres['exited'] | undefined
  close: () => Promise<void>
}

interface Options {
  say: (sentence: string) => void
  /** A command may work beside a running instance, through that one's server; a second server may not. */
  besideOthers: boolean
  onConnectionError?: (error: Error) => void
}

/** Opens the union's database: embedded in the data directory, or the one that `DATABASE_URL` names. Migrated, and signed in as the API. */
export async function openDatabase(
  config: Config,
  secrets: ServerSecrets | EmbeddedSecrets,
  options: Options,
): Promise<OpenDatabase> {
  const poolOf = (url: string) =>
    connect({
      url,
      max: config.poolSize,
      ...(options.onConnectionError && { onConnectionError: options.onConnectionError }),
    })
  if (config.databaseUrl) {
    options.say('Preparing the database')
    const db = poolOf((await prepareDatabase(config.databaseUrl, secrets.apiPassword)).apiUrl)
    return { db, exited: undefined, close: () => db.destroy() }
  }
  if (!('databasePassword' in secrets)) throw new Error('an embedded database comes with its own secrets')
  const server = await startOrJoin(config, secrets, options)
  try {
    options.say('Preparing the database')
    const ownerUrl = await createOwnDatabase(server.superuserUrl, 'qorgan', secrets.ownerPassword)
    const db = poolOf((await prepareDatabase(ownerUrl, secrets.apiPassword)).apiUrl)
    const close = async () => {
      await db.destroy()
      await server.stop()
    }
    return { db, exited: server.exited, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

type Server = Pick<EmbeddedPostgres, 'superuserUrl' | 'stop'> & { exited: EmbeddedPostgres['exited'] | undefined }

async function startOrJoin(config: Config, secrets: EmbeddedSecrets, { say, besideOthers }: Options): Promise<Server> {
  const directory = path.join(config.dataDirectory, 'postgres')
  let release: () => void
  try {
    release = acquireInstanceLock(config.dataDirectory)
  } catch (error) {
    if (!besideOthers || !(error instanceof InstanceRunningError)) throw error
    return {
      superuserUrl: urlOfRunning(directory, secrets.databasePassword),
      stop: async () => undefined,
      exited: undefined,
    }
  }
  try {
    say('Starting PostgreSQL')
    const server = await startEmbeddedPostgres({ directory, password: secrets.databasePassword, onProgress: say })
    const stop = async () => {
      await server.stop()
      release()
    }
    return { superuserUrl: server.superuserUrl, stop, exited: server.exited }
  } catch (error) {
    release()
    throw error
  }
}

/** The fourth line of postmaster.pid is the port. */
function urlOfRunning(directory: string, password: string): (database: string) => string {
  const port = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[3]?.trim()
  return (database) =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}
