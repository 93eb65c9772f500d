/** A process of its own that claims a folder and starts the database in it, as main.ts does; for the tests to kill. */
import path from 'node:path'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { acquireInstanceLock } from '../../src/platform/instance-lock.ts'

const [directory = '', what = 'database'] = process.argv.slice(2)
acquireInstanceLock(directory)
if (what === 'database')
  await startEmbeddedPostgres({ directory: path.join(directory, 'postgres'), password: 'secret' })
process.stdout.write('started\n')
setInterval(() => undefined, 60_000)
