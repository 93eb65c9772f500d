export { COUNCIL_ID, toBranchId, toUnitId, toUnitIds } from './units.ts'
