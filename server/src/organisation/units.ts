/** The council is a row of `units` with an id that every installation shares: a unit id is never null in the database. */
export const COUNCIL_ID = '00000000-0000-7000-8000-00000000c001'

/** Null is the API's way to write the council. */
export const toBranchId = (unitId: string): string | null => (unitId === COUNCIL_ID ? null : unitId)
export const toUnitId = (branchId: string | null): string => branchId ?? COUNCIL_ID
/** A filter's units: `council` is a word there. */
export const toUnitIds = (branchIds: readonly string[]): string[] =>
  branchIds.map((id) => (id === 'council' ? COUNCIL_ID : id))
