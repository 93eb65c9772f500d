import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../errors.ts'
import { sendProblem } from './problems.ts'

const NONCE = /__CSP_NONCE__/g

/** The web app: assets never change under their hashed names; the page is filled per answer with a fresh nonce and never kept. */
export async function registerWeb(app: FastifyInstance, folder: string): Promise<void> {
  let page: string | undefined
  await app.register(async (web) => {
    await web.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: true,
      cacheControl: false,
      // The page itself goes through the handler below, which fills in the nonce; the build's stamp is nobody's business.
      allowedPath: (pathname) => !/^\/($|index\.html$|\.)/.test(pathname),
      setHeaders: (reply, file) => {
        const isHashed = path.relative(folder, file).startsWith(`assets${path.sep}`)
        void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  })
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !/^\/(api|health|metrics|assets)(\/|$|\?)/.test(request.url) &&
      (request.headers.accept ?? 'text/html').includes('html')
    if (!isPage) return sendProblem(new AppError('record.notFound'), request, reply)
    page ??= await readFile(path.join(folder, 'index.html'), 'utf8')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy(nonce))
      .send(page.replaceAll(NONCE, nonce))
  })
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
