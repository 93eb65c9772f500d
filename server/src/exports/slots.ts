import { AppError } from '../platform/errors.ts'

/** How long somebody waits for a place before they are told to come again. */
const PATIENCE_MS = 10_000

/** So many at a time; whoever comes then waits for a while. Each holds a connection, and a part of the processor. */
export class Slots {
  #free: number
  readonly #retryAfter: number
  readonly #waiting = new Set<() => void>()

  constructor(free: number, retryAfter: number) {
    this.#free = free
    this.#retryAfter = retryAfter
  }

  /** Takes one, and answers how to give it back; giving it back twice is once. */
  take(): Promise<() => void> {
    if (this.#free > 0) {
      this.#free--
      return Promise.resolve(this.#giveBack())
    }
    return new Promise((resolve, reject) => {
      const mine = () => {
        clearTimeout(late)
        resolve(this.#giveBack())
      }
      const late = setTimeout(() => {
        this.#waiting.delete(mine)
        reject(new AppError('server.unavailable', { retryAfter: this.#retryAfter }))
      }, PATIENCE_MS)
      this.#waiting.add(mine)
    })
  }

  /** Who waits longest takes the place over. */
  #giveBack(): () => void {
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      const [next] = this.#waiting
      if (!next) this.#free++
      else {
        this.#waiting.delete(next)
        next()
      }
    }
  }
}
