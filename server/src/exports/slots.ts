import { AppError } from '../platform/errors.ts'

/** So many at a time; whoever comes then is told to come again. Each holds a connection, and a part of the processor. */
export class Slots {
  #free: number
  readonly #retryAfter: number

  constructor(free: number, retryAfter: number) {
    this.#free = free
    this.#retryAfter = retryAfter
  }

  /** Takes one, and answers how to give it back; giving it back twice is once. */
  take(): () => void {
    if (this.#free === 0) throw new AppError('server.unavailable', { retryAfter: this.#retryAfter })
    this.#free--
    let isTaken = true
    return () => {
      if (isTaken) this.#free++
      isTaken = false
    }
  }
}
