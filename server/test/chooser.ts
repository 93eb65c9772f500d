/** One seed for every test of chance, so that a failure is found again. */
export const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122)

/** The same choices at every run of a seed. */
export function chooser(from: number) {
  let state = from >>> 0
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    one: <T>(values: readonly T[]): T => values[below(values.length)] as T,
    chance: (share: number) => next() < share,
  }
}
