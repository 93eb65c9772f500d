import { appealsReport } from './appeals.ts'
import { medAdvokatReport } from './medadvokat.ts'
import { membershipReport } from './membership.ts'
import { ministryReport } from './ministry.ts'
import { movementReport } from './movement.ts'

export const reportKinds = {
  appeals: appealsReport,
  medadvokat: medAdvokatReport,
  movement: movementReport,
  membership: membershipReport,
  ministry: ministryReport,
} as const
