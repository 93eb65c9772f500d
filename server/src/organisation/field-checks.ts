import type { FieldError } from '@qorgan/shared/errors'
import type { Reader } from '../platform/db/index.ts'
import { fieldError, invalid } from '../platform/errors.ts'
import { findKnownRegions } from './branch-queries.ts'

export function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw invalid(...errors)
}

/** Regions that do not exist, at their places in the body. */
export async function absentRegions(
  db: Reader,
  regionCodes: readonly string[],
  pathOf: (index: number) => string,
): Promise<FieldError[]> {
  const known = await findKnownRegions(db, regionCodes)
  return regionCodes.flatMap((code, i) => (known.has(code) ? [] : [fieldError(pathOf(i), 'field.absent')]))
}

export const absentRegion = (db: Reader, regionCode: string | null | undefined): Promise<FieldError[]> =>
  regionCode ? absentRegions(db, [regionCode], () => '/regionCode') : Promise.resolve([])

export const twins = (values: readonly string[], pathOf: (index: number) => string): FieldError[] =>
  values.flatMap((value, i) => (values.indexOf(value) < i ? [fieldError(pathOf(i), 'field.duplicate')] : []))

interface Validity {
  activeFrom?: string | null | undefined
  activeTo?: string | null | undefined
}
export const reversedDates = ({ activeFrom, activeTo }: Validity): FieldError[] =>
  activeFrom && activeTo && activeTo < activeFrom ? [fieldError('/activeTo', 'field.reversed')] : []

/** What a change leaves of a validity: a date that is not sent stays, null clears. */
export const validityAfter = (row: Validity, change: Validity): Validity => ({
  activeFrom: change.activeFrom === undefined ? row.activeFrom : change.activeFrom,
  activeTo: change.activeTo === undefined ? row.activeTo : change.activeTo,
})
