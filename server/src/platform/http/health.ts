import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'

/** Whether the first start is over; the one thing that the launcher and the app share. */
export interface Readiness {
  isReady: boolean
}

export function registerHealth(app: FastifyInstance, readiness: Readiness): void {
  app.get('/health/live', { config: { access: 'public' } }, async () => ({ status: 'live' }))
  app.get('/health/ready', { config: { access: 'public' } }, async (_request, reply) => {
    const answers =
      readiness.isReady &&
      (await sql`select 1`.execute(app.db).then(
        () => true,
        () => false,
      ))
    return answers ? { status: 'ready' } : reply.code(503).header('retry-after', '2').send({ status: 'starting' })
  })
}
