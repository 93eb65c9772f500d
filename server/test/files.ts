import type { FastifyInstance } from 'fastify'
import type { TestUser } from './factories.ts'

/** What a person gets when they save a file: its bytes as they came. */
export async function saved(app: FastifyInstance, user: TestUser, path: string) {
  const answer = await app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${app.jwt.sign({ sub: user.id, sid: user.sessionId })}` },
  })
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload }
}
