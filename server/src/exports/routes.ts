import type { FastifyInstance } from 'fastify'
import { issuedReportRoutes } from './issued-routes.ts'
import { listExportRoutes } from './lists/routes.ts'
import { openPress } from './press/press.ts'
import { closedReportRoutes } from './reports/closed-routes.ts'
import { reportExportRoutes } from './reports/routes.ts'

/** Everything that leaves the house as a file. */
export function exportRoutes(app: FastifyInstance, { publicUrl }: { publicUrl: string | undefined }): void {
  const press = openPress()
  app.addHook('onClose', async () => press.close())
  listExportRoutes(app)
  reportExportRoutes(app, press)
  closedReportRoutes(app, press)
  issuedReportRoutes(app, press, publicUrl && new URL('/check', publicUrl).href)
}
