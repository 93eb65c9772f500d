import { search } from '@qorgan/shared/search'
import type { FastifyInstance } from 'fastify'
import { query } from '../platform/http/route.ts'
import { findAnything } from './service.ts'

/** A POST: what people look for, an IIN among it, must not stand in an address. */
export function searchRoutes(app: FastifyInstance): void {
  query(app, search, ({ db, actor, input, clock }) =>
    findAnything(db, actor, app.iinCipher, input.body.q, clock.today()),
  )
}
