import type { Random } from './random.ts'

/** Whole shares that add up to the total exactly, as near to the weights as whole numbers come. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  let left = total - shares.reduce((a, b) => a + b, 0)
  const byRest = exact.map((_, i) => i).toSorted((a, b) => exact[b]! - shares[b]! - (exact[a]! - shares[a]!) || a - b)
  for (const i of byRest) {
    if (left === 0) break
    if (weights[i]! > 0) {
      shares[i]!++
      left--
    }
  }
  return shares
}

/** People who get the same sum each: a batch, or one person. */
export interface PaidGroup {
  people: number
  weight: number
}

/**
 * The sum per person of each group, in whole steps, so that all together come to the total; what no step fits goes
 * onto the largest sum of one person alone.
 */
export function splitMoney(random: Random, total: number, groups: readonly PaidGroup[], step: number): number[] {
  const each = total / groups.reduce((sum, group) => sum + group.people * group.weight, 0)
  const sums = groups.map((group) => Math.max(step, Math.round((group.weight * each) / step) * step))
  let rest = total - groups.reduce((sum, group, i) => sum + group.people * sums[i]!, 0)
  const order = random.shuffled(groups.map((_, i) => i))
  for (let moved = true; moved;) {
    moved = false
    for (const i of order) {
      const change = Math.sign(rest) * step
      if (groups[i]!.people * step > Math.abs(rest) || sums[i]! + change < step) continue
      sums[i]! += change
      rest -= groups[i]!.people * change
      moved = true
    }
  }
  if (rest === 0) return sums
  const singles = order.filter((i) => groups[i]!.people === 1)
  const largest = singles.reduce<number | null>((best, i) => (best === null || sums[i]! > sums[best]! ? i : best), null)
  if (largest === null || sums[largest]! + rest <= 0)
    throw new RangeError(`${total} cannot be split over ${groups.length} groups in steps of ${step}`)
  sums[largest]! += rest
  return sums
}
