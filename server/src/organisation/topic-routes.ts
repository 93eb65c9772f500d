import { changeTopic, createTopic, getTopic, listTopics, type Topic } from '@qorgan/shared/organisation'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader } from '../platform/db/index.ts'
import { notFound } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { columnsOf } from './labels.ts'
import { findLastPosition, findTopic, findTopics, lockTopic, presentTopic } from './topic-queries.ts'
import { COUNCIL_ID } from './units.ts'

const place = { unitId: COUNCIL_ID, entity: 'topic' }

export function topicRoutes(app: FastifyInstance): void {
  query(app, listTopics, async ({ db, actor, input: { query } }) => {
    const filter = { categories: query.category, active: query.active }
    const rows = await findTopics(db, filter, query.limit, readCursor(query.cursor, 3))
    return pageOf(
      rows,
      query.limit,
      (row) => [String(row.rank), String(row.position), row.id],
      (row) => presentTopic(actor, row),
    )
  })

  query(app, getTopic, ({ db, actor, input }) => describe(db, actor, input.params.id))

  command(app, createTopic, async ({ tx, actor, input: { body }, reply }) => {
    const { id: chosenId, category, name, active = true } = body
    if (chosenId && !(await claimId(tx, actor, 'topic', chosenId, body))) {
      reply.code(200)
      return describe(tx, actor, chosenId)
    }
    const id = chosenId ?? newId()
    const position = body.position ?? Math.min((await findLastPosition(tx, category)) + 1, 1000)
    await tx
      .insertInto('topics')
      .values({ id, category, ...columnsOf(name), position, active })
      .execute()
    const topic = await describe(tx, actor, id)
    await recordEvent(tx, actor, { ...place, action: 'topic.created', entityId: id })
    return topic
  })

  command(app, changeTopic, async ({ tx, actor, input: { params, body }, ifMatch }) => {
    const row = isUuid(params.id) ? await lockTopic(tx, params.id) : undefined
    if (!row) throw notFound()
    requireVersion(ifMatch, row.version)
    const { name, ...fields } = body
    await tx
      .updateTable('topics')
      .set({ ...fields, ...(name && columnsOf(name)), version: row.version + 1 })
      .where('id', '=', row.id)
      .execute()
    const topic = await describe(tx, actor, row.id)
    const changed = changedFields(presentTopic(actor, row), topic)
    await recordEvent(tx, actor, { ...place, action: 'topic.changed', entityId: row.id, fields: changed })
    return topic
  })
}

async function describe(db: Reader, actor: Actor, id: string): Promise<Topic> {
  const row = isUuid(id) ? await findTopic(db, id) : undefined
  if (!row) throw notFound()
  return presentTopic(actor, row)
}
