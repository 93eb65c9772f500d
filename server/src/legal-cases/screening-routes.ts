import { getScreening } from '@qorgan/shared/legal-terms'
import type { FastifyInstance } from 'fastify'
import { query } from '../platform/http/route.ts'
import { seenCase } from './acting.ts'
import { screen } from './screening.ts'

export function screeningRoutes(app: FastifyInstance): void {
  query(app, getScreening, async ({ db, actor, input, clock }) => {
    const row = await seenCase(db, actor, input.params.id, clock.today())
    return screen(db, actor, row, clock.today())
  })
}
