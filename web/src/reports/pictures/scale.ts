/** Round steps of an axis that begins at zero: 1, 2 or 5 times a power of ten; whole ones. */
export function ticksUpTo(most: number, wanted: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power)
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step)
}

/** Fifths by rank: each value gets the number of the fifth it stands in, so that one large unit does not wash out the others. */
export function fifths(values: readonly number[]): { stepOf: (value: number) => number; ranges: [number, number][] } {
  const known = [...new Set(values.filter((value) => value > 0))].toSorted((a, b) => a - b)
  const steps = Math.min(5, known.length)
  const groups = Array.from({ length: steps }, (_, i) =>
    known.slice(Math.floor((i * known.length) / steps), Math.floor(((i + 1) * known.length) / steps)),
  )
  const ranges = groups.map((group): [number, number] => [group[0] ?? 0, group.at(-1) ?? 0])
  return {
    ranges,
    stepOf: (value) => {
      if (value <= 0) return 0
      const found = ranges.findIndex(([, last]) => value <= last)
      // Few values take the steps from the top, so that the largest is always the fullest.
      return (found === -1 ? steps - 1 : found) + 1 + (5 - steps)
    },
  }
}
