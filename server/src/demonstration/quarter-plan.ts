import type { Day } from '@qorgan/shared/dates'
import { addWorkingDays, type WorkingCalendar } from '@qorgan/shared/working-days'
import type { Quarter } from '../closing/service.ts'
import type { Random } from './random.ts'
import type { Unit } from './reference.ts'

export interface QuarterState {
  status: 'open' | 'submitted' | 'returned' | 'accepted'
  isWritten: boolean
  signedOn: Day | null
  submittedOn: Day | null
  /** By the council's head, for a branch without a chair at its desk. */
  isByHead: boolean
  acceptedOn: Day | null
  remindedOn: Day | null
  version: number
}

/** Of the last quarter that is over, where each unit stands; those that are not named are accepted. */
const lastQuarter: Record<
  string,
  Pick<QuarterState, 'status'> & { isLate?: true; isDraft?: true; isReminded?: true; isByHead?: true }
> = {
  karaganda: { status: 'open', isDraft: true, isReminded: true },
  mangystau: { status: 'open', isReminded: true },
  council: { status: 'open', isDraft: true },
  zhetisu: { status: 'returned' },
  turkistan: { status: 'returned' },
  almaty: { status: 'submitted' },
  astana: { status: 'submitted' },
  kostanay: { status: 'submitted', isByHead: true },
  'west-kazakhstan': { status: 'submitted', isLate: true },
  shymkent: { status: 'submitted' },
}

/** The tenth working day is the last one; few are later. */
const LATE_SHARE = 0.06

export function stateOf({
  unit,
  quarter,
  isLast,
  random,
  calendar,
  today,
}: {
  unit: Unit
  quarter: Quarter
  isLast: boolean
  random: Random
  calendar: WorkingCalendar
  today: Day
}): QuarterState {
  const plan = isLast ? lastQuarter[unit.code] : undefined
  const isLate = plan?.isLate ?? random.chance(LATE_SHARE)
  const after = isLate ? random.int(11, 14) : random.int(3, 10)
  const workingDay = (n: number) => addWorkingDays(calendar, quarter.to, n).date
  const [submittedOn, acceptedOn, remindedOn] = [
    workingDay(after),
    workingDay(after + random.int(1, 4)),
    workingDay(12),
  ]
  const nothing = {
    signedOn: null,
    submittedOn: null,
    acceptedOn: null,
    remindedOn: null,
    isByHead: false,
  }
  // Early in a quarter its predecessor has hardly been begun.
  const status = submittedOn > today ? 'open' : (plan?.status ?? 'accepted')
  switch (status) {
    case 'open':
      return {
        ...nothing,
        status,
        isWritten: plan?.isDraft ?? false,
        remindedOn: plan?.isReminded && remindedOn <= today ? remindedOn : null,
        version: plan?.isDraft || plan?.isReminded ? 2 : 1,
      }
    case 'returned':
      return { ...nothing, status, isWritten: true, signedOn: submittedOn, version: 4 }
    case 'submitted':
    case 'accepted': {
      const isIn = {
        ...nothing,
        isWritten: true,
        signedOn: submittedOn,
        submittedOn,
        isByHead: plan?.isByHead ?? false,
      }
      return status === 'accepted' && acceptedOn <= today
        ? { ...isIn, status, acceptedOn, version: 4 }
        : { ...isIn, status: 'submitted', version: 3 }
    }
  }
}
