import type { z } from 'zod'
import { type Day, dayFromNumber, dayNumber, yearOf } from './dates.ts'
import type { Sex as SexSchema } from './members.ts'
import type { Warning } from './organisation.ts'

type WarningCode = Warning['code']
type Sex = z.output<typeof SexSchema>

/** Government decree 11.06.2003 No 565: weights of the first and the second pass over the first eleven digits. */
const firstPass = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondPass = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

const remainder = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11

/** The twelfth digit of an IIN or a BIN; null where both passes give 10: such numbers are not issued. */
export function checkDigit(elevenDigits: string): number | null {
  const first = remainder(elevenDigits, firstPass)
  if (first < 10) return first
  const second = remainder(elevenDigits, secondPass)
  return second < 10 ? second : null
}

const isTwelveDigits = (number: string) => /^\d{12}$/.test(number)
const isChecked = (number: string) => isTwelveDigits(number) && checkDigit(number.slice(0, 11)) === Number(number[11])

/** Seventh digit: century and sex. Zero is met in rare and foreigners' numbers, which say neither. */
const centuries: Record<string, { century: string; sex: Sex }> = {
  1: { century: '18', sex: 'male' },
  2: { century: '18', sex: 'female' },
  3: { century: '19', sex: 'male' },
  4: { century: '19', sex: 'female' },
  5: { century: '20', sex: 'male' },
  6: { century: '20', sex: 'female' },
}

const realDay = (year: string, number: string): Day | null => {
  const day = `${year}-${number.slice(2, 4)}-${number.slice(4, 6)}`
  return dayFromNumber(dayNumber(day)) === day ? day : null
}

/** A suggestion for the form, not a proof: null where the number does not tell. */
export function iinFacts(iin: string): { birthDate: Day; sex: Sex } | null {
  if (!isTwelveDigits(iin)) return null
  const told = centuries[iin.charAt(6)]
  const birthDate = told && realDay(`${told.century}${iin.slice(0, 2)}`, iin)
  return told && birthDate ? { birthDate, sex: told.sex } : null
}

/** Warnings, never refusals: real people hold numbers that fail each of these. `person` is what the record says. */
export function iinWarnings(
  iin: string,
  person: { birthDate?: Day | null | undefined; sex?: Sex | null | undefined } = {},
): WarningCode[] {
  const warnings: WarningCode[] = []
  if (!isChecked(iin)) warnings.push('iin.checkDigit')
  if (!isTwelveDigits(iin)) return warnings
  const told = centuries[iin.charAt(6)]
  // Without a century 29 February is possible: 2000 was a leap year.
  const birthDate = realDay(told ? `${told.century}${iin.slice(0, 2)}` : '2000', iin)
  if (!birthDate || (told && person.birthDate && person.birthDate !== birthDate)) warnings.push('iin.birthDate')
  if (!told || (person.sex && person.sex !== told.sex)) warnings.push('iin.sex')
  return warnings
}

export const binWarnings = (bin: string): WarningCode[] => (isChecked(bin) ? [] : ['bin.checkDigit'])

/** `0001****0001`: enough to tell two people of a list apart, not enough to use. */
export const maskIin = (iin: string): string => `${iin.slice(0, 4)}****${iin.slice(-4)}`

/** A synthetic IIN that passes every check, for demonstration data; null where the serial cannot be issued. */
export function makeIin({ birthDate, sex, serial }: { birthDate: Day; sex: Sex; serial: number }): string | null {
  const seventh = Object.entries(centuries).find(
    ([, told]) => told.sex === sex && told.century === String(yearOf(birthDate)).slice(0, 2),
  )?.[0]
  if (!seventh || !Number.isInteger(serial) || serial < 0 || serial > 9999) return null
  const body = birthDate.slice(2).replaceAll('-', '') + seventh + String(serial).padStart(4, '0')
  const check = checkDigit(body)
  return check === null ? null : `${body}${check}`
}
