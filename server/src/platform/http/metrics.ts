import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { AppError } from '../errors.ts'

/** `GET /metrics` for Prometheus, by route pattern: no id and no name ever becomes a label. */
export function registerMetrics(
  app: FastifyInstance,
  { token, isFromHere }: { token: string | undefined; isFromHere: (request: FastifyRequest) => boolean },
): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'qorgan_http_request_duration_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  const isAllowed = (request: FastifyRequest) => {
    if (isFromHere(request)) return true
    const given = Buffer.from(request.headers.authorization ?? '')
    const wanted = Buffer.from(`Bearer ${token ?? ''}`)
    return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  app.get('/metrics', { config: { access: 'public' } }, async (request, reply) => {
    if (!isAllowed(request)) throw new AppError('record.notFound')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
