import type { FastifyInstance } from 'fastify'
import { branchRoutes } from './branch-routes.ts'
import { employerRoutes } from './employer-routes.ts'
import { primaryOrganisationRoutes } from './primary-organisation-routes.ts'
import { topicRoutes } from './topic-routes.ts'

/** The union's registers of itself and of those whom it deals with. */
export function organisationRoutes(app: FastifyInstance): void {
  branchRoutes(app)
  primaryOrganisationRoutes(app)
  employerRoutes(app)
  topicRoutes(app)
}
