import {
  changeMember,
  createMember,
  getMember,
  listMembers,
  lookupMember,
  matchMembers,
  revealIin,
  summariseMembers,
} from '@qorgan/shared/members'
import type { FastifyInstance } from 'fastify'
import { invalidAt } from '../platform/errors.ts'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { isUuid } from '../platform/ids.ts'
import { matchRows } from './matching.ts'
import { presentMember } from './present.ts'
import {
  countMembersByKind,
  findMembers,
  findMembersByIin,
  type MemberRow,
  MOST_MATCHES,
  reachingAll,
} from './queries.ts'
import { revealLimit } from './reveal-limit.ts'
import { changeMemberRecord, enterMember, openIin, showMember } from './service.ts'

export function memberRoutes(app: FastifyInstance): void {
  const iins = app.iinCipher
  const allowOpening = revealLimit(app.clock)

  query(app, listMembers, async ({ db, actor, input }) => {
    const { limit, cursor, ...filter } = input.query
    const after = readCursor(cursor, 3)
    if (after && !isUuid(after[2] ?? '')) throw invalidAt('/cursor', 'field.badCursor')
    const rows = await findMembers(db, actor, filter, limit, after)
    return pageOf(
      rows,
      limit,
      (row) => [row.lastName, row.firstName, row.id],
      (row) => presentMember(actor, iins, row),
    )
  })

  query(app, summariseMembers, async ({ db, actor, input }) => {
    const counts = new Map((await countMembersByKind(db, actor, input.query)).map(({ kind, count }) => [kind, count]))
    const of = (kind: MemberRow['kind']) => counts.get(kind) ?? 0
    const byKind = { employed: of('employed'), student: of('student'), pensioner: of('pensioner') }
    const count = [...counts.values()].reduce((sum, some) => sum + some, 0)
    return {
      count,
      byKind,
      ...(input.query.q !== undefined && count > MOST_MATCHES && { capped: true, count: MOST_MATCHES }),
    }
  })

  query(app, getMember, ({ db, actor, input }) => showMember(db, actor, iins, input.params.id))

  query(app, lookupMember, async ({ db, actor, input }) => {
    const rows = await findMembersByIin(db, actor, iins.hash(input.body.iin))
    return { items: rows.map((row) => presentMember(actor, iins, row)), nextCursor: null }
  })

  query(app, matchMembers, async ({ db, actor, input }) => ({
    items: await reachingAll(db, actor, (whom) => matchRows(db, actor, iins, input.body.rows, whom)),
    nextCursor: null,
  }))

  command(app, createMember, async ({ tx, actor, input, clock, reply }) => {
    const { member, isRepeat } = await enterMember(tx, { actor, iins, today: clock.today() }, input.body)
    if (isRepeat) reply.code(200)
    return member
  })

  command(app, changeMember, ({ tx, actor, input, clock, ifMatch }) =>
    changeMemberRecord(tx, { actor, iins, today: clock.today() }, input.params.id, input.body, ifMatch),
  )

  command(app, revealIin, async ({ tx, actor, input }) => ({
    iin: await openIin(tx, actor, iins, input.params.id, allowOpening),
  }))
}
