import { changePost, changeUser, createPost, createUser, getUser, listUsers } from '@qorgan/shared/accounts'
import type { FastifyInstance } from 'fastify'
import { pageOf, readCursor } from '../platform/http/pages.ts'
import { command, query } from '../platform/http/route.ts'
import { findPostsOfUsers, findUsers, presentUser } from './users-queries.ts'
import { changeAccount, changePostDates, describeUser, givePost, openAccount } from './users-service.ts'

export function userRoutes(app: FastifyInstance): void {
  query(app, listUsers, async ({ db, actor, input: { query }, clock }) => {
    const filter = { q: query.q, active: query.active }
    const rows = await findUsers(db, actor, clock.today(), filter, query.limit, readCursor(query.cursor, 2))
    const ids = rows.map(({ id }) => id)
    const posts = await findPostsOfUsers(db, actor, clock.today(), ids)
    return pageOf(
      rows,
      query.limit,
      (row) => [row.fullName, row.id],
      (row) => presentUser(actor, row, posts.get(row.id) ?? []),
    )
  })

  query(app, getUser, ({ db, actor, input, clock }) => describeUser(db, actor, input.params.id, clock.today()))

  command(app, createUser, async ({ tx, actor, input, clock, reply }) => {
    const { user, isNew } = await openAccount(tx, actor, input.body, clock.today())
    if (!isNew) reply.code(200)
    return user
  })

  command(app, changeUser, ({ tx, actor, input, ifMatch, clock }) =>
    changeAccount(tx, actor, input.params.id, ifMatch, input.body, clock.today()),
  )

  command(app, createPost, async ({ tx, actor, input, clock, reply }) => {
    const { user, isNew } = await givePost(tx, actor, input.params.id, input.body, clock.today())
    if (!isNew) reply.code(200)
    return user
  })

  command(app, changePost, ({ tx, actor, input, ifMatch, clock }) =>
    changePostDates(tx, actor, input.params.id, ifMatch, input.body, clock.today()),
  )
}
