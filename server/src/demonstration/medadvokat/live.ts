import { seededRandom } from '../random.ts'
import { type CaseDraft, openCase } from './case-draft.ts'
import { inCourts } from './live-courts.ts'
import { inMoney } from './live-money.ts'
import { inScreening } from './live-screening.ts'
import { matterOf } from './matter.ts'
import { type Telling, earlier, later, specialistOf } from './office.ts'

/** One case in every state, so that each bucket of the home page has something in it. */
export function liveCases(given: Omit<Telling, 'random'>): CaseDraft[] {
  const { office, reference, today } = given
  return Object.entries({ ...inScreening, ...inCourts, ...inMoney }).map(
    ([key, { branch, matter, size = 1, since, tell }]) => {
      const unit = reference.branches.find(({ code }) => code === branch)!
      const telling: Telling = { ...given, random: seededRandom(`medadvokat:${key}`) }
      const ago = (workingDays: number) => earlier(telling, today, workingDays)
      const draft = openCase({
        unit,
        matter: matterOf(matter),
        size,
        receivedOn: ago(since),
        period: null,
        openedOn: ago(since - 1),
        openedBy: specialistOf(office, unit),
      })
      tell({ ...telling, draft, ago, ahead: (workingDays) => later(telling, today, workingDays) })
      return draft
    },
  )
}
