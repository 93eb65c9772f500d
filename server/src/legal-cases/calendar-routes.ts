import { dayNumber } from '@qorgan/shared/dates'
import {
  createCalendarLink,
  getCalendarLink,
  listCaseCalendar,
  openCalendarFeed,
  revokeCalendarLink,
} from '@qorgan/shared/hearings'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { fieldError, invalid, invalidAt } from '../platform/errors.ts'
import { isFromHere } from '../platform/http/addresses.ts'
import { command, query, reading, register, writing } from '../platform/http/route.ts'
import { findLink, makeLink, revokeLink, whoseLink } from './calendar-link.ts'
import { byDay, deadlineEntry, findDeadlinesBetween, findHearingsBetween, hearingEntry } from './calendar-queries.ts'
import { findFeed, writeFeed } from './ical.ts'

const MOST_DAYS = 100

interface Options {
  /** Where people reach the product; without it, where the request came to. */
  publicUrl: string | undefined
}

export function caseCalendarRoutes(app: FastifyInstance, { publicUrl }: Options): void {
  query(app, listCaseCalendar, async ({ db, actor, input, clock }) => {
    const { from, to, kind } = input.query
    if (to < from) throw invalidAt('/to', 'field.reversed')
    if (dayNumber(to) - dayNumber(from) > MOST_DAYS) throw invalid(fieldError('/to', 'too_big'))
    const window = { from, to, today: clock.today() }
    const wants = (one: 'hearing' | 'deadline') => !kind?.length || kind.includes(one)
    const hearings = wants('hearing') ? await findHearingsBetween(db, actor, window) : []
    const deadlines = wants('deadline') ? await findDeadlinesBetween(db, actor, window) : []
    const items = [...hearings.map(hearingEntry), ...deadlines.map(deadlineEntry)].toSorted(byDay)
    return { items, nextCursor: null }
  })

  query(app, getCalendarLink, ({ db, actor }) => findLink(db, actor))
  command(app, createCalendarLink, async ({ tx, actor, request }) => {
    const { token, createdAt } = await makeLink(tx, actor)
    return { url: feedAddress(publicUrl, request, token), createdAt }
  })
  command(app, revokeCalendarLink, async ({ tx, actor }) => {
    await revokeLink(tx, actor)
    return null
  })

  // Whoever has the address is its owner, in the post in which they made it: the same rows, the same policies.
  register(app, openCalendarFeed, async ({ input, request, reply, clock }) => {
    const today = clock.today()
    const { owner, locale } = await writing(
      app.db,
      null,
    )((tx) => whoseLink(tx, input.query.token, { today, requestId: request.id, isFromHere: isFromHere(request) }))
    const body = writeFeed(await reading(app.db, owner)((db) => findFeed(db, owner, today)), locale)
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    reply.header('cache-control', 'private, no-cache').header('etag', etag)
    if (request.headers['if-none-match'] === etag) {
      reply.code(304)
      return null
    }
    reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="qorgan.ics"')
    return Readable.from([body])
  })
}

function feedAddress(publicUrl: string | undefined, request: FastifyRequest, token: string): string {
  const path = `/api/v1${openCalendarFeed.path}?token=${token}`
  const origin = publicUrl ?? `${request.protocol}://${request.host}`
  return URL.canParse(path, origin) ? new URL(path, origin).href : path
}
