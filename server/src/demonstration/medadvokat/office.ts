import { type Day, addDays } from '@qorgan/shared/dates'
import { addWorkingDays, isWorkingDay } from '@qorgan/shared/working-days'
import type { Account, Staff } from '../accounts.ts'
import type { Random } from '../random.ts'
import type { Reference, Unit } from '../reference.ts'
import type { Counsel } from './panel.ts'

/** The legal department and whom it works with. */
export interface Office {
  head: Account
  officer: Account
  councilHead: Account
  accountant: Account
  staff: ReadonlyMap<string, Staff>
  counsels: readonly Counsel[]
}

export function makeOffice(accounts: readonly Account[], staff: Office['staff'], counsels: readonly Counsel[]): Office {
  const of = (login: string) => accounts.find((account) => account.login === login)!
  return {
    head: of('legal.head'),
    officer: of('legal.officer'),
    councilHead: of('council.head'),
    accountant: of('accountant'),
    staff,
    counsels,
  }
}

/** One case being told: with a chance of its own, so that a change in one leaves the others as they were. */
export interface Telling {
  office: Office
  reference: Reference
  random: Random
  today: Day
}

export const specialistOf = ({ staff }: Office, unit: Unit): Account => staff.get(unit.code)!.specialist

/** So many working days on. */
export const later = ({ reference }: Pick<Telling, 'reference'>, day: Day, workingDays: number): Day =>
  addWorkingDays(reference.calendar, day, workingDays).date

/** So many working days before a day. */
export function earlier({ reference }: Pick<Telling, 'reference'>, day: Day, workingDays: number): Day {
  let left = workingDays
  let result = day
  while (left > 0) {
    result = addDays(result, -1)
    if (isWorkingDay(reference.calendar, result)) left--
  }
  return result
}

export const inSteps = (amount: number, step = 5000): number => Math.round(amount / step) * step
