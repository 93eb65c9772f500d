import { appealsReport } from './appeals.ts'
import { medAdvokatReport } from './medadvokat.ts'
import { ministryReport } from './ministry.ts'
import { movementReport } from './movement.ts'

export const reportKinds = {
  appeals: appealsReport,
  medadvokat: medAdvokatReport,
  movement: movementReport,
  ministry: ministryReport,
} as const
