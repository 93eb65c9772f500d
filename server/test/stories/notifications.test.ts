import { act } from '@qorgan/shared/accounts'
import { listAudit } from '@qorgan/shared/audit'
import { closePeriod, remindBranch, reopenPeriod, returnBranchReport, submitBranchReport } from '@qorgan/shared/closing'
import { listNotifications, readNotification, readNotifications } from '@qorgan/shared/notifications'
import { describe, expect } from 'vitest'
import { accepted, aClosingWorld, handedIn, reportOf } from '../closing-factories.ts'
import { aBranch, aUser } from '../factories.ts'
import { type Client, system, test as base } from '../harness.ts'

/** It is Friday 2026-11-20: the third quarter is over and late. Each test tells the next ones' beginning. */
const test = base.extend('world', { scope: 'file' }, ({ db, as, clock }) =>
  aClosingWorld(db, as, clock.today(), '2026-01-01'),
)
const KEY = '2026Q3'

const told = async (client: Client, query: { unread?: boolean; limit?: number; cursor?: string } = {}) =>
  (await client.call(listNotifications, { query })).body
const kinds = async (client: Client) => (await told(client)).items.map(({ kind }) => kind)
const nothing = { items: [], nextCursor: null, unread: 0 }

describe('the office of a unit', () => {
  test('is told of a reminder: the chair and the specialist are, and nobody else', async ({ world, as, db, clock }) => {
    const [mine, theirs] = world.units
    const report = await reportOf(world.council, KEY, mine.branch.id)
    const { status, body } = await world.council.call(remindBranch, { params: { id: report.id } })
    expect([status, body.reached, body.status]).toEqual([200, 2, 'open'])
    for (const client of [mine.chair, mine.specialist])
      expect(await told(client)).toMatchObject({
        items: [
          {
            kind: 'branchReport.reminded',
            entity: 'branchReport',
            entityId: report.id,
            params: { periodKey: KEY, dueOn: '2026-10-14' },
            createdAt: clock.now().toISOString(),
            readAt: null,
          },
        ],
        nextCursor: null,
        unread: 1,
      })
    const strangers = [theirs.chair, theirs.specialist, world.council, world.head, world.auditor]
    strangers.push(as(await aUser(db, 'accountant', mine.branch)), as(await aUser(db, 'administrator')))
    for (const client of strangers) expect(await told(client)).toEqual(nothing)
    expect((await as(null).call(listNotifications, { query: {} })).status).toBe(401)
  })

  test('is told nothing by an act that fails', async ({ world }) => {
    const [mine] = world.units
    const early = await reportOf(world.council, '2026Q4', mine.branch.id)
    expect((await world.council.call(remindBranch, { params: { id: early.id } })).body.code).toBe(
      'branchReport.periodNotOver',
    )
    const late = await reportOf(world.council, KEY, mine.branch.id)
    expect((await world.council.call(remindBranch, { params: { id: late.id }, version: 1 })).status).toBe(412)
    expect((await mine.chair.call(remindBranch, { params: { id: late.id } })).status).toBe(403)
    expect(await kinds(mine.chair)).toEqual(['branchReport.reminded'])
  })

  test('is told what became of its report, and what was handed in for it', async ({ world }) => {
    const [mine, theirs] = world.units
    const { id, version } = await handedIn(mine.chair, KEY, mine.branch.id)
    await world.council.call(returnBranchReport, { params: { id }, version, body: { comment: 'Уточните причины' } })
    await accepted(world, mine, KEY)
    expect(await kinds(mine.specialist)).toEqual([
      'branchReport.accepted',
      'branchReport.returned',
      'branchReport.reminded',
    ])
    expect(JSON.stringify(await told(mine.chair))).not.toContain('Уточните')

    const q2 = await reportOf(world.head, '2026Q2', theirs.branch.id)
    const reason = 'Председатель не избран'
    await world.head.call(submitBranchReport, { params: { id: q2.id }, version: 1, body: { reason } })
    expect(await kinds(theirs.chair)).toEqual(['branchReport.submitted'])
    // Whoever acts knows; the others of the office are told, at the council too.
    await accepted(world, null, KEY)
    expect(await kinds(world.council)).toEqual([])
    expect(await kinds(world.head)).toEqual(['branchReport.accepted'])
  })

  test('is told when a quarter is closed and when it is open again', async ({ world }) => {
    await accepted(world, world.units[1], KEY)
    const on = { params: { key: KEY } }
    expect((await world.head.call(closePeriod, on)).status).toBe(200)
    expect((await world.head.call(closePeriod, on)).status).toBe(409)
    expect((await world.head.call(reopenPeriod, { ...on, body: { reason: 'Найдена ошибка' } })).status).toBe(200)
    for (const client of [world.council, ...world.units.map(({ specialist }) => specialist)]) {
      const [reopened, closing] = (await told(client)).items
      expect([closing?.kind, reopened?.kind]).toEqual(['period.closed', 'period.reopened'])
      expect(reopened).toMatchObject({ entity: 'period', entityId: KEY, params: { periodKey: KEY } })
    }
    expect(await kinds(world.head)).not.toContain('period.closed')
  })

  test('may be empty: the council learns that it reached nobody', async ({ world, db, clock }) => {
    const branch = await aBranch(db)
    const [gone, shut, next] = [
      await aUser(db, 'branch_chair', branch),
      await aUser(db, 'branch_specialist', branch),
      await aUser(db, 'branch_chair', branch),
    ]
    const { id } = await system(db, async (tx) => {
      await tx.updateTable('posts').set({ toOn: '2026-11-19' }).where('userId', '=', gone.id).execute()
      await tx.updateTable('users').set({ active: false }).where('id', '=', shut.id).execute()
      await tx.updateTable('posts').set({ fromOn: '2026-11-21' }).where('userId', '=', next.id).execute()
      const report = { periodKey: KEY, unitId: branch.id }
      return tx.insertInto('branchReports').values(report).returning('id').executeTakeFirstOrThrow()
    })
    const { body } = await world.council.call(remindBranch, { params: { id } })
    expect(body).toMatchObject({ reached: 0, remindedAt: clock.now().toISOString() })
  })
})

describe('a person', () => {
  test('marks what was read, once', async ({ world, clock, as, db }) => {
    const [mine] = world.units
    const before = await told(mine.chair)
    const [first] = before.items
    const on = { params: { id: first?.id ?? '' } }
    clock.set('2026-11-21')
    const { body } = await mine.chair.call(readNotification, on)
    expect(body).toEqual({ ...first, readAt: clock.now().toISOString() })
    clock.set('2026-11-22')
    expect((await mine.chair.call(readNotification, on)).body).toEqual(body)
    expect((await told(mine.chair)).unread).toBe(before.unread - 1)
    expect((await told(mine.chair, { unread: true })).items).toHaveLength(before.unread - 1)
    expect((await told(mine.chair, { unread: false })).items).toEqual([body])

    const strangers = [mine.specialist, world.units[1].chair, world.council, as(await aUser(db, 'lawyer'))]
    for (const client of strangers) expect((await client.call(readNotification, on)).status).toBe(404)
    for (const id of ['not-an-id', '0198aaaa-0000-7000-8000-000000000000'])
      expect((await mine.chair.send('POST', `/notifications/${id}/read`)).status).toBe(404)

    expect((await mine.chair.call(readNotifications, {})).body).toEqual({ unread: 0 })
    expect((await mine.chair.call(readNotifications, {})).body).toEqual({ unread: 0 })
    expect((await told(mine.chair)).items.map(({ readAt }) => readAt).toSorted()[0]).toBe(body.readAt)
    expect((await told(mine.specialist)).unread).toBeGreaterThan(0)
    const trail = await world.auditor.call(listAudit, { query: { action: ['notification.read'] } })
    expect(trail.body.items).toMatchObject([
      { entityId: null, count: before.unread - 1, unit: mine.branch.id, fields: ['readAt'] },
      { entityId: first?.id, count: null, unit: mine.branch.id, fields: ['readAt'] },
    ])
    clock.set('2026-11-20')
  })

  test('does so twice in one moment, or while more is told, and nothing is lost', async ({ world }) => {
    const [, theirs] = world.units
    const [first] = (await told(theirs.specialist, { unread: true })).items
    const on = { params: { id: first?.id ?? '' } }
    const answers = await Promise.all(Array.from({ length: 6 }, () => theirs.specialist.call(readNotification, on)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.readAt}`)).size).toBe(1)
    const trail = await world.auditor.call(listAudit, { query: { entityId: [first?.id ?? ''] } })
    expect(trail.body.items).toHaveLength(1)

    const { id } = await reportOf(world.council, '2026Q1', theirs.branch.id)
    const { items } = await told(theirs.chair)
    const acts = await Promise.all([
      world.council.call(remindBranch, { params: { id } }),
      theirs.chair.call(readNotifications, {}),
      world.head.call(remindBranch, { params: { id } }),
      theirs.chair.call(readNotifications, {}),
    ])
    expect(acts.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const after = await told(theirs.chair)
    // Whatever was read between the two reminders was told twice, the rest once.
    const isNew = (one: { id: string }) => !items.some((known) => known.id === one.id)
    const fresh = after.items.filter(isNew)
    expect([1, 2]).toContain(fresh.length)
    expect(fresh.every(({ kind, entityId }) => kind === 'branchReport.reminded' && entityId === id)).toBe(true)
    expect(after.unread).toBe(fresh.filter(({ readAt }) => readAt === null).length)
  })

  test('sees in one post what was told in it, not what was told in another', async ({ world, as, db }) => {
    const [mine, theirs] = world.units
    const user = await aUser(db, 'branch_chair', mine.branch)
    const there = await system(db, (tx) =>
      tx
        .insertInto('posts')
        .values({
          userId: user.id,
          role: 'branch_specialist',
          unitId: theirs.branch.id,
          fromOn: '2026-01-01',
          acting: true,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    const { id } = await reportOf(world.council, '2026Q1', theirs.branch.id)
    const { body } = await world.council.call(remindBranch, { params: { id } })
    expect(body.reached).toBe(3)
    expect(await told(as(user))).toEqual(nothing)
    await as(user).call(act, { body: { postId: there.id } })
    const { items } = await told(as(user))
    expect(items).toMatchObject([{ entityId: id }])
    const home = await system(db, (tx) =>
      tx
        .selectFrom('posts')
        .select('id')
        .where('userId', '=', user.id)
        .where('unitId', '=', mine.branch.id)
        .executeTakeFirstOrThrow(),
    )
    await as(user).call(act, { body: { postId: home.id } })
    expect((await as(user).call(readNotification, { params: { id: items[0]?.id ?? '' } })).status).toBe(404)
  })

  test('meets nothing of a former office of the unit in a post that reads no quarters', async ({ world, as, db }) => {
    const [, { branch }] = world.units
    const user = await aUser(db, 'branch_specialist', branch)
    const { id } = await reportOf(world.council, '2026Q1', branch.id)
    await world.council.call(remindBranch, { params: { id } })
    const before = await told(as(user))
    expect(before.unread).toBe(1)
    await system(db, (tx) =>
      tx.updateTable('posts').set({ role: 'accountant' }).where('userId', '=', user.id).execute(),
    )
    expect(await told(as(user))).toEqual(nothing)
    expect((await as(user).call(readNotifications, {})).body).toEqual({ unread: 0 })
    const on = { params: { id: before.items[0]?.id ?? '' } }
    expect((await as(user).call(readNotification, on)).status).toBe(404)
  })

  test('turns the pages and meets each entry once', async ({ world }) => {
    const { chair } = world.units[1]
    const whole = (await told(chair)).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await told(chair, {
        limit: 1,
        ...(cursor && { cursor }),
      })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(whole)
    expect(new Set(whole).size).toBe(whole.length)
  })

  test('finds once what was said twice, until it is read', async ({ world, clock, db }) => {
    const [{ branch, chair }] = world.units
    const { id } = await reportOf(world.council, '2026Q1', branch.id)
    const remind = () => world.council.call(remindBranch, { params: { id } })
    const ofReport = async () => (await told(chair)).items.filter(({ entityId }) => entityId === id)
    const letters = () =>
      system(db, (tx) => tx.selectFrom('notifications').select('mailedAt').where('entityId', '=', id).execute())
    const { body } = await remind()
    await system(db, (tx) =>
      tx.updateTable('notifications').set({ mailedAt: clock.now() }).where('entityId', '=', id).execute(),
    )
    clock.set('2026-11-21')
    expect((await remind()).body.reached).toBe(body.reached)
    const [one, ...others] = await ofReport()
    expect([others.length, one?.createdAt]).toEqual([0, clock.now().toISOString()])
    expect((await letters()).every(({ mailedAt }) => mailedAt === null)).toBe(true)
    await chair.call(readNotification, { params: { id: one?.id ?? '' } })
    await remind()
    expect((await ofReport()).map(({ readAt }) => readAt === null).toSorted()).toEqual([false, true])
    clock.set('2026-11-20')
  })
})
