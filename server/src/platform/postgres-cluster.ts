import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { giveTo, type PostgresBinaries, type PostgresRunner } from './postgres-runner.ts'
import { StartError } from './start-error.ts'

export interface Cluster {
  directory: string
  password: string
  isTemporary: boolean
  binaries: PostgresBinaries
  runner: PostgresRunner
  say: (sentence: string) => void
}

/**
 * Makes the cluster unless there is one. initdb works in a folder beside, which gets the cluster's name when it is whole: an
 * interrupted initdb leaves a PG_VERSION too, so in the final place half a cluster would look like one.
 */
export async function createClusterOnce(cluster: Cluster): Promise<void> {
  const { directory, password, runner, say } = cluster
  if (existsSync(path.join(directory, 'PG_VERSION'))) return
  if (existsSync(directory) && readdirSync(directory).length > 0)
    throw new StartError(
      `${directory} holds files but no PostgreSQL cluster. Qorgan doesn't touch it: move it away, or choose another QORGAN_DATA_DIR.`,
    )
  say('Creating the database')
  removeUnfinished(directory)
  const made = `${directory}${unfinished}${randomUUID()}`
  const passwordFile = `${made}.password`
  mkdirSync(made, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  try {
    giveTo(runner, made)
    giveTo(runner, passwordFile)
    await initdb(cluster, made, passwordFile)
    renameSync(made, directory)
  } catch (cause) {
    rmSync(made, { recursive: true, force: true })
    const said = (cause as { stderr?: string }).stderr || (cause as Error).message
    throw new StartError(`The database could not be created in ${directory}: ${said.trim()}`, { cause })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const unfinished = '.unfinished-'

function removeUnfinished(directory: string): void {
  const parent = path.dirname(directory)
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(path.basename(directory) + unfinished)) continue
    // An initdb whose parent was killed may still be writing for a moment: hence the retries.
    rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function initdb(
  { binaries, runner, isTemporary }: Cluster,
  directory: string,
  passwordFile: string,
): Promise<void> {
  const [program, args] = runner.command(binaries.initdb, [
    `--pgdata=${directory}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(isTemporary ? ['--no-sync'] : []),
  ])
  await promisify(execFile)(program, args, { ...runner.options, cwd: directory })
}
