import { addDays } from '@qorgan/shared/dates'
import { expect, test } from 'vitest'
import { quarterOf } from '../closing/quarters.ts'
import { stateOf } from './quarter-plan.ts'
import { seededRandom } from './random.ts'
import { referenceFromFiles } from './reference.fixture.ts'

test('whatever day it is, nothing of a quarter was done after it', () => {
  const { branches, council, calendar } = referenceFromFiles()
  const quarter = quarterOf('2026-07-01')
  const seen = new Set<string>()
  for (let today = '2026-10-01'; today <= '2026-11-30'; today = addDays(today, 1))
    for (const unit of [...branches, council]) {
      const random = seededRandom(`plan:${unit.code}`)
      const state = stateOf({ unit, quarter, isLast: true, random, calendar, today })
      const days = [state.signedOn, state.submittedOn, state.acceptedOn, state.remindedOn].filter((day) => day !== null)
      expect(days.filter((day) => day > today || day <= quarter.to)).toEqual([])
      expect(state.submittedOn !== null).toBe(state.status === 'submitted' || state.status === 'accepted')
      seen.add(`${today.slice(0, 7)} ${state.status}`)
    }
  expect([...seen].toSorted()).toEqual([
    ...['accepted', 'open', 'returned', 'submitted'].map((status) => `2026-10 ${status}`),
    ...['accepted', 'open', 'returned', 'submitted'].map((status) => `2026-11 ${status}`),
  ])
})
