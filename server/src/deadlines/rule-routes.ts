import {
  changeDeadlineRule,
  createDeadlineRule,
  type DeadlineRule,
  listDeadlineRules,
} from '@qorgan/shared/legal-terms'
import type { FastifyInstance } from 'fastify'
import { changedFields, recordEvent } from '../audit/service.ts'
import { COUNCIL_ID } from '../organisation/service.ts'
import type { Actor } from '../platform/auth/actor.ts'
import { claimId } from '../platform/creations.ts'
import type { Reader } from '../platform/db/index.ts'
import { AppError, notFound } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query, requireVersion } from '../platform/http/route.ts'
import { isUuid, newId } from '../platform/ids.ts'
import { findRule, findRules, lockRule, presentRule, ruleColumns } from './rule-queries.ts'

const place = { unitId: COUNCIL_ID, entity: 'deadlineRule' }

/** The same key from the same day twice breaks `deadline_rules_one_edition_a_day`, which the caller sees as `record.duplicate`. */
export function deadlineRuleRoutes(app: FastifyInstance): void {
  query(app, listDeadlineRules, async ({ db, actor, input: { query } }) => {
    const filter = { kinds: query.kind, active: query.active }
    const rows = await findRules(db, filter, query.limit, readCursor(query.cursor, 2))
    return pageOf(
      rows,
      query.limit,
      (row) => [row.key, row.validFrom],
      (row) => presentRule(actor, row),
    )
  })

  command(app, createDeadlineRule, async ({ tx, actor, input: { body }, reply }) => {
    const { id: chosenId, title, event, edition = null, kinds, ...fields } = body
    if (chosenId && !(await claimId(tx, actor, 'deadlineRule', chosenId, body))) {
      reply.code(200)
      return described(tx, actor, chosenId)
    }
    const id = chosenId ?? newId()
    await tx
      .insertInto('deadlineRules')
      .values({
        id,
        ...fields,
        edition,
        kinds: [...new Set(kinds)],
        titleRu: title.ru,
        titleKk: title.kk,
        eventRu: event.ru,
        eventKk: event.kk,
        ...ruleColumns({ title, event }),
      })
      .execute()
    const rule = await described(tx, actor, id)
    await recordEvent(tx, actor, { ...place, action: 'deadlineRule.created', entityId: id })
    return rule
  })

  command(app, changeDeadlineRule, async ({ tx, actor, input: { params, body }, ifMatch }) => {
    const row = isUuid(params.id) ? await lockRule(tx, params.id) : undefined
    if (!row) throw notFound()
    requireVersion(ifMatch, row.version)
    const { title, event, kinds, ...fields } = body
    await tx
      .updateTable('deadlineRules')
      .set({
        ...fields,
        ...(kinds && { kinds: [...new Set(kinds)] }),
        ...ruleColumns({ title, event }),
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute()
    const rule = await described(tx, actor, row.id)
    const changed = changedFields(presentRule(actor, row), rule)
    await recordEvent(tx, actor, { ...place, action: 'deadlineRule.changed', entityId: row.id, fields: changed })
    return rule
  })
}

async function described(db: Reader, actor: Actor, id: string): Promise<DeadlineRule> {
  const row = await findRule(db, id)
  if (!row) throw new AppError('record.idInUse')
  return presentRule(actor, row)
}
