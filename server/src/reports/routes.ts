import {
  listOrganisationDigests,
  reportAppeals,
  reportMedAdvokat,
  reportMembership,
  reportMinistry,
  reportMovement,
} from '@qorgan/shared/reports'
import type { FastifyInstance } from 'fastify'
import { toUnitIds } from '../organisation/service.ts'
import { query } from '../platform/http/route.ts'
import { findDigests } from './digests.ts'
import { legacyRoutes } from './legacy-routes.ts'
import { reportOnMedAdvokat } from './medadvokat.ts'
import { reportOnMembership } from './membership.ts'
import { reportOnMinistry } from './ministry.ts'
import { reportOnMovement } from './movement.ts'
import { reportOnAppeals } from './service.ts'

export function reportRoutes(app: FastifyInstance): void {
  query(app, reportAppeals, ({ db, actor, input }) => {
    const { branchId, ...question } = input.query
    return reportOnAppeals(db, actor, { ...question, unitIds: unitsOf(branchId) })
  })
  query(app, reportMedAdvokat, ({ db, actor, input }) => {
    const { from, to, branchId, rows } = input.query
    return reportOnMedAdvokat(db, actor, {
      from,
      to,
      unitIds: unitsOf(branchId),
      byBranch: rows === 'branch',
    })
  })
  query(app, reportMovement, ({ db, actor, input, clock }) => {
    const { branchId, ...question } = input.query
    return reportOnMovement(db, actor, { ...question, unitIds: unitsOf(branchId), today: clock.today() })
  })
  query(app, reportMembership, ({ db, actor, input, clock }) =>
    reportOnMembership(db, actor, input.query.on ?? clock.today()),
  )
  query(app, reportMinistry, ({ db, actor, input, clock }) =>
    reportOnMinistry(db, actor, { ...input.query, today: clock.today() }),
  )
  query(app, listOrganisationDigests, async ({ db, actor, input }) => {
    const { from, to, branchId, primaryOrganisationId } = input.query
    return {
      items: await findDigests(db, actor, {
        from,
        to,
        unitIds: unitsOf(branchId),
        organisationIds: primaryOrganisationId?.length ? primaryOrganisationId : undefined,
      }),
      nextCursor: null,
    }
  })
  legacyRoutes(app)
}

const unitsOf = (branchId: readonly string[] | undefined) => (branchId?.length ? toUnitIds(branchId) : undefined)
