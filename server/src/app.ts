import { isUtf8 } from 'node:buffer'
import cookie from '@fastify/cookie'
import jwt from '@fastify/jwt'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { accountRoutes } from './accounts/routes.ts'
import { userRoutes } from './accounts/users-routes.ts'
import { appealAttachmentRoutes } from './appeals/attachment-routes.ts'
import { ledgerRoutes } from './appeals/effect-routes.ts'
import { recomputeDueDates } from './appeals/recompute.ts'
import { appealRoutes } from './appeals/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { closingRoutes } from './closing/routes.ts'
import { deadlineRoutes } from './deadlines/routes.ts'
import { effectRoutes } from './effects/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { caseAttachmentRoutes } from './legal-cases/attachment-routes.ts'
import { caseCalendarRoutes } from './legal-cases/calendar-routes.ts'
import { recomputeDeadlines } from './legal-cases/deadline-recompute.ts'
import { caseDeadlineRoutes } from './legal-cases/deadline-routes.ts'
import { hearingRoutes } from './legal-cases/hearing-routes.ts'
import { privilegedNoteRoutes } from './legal-cases/privileged-routes.ts'
import { counselRoutes } from './legal-cases/counsel-routes.ts'
import { caseMoneyRoutes } from './legal-cases/money-routes.ts'
import { legalCaseRoutes } from './legal-cases/routes.ts'
import { screeningRoutes } from './legal-cases/screening-routes.ts'
import { lawyerRoutes } from './lawyers/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { signalRoutes } from './signals/routes.ts'
import { findSessionActor } from './accounts/service.ts'
import { type Actor, may } from './platform/auth/actor.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db/index.ts'
import { AppError } from './platform/errors.ts'
import type { FileStore } from './platform/file-store.ts'
import { limitBodyTime, UPLOAD_MS } from './platform/http/body-time.ts'
import { registerHealth, type Readiness } from './platform/http/health.ts'
import { registerMetrics } from './platform/http/metrics.ts'
import { registerOpenApi } from './platform/http/openapi.ts'
import { registerProblems, sendProblem } from './platform/http/problems.ts'
import { registerSecurityHeaders } from './platform/http/security-headers.ts'
import { isFromHere } from './platform/http/addresses.ts'
import { registerWeb } from './platform/http/web.ts'
import { createIinCipher } from './platform/iin-cipher.ts'
import { isUuid, newId } from './platform/ids.ts'
import { createNoteCipher } from './platform/note-cipher.ts'
import type { ServerSecrets } from './platform/secrets.ts'

export interface AppOptions {
  db: Db
  clock: Clock
  files: FileStore
  secrets: Pick<ServerSecrets, 'jwtSecret' | 'iinEncryptionKey' | 'iinHashKey' | 'notesKey'>
  readiness: Readiness
  requestsPerMinute: number
  isSecure: boolean
  publicUrl?: string | undefined
  metricsToken?: string | undefined
  trustProxy?: string | undefined
  logLevel?: string | undefined
  webFolder?: string | undefined
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sub: string; sid: string }
    user: { sub: string; sid: string }
  }
}

/** Wires everything and listens to nothing. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: {
      level: options.logLevel ?? 'silent',
      // At the level `trace` the reader of forms logs the headers of a request, its token among them.
      redact: { paths: ['busboyOptions'], remove: true },
      serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestIdHeader: false,
    bodyLimit: 262_144,
    requestTimeout: UPLOAD_MS,
    connectionTimeout: 30_000,
    http: { headersTimeout: 10_000 },
    routerOptions: { maxParamLength: 100 },
    trustProxy: options.trustProxy ?? false,
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => void sendProblem(error, request as never, reply as never),
  })
  app.decorate('db', options.db)
  app.decorate('clock', options.clock)
  app.decorate('files', options.files)
  app.decorate(
    'iinCipher',
    createIinCipher({ encryptionKey: options.secrets.iinEncryptionKey, hashKey: options.secrets.iinHashKey }),
  )
  app.decorate('noteCipher', createNoteCipher(options.secrets.notesKey))
  app.decorateRequest('actor', null)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  registerProblems(app)
  registerSecurityHeaders(app)
  limitBodyTime(app)
  acceptJsonOnly(app)

  await app.register(cookie)
  await app.register(jwt, {
    secret: options.secrets.jwtSecret,
    sign: { algorithm: 'HS256', iss: 'qorgan', aud: 'qorgan-api' },
    verify: { algorithms: ['HS256'], allowedIss: 'qorgan', allowedAud: 'qorgan-api', cache: false },
  })
  app.addHook('onRoute', (route) => {
    if (!route.config?.access && !isOpenPage(route.url))
      throw new Error(`${String(route.method)} ${route.url} does not say who may call it`)
  })
  registerHealth(app, options.readiness)
  registerMetrics(app, { token: options.metricsToken, isFromHere })
  await registerOpenApi(app)
  await app.register((api) => registerApi(api, options), { prefix: '/api/v1' })
  if (options.webFolder) await registerWeb(app, options.webFolder)
  else app.setNotFoundHandler((request, reply) => sendProblem(new AppError('record.notFound'), request, reply))
  return app
}

async function registerApi(api: FastifyInstance, options: AppOptions): Promise<void> {
  api.addHook('onRequest', async () => {
    if (!options.readiness.isReady) throw new AppError('server.unavailable')
  })
  api.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (access === undefined || access === 'public') return
    request.actor = await authenticate(request)
    if (access !== 'signed-in' && !may(request.actor, access)) throw new AppError('auth.forbidden')
  })
  await api.register(rateLimit, {
    hook: 'preParsing',
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.actor?.userId ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) => new AppError('request.tooMany', { retryAfter: Math.ceil(ttl / 1000) }),
  })
  accountRoutes(api, { isSecure: options.isSecure })
  userRoutes(api)
  organisationRoutes(api)
  settingsRoutes(api)
  deadlineRoutes(api, {
    // Cases before appeals, as whoever closes a case locks them.
    recompute: async (tx, actor) =>
      (await recomputeDeadlines(tx, actor, options.clock.today())) +
      (await recomputeDueDates(tx, actor, options.clock.today())),
  })
  auditRoutes(api)
  notificationRoutes(api)
  memberRoutes(api)
  effectRoutes(api)
  appealRoutes(api)
  ledgerRoutes(api)
  appealAttachmentRoutes(api)
  lawyerRoutes(api)
  legalCaseRoutes(api)
  counselRoutes(api)
  caseMoneyRoutes(api)
  screeningRoutes(api)
  hearingRoutes(api)
  caseDeadlineRoutes(api)
  privilegedNoteRoutes(api)
  caseCalendarRoutes(api, { publicUrl: options.publicUrl })
  caseAttachmentRoutes(api)
  reportRoutes(api)
  closingRoutes(api)
  exportRoutes(api, { publicUrl: options.publicUrl })
  searchRoutes(api)
  signalRoutes(api)
}

/** The token proves who it is; the session's rows say what they may do. */
async function authenticate(request: FastifyRequest): Promise<Actor> {
  const token = await request.jwtVerify<{ sub: string; sid: string }>().catch((cause: unknown) => {
    throw new AppError('auth.required', {}, undefined, { cause })
  })
  const { db, clock } = request.server
  const found = isUuid(token.sid) ? await findSessionActor(db, token.sid, clock.today(), request.id) : undefined
  if (!found || (found.isDemonstration && !isFromHere(request))) throw new AppError('auth.required')
  return found
}

/** JSON is the only body that we read; an empty one is as if absent. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer
    if (bytes.length === 0) done(null, undefined)
    else if (!isUtf8(bytes)) done(new AppError('request.malformed'))
    else void parse(request, bytes.toString('utf8'), done)
  })
}

/** Pages of libraries: the API's reference and the files of the web app, which hold nothing of the union's. */
const isOpenPage = (url: string) => url === '/*' || url.startsWith('/api/docs')
