import type { Clock } from '../platform/clock.ts'
import { AppError } from '../platform/errors.ts'

const MOST_PER_MINUTE = 30
const MINUTE_MS = 60_000

/**
 * Whole IINs are opened one by one, for a reason; copying the register out by hand is stopped. Counted in this process: each
 * opening is in the audit trail anyway.
 */
export function revealLimit(clock: Clock): (userId: string) => void {
  const openings = new Map<string, number[]>()
  return (userId) => {
    const now = clock.now().getTime()
    for (const [user, times] of openings) if ((times.at(-1) ?? 0) <= now - MINUTE_MS) openings.delete(user)
    const recent = (openings.get(userId) ?? []).filter((time) => time > now - MINUTE_MS)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= MOST_PER_MINUTE)
      throw new AppError('request.tooMany', { retryAfter: Math.ceil((oldest + MINUTE_MS - now) / 1000) })
    openings.set(userId, [...recent, now])
  }
}
