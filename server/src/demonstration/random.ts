/** Chance that repeats itself: the same seed gives the same people and figures on every machine. */
export interface Random {
  /** 0 <= x < 1. */
  next: () => number
  /** Both ends included. */
  int: (min: number, max: number) => number
  chance: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
  weighted: <T>(items: readonly T[], weight: (item: T) => number) => T
  shuffled: <T>(items: readonly T[]) => T[]
}

const SEED = 'qorgan-2024'

/** A stream of its own for each subject, so that a change in one leaves the others as they were. */
export function seededRandom(subject: string): Random {
  const next = sfc32(hashed(`${SEED}:${subject}`))
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError(`nothing to pick from (${subject})`)
    return items[int(0, items.length - 1)]!
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    weighted: (items, weight) => {
      let left = next() * items.reduce((sum, item) => sum + weight(item), 0)
      for (const item of items) {
        left -= weight(item)
        if (left < 0) return item
      }
      return pick(items)
    },
    shuffled: (items) => {
      const result = [...items]
      for (let i = result.length - 1; i > 0; i--) {
        const j = int(0, i)
        ;[result[i], result[j]] = [result[j]!, result[i]!]
      }
      return result
    },
  }
}

/** Four words out of a text (xmur3). */
function hashed(text: string): [number, number, number, number] {
  let h = 1_779_033_703 ^ text.length
  for (const char of text) {
    h = Math.imul(h ^ char.codePointAt(0)!, 3_432_918_353)
    h = (h << 13) | (h >>> 19)
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 2_246_822_507)
    h = Math.imul(h ^ (h >>> 13), 3_266_489_909)
    h ^= h >>> 16
    return h >>> 0
  }
  return [word(), word(), word(), word()]
}

/** Small Fast Counter, 32 bits. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  return () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
}
