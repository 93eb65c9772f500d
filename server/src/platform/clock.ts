import type { Day } from '@qorgan/shared/dates'

/** The one source of time. Days are the union's: Asia/Almaty, UTC+5 the year round since 2024-03-01. */
export interface Clock {
  now: () => Date
  today: () => Day
}

const ALMATY_MS = 5 * 3_600_000

/** The union's day at an instant. */
export const dayOf = (at: Date): Day => new Date(at.getTime() + ALMATY_MS).toISOString().slice(0, 10)

export const clockOf = (now: () => Date): Clock => ({ now, today: () => dayOf(now()) })

export const systemClock: Clock = clockOf(() => new Date())
