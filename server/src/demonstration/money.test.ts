import { expect, it } from 'vitest'
import { shareOut, splitMoney } from './money.ts'
import { seededRandom } from './random.ts'

it('shares whole numbers out exactly, and nothing to those without a weight', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(shareOut(69_031, [5, 0, 3]).reduce((a, b) => a + b)).toBe(69_031)
  expect(shareOut(7, [1, 0, 1])[1]).toBe(0)
  expect(shareOut(7, [0, 0])).toEqual([0, 0])
})

it('splits a sum over groups of people to the tenge; only one person alone has an odd sum', () => {
  const groups = [
    { people: 40, weight: 2 },
    { people: 1, weight: 3 },
    { people: 7, weight: 1 },
    { people: 1, weight: 1 },
  ]
  const sums = splitMoney(seededRandom('split'), 1_234_567, groups, 500)
  expect(groups.reduce((sum, { people }, i) => sum + people * sums[i]!, 0)).toBe(1_234_567)
  expect(sums.filter((sum) => sum % 500 !== 0)).toHaveLength(1)
  expect(sums.every((sum) => sum > 0)).toBe(true)
})

it('refuses what cannot be split', () => {
  expect(() => splitMoney(seededRandom('split'), 100, [{ people: 3, weight: 1 }], 500)).toThrow(RangeError)
})
