import { reportMembership } from '@qorgan/shared/reports'
import { searchOf } from '../../platform/search-params.ts'

/** Without a day it is today. */
export const membershipSearch = searchOf({ on: reportMembership.query.shape.on.unwrap() })
