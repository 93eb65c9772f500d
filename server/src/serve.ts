import { buildApp } from './app.ts'
import { loadInChild } from './load-in-child.ts'
import { beginStays } from './appeals/begin-stays.ts'
import { openQuarters } from './closing/service.ts'
import { clearFiles } from './attachments/service.ts'
import { everyHour } from './platform/every-hour.ts'
import { systemClock } from './platform/clock.ts'
import { readConfig, readSecrets } from './platform/config.ts'
import { openDatabase } from './platform/database.ts'
import { openFileStore } from './platform/file-store-open.ts'
import { refuseTakenPort, portError } from './platform/port.ts'
import { buildWebOnce, webFolder } from './platform/web-build.ts'

/** From nothing to ready: the lock, the database, its migrations and first data, the web app, then the doors open. Ends with a signal. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now()
  const say = (sentence: string) =>
    process.stdout.write(`  ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${sentence}\n`)
  const stopping = stopSignal()
  const config = readConfig(environment)
  await refuseTakenPort(config.port, config.host)
  const secrets = readSecrets(config, environment, say)
  const files = await openFileStore(config.files)
  const database = await openDatabase(config, secrets, {
    say,
    besideOthers: false,
    onConnectionError: (error) => process.stderr.write(`A database connection was lost: ${error.message}\n`),
  })
  const readiness = { isReady: false }
  const app = await buildApp({
    db: database.db,
    clock: systemClock,
    files,
    secrets,
    readiness,
    requestsPerMinute: config.requestsPerMinute,
    isSecure: config.publicUrl?.startsWith('https:') ?? false,
    publicUrl: config.publicUrl,
    metricsToken: config.metricsToken,
    trustProxy: config.trustProxy,
    logLevel: config.logLevel,
    webFolder,
  })
  let stopJobs = (): Promise<void> => Promise.resolve()
  try {
    await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
      throw portError(error, config.port)
    })
    const work = Promise.all([buildWebOnce(say), loadInChild(environment, say, stopping)])
    work.catch(() => undefined)
    const interrupted = await Promise.race([work.then(() => false), stopping.then(() => true)])
    if (!interrupted) {
      process.stdout.write(`Qorgan is ready at http://127.0.0.1:${config.port}\n`)
      readiness.isReady = true
      const tell = (error: unknown) => app.log.error({ err: error }, 'an hourly job failed')
      const stops = [
        everyHour(() => beginStays(database.db, systemClock.today()), tell),
        everyHour(() => openQuarters(database.db, systemClock.today()), tell),
        everyHour(() => clearFiles({ db: database.db, files, now: systemClock.now() }), tell),
      ]
      stopJobs = async () => void (await Promise.all(stops.map((stop) => stop())))
      const lost = await Promise.race([stopping.then(() => null), ...(database.exited ? [database.exited] : [])])
      if (lost) process.stderr.write(`The database ended by itself: ${lost.reason}. Stopping.\n`)
      if (lost) return 1
    }
    process.stdout.write('Stopping\n')
    return 0
  } finally {
    readiness.isReady = false
    await stopJobs()
    await app.close()
    await database.close()
  }
}

/** The first SIGINT or SIGTERM asks for an orderly stop; a second one, half a second later or more, ends at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined
    const stop = () => {
      if (first !== undefined && performance.now() - first > 500) process.exit(130)
      first ??= performance.now()
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    // The terminal was closed: what is written to it from now on has nowhere to go.
    process.on('SIGHUP', stop)
    process.stdout.on('error', () => undefined)
    process.stderr.on('error', () => undefined)
  })
}
