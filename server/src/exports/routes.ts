import type { FastifyInstance } from 'fastify'
import { listExportRoutes } from './lists/routes.ts'

/** Everything that leaves the house as a file. */
export function exportRoutes(app: FastifyInstance): void {
  listExportRoutes(app)
}
