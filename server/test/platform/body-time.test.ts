import Fastify from 'fastify'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { allowBodyTime, limitBodyTime } from '../../src/platform/http/body-time.ts'

async function aServer(ordinaryMs: number) {
  const app = Fastify()
  limitBodyTime(app, ordinaryMs)
  app.addContentTypeParser('text/slow', (request, payload, done) => {
    allowBodyTime(request, 60_000)
    payload.on('data', () => undefined).on('end', () => done(null, 'all of it'))
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url === '/refused') return reply.code(401).send('refused')
  })
  for (const url of ['/', '/refused']) app.post(url, async () => 'taken')
  app.get('/', async () => 'read')
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  return (app.server.address() as AddressInfo).port
}

/** Sends what it is given, with pauses between, and answers what came back until the other side closed. */
function say(port: number, ...parts: string[]): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1')
    parts.forEach((part, n) => setTimeout(() => socket.writable && socket.write(part), n * 150))
    socket.on('data', (data) => (heard += data.toString('utf8')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })
}

const head = (path: string, type: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`
const lastOne = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'

test('a body that does not come to its end is answered 408, and the connection closed', async () => {
  const port = await aServer(50)
  expect(await say(port, `${head('/', 'application/json', 500)}{"a":`)).toMatch(/^HTTP\/1\.1 408 /)
})

test('whoever was answered before the body came does not hold the connection with it', async () => {
  const port = await aServer(50)
  expect(await say(port, `${head('/refused', 'application/json', 500)}{"a":`)).toMatch(/^HTTP\/1\.1 401 /)
})

test('an upload may take longer, and a request without a body is not meant', async () => {
  const port = await aServer(50)
  const heard = await say(port, `${head('/', 'text/slow', 9)}one`, 'two', 'six', lastOne)
  expect(heard.match(/HTTP\/1\.1 (\d+)/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200'])
  expect(heard).toContain('taken')
  expect(heard).toContain('read')
})
