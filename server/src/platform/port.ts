import { createServer } from 'node:net'
import { StartError } from './start-error.ts'

/** Before anything is started: a taken port is a sentence, not a stack. */
export function refuseTakenPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

export function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=3001 npm start`,
    )
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this account. Choose another one: PORT=3001 npm start`)
  return error
}
