const HOUR_MS = 3_600_000

/** Does something now and every hour, one after the other; a failure is told and tried again. The answer stops it and waits. */
export function everyHour(work: () => Promise<unknown>, tell: (error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  const run = () => {
    running = running.then(() => work()).then(() => undefined, tell)
  }
  run()
  const timer = setInterval(run, HOUR_MS)
  return () => {
    clearInterval(timer)
    return running
  }
}
