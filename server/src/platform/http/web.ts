import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from '../errors.ts'
import { sendProblem } from './problems.ts'

/** The web app: assets never change under their hashed names; the page is filled per answer with a fresh nonce and never kept. */
export async function registerWeb(app: FastifyInstance, folder: string): Promise<void> {
  const sendPage = async (reply: FastifyReply) => {
    const page = await readFile(path.join(folder, 'index.html'), 'utf8')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', policy(nonce))
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }
  app.get('/', { config: { access: 'public' } }, (_request, reply) => sendPage(reply))
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      const isHashed = path.relative(folder, file).startsWith(`assets${path.sep}`)
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  // Whatever else a person opens is a page of the app: its router knows them.
  app.setNotFoundHandler((request, reply) =>
    isPage(request) ? sendPage(reply) : sendProblem(new AppError('record.notFound'), request, reply),
  )
}

const isPage = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' &&
  !/^\/(api|health|metrics|assets)(\/|$|\?)/.test(url) &&
  !/\.\w+$/.test(url) &&
  /html|\*\/\*/.test(headers.accept ?? 'text/html')

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
